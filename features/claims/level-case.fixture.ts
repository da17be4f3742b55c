import { describe, expect, it } from "vitest";
import { TODAY } from "@/features/evidence/evidence.fixture";
import type { Evidence } from "@/features/evidence/schema";
import type { Day } from "@/lib/dates";
import { levelOf, type OfferedLevel } from "./level";

const UNSTATED: OfferedLevel = { eqf: null, nqf: null, cycle: null, isOutsideFramework: false };

export interface LevelCase {
  why: string;
  states: Partial<OfferedLevel>;
  given?: readonly Evidence[];
  at?: Day;
  /** "6 confirmed"; "- stated" for no EQF level. */
  is: string;
  changesOn?: Day | null;
  /** Codes that must be given, with the record where there is one. */
  says?: readonly string[];
  /** What stands beside the value when it is contradicted: "7 stated" or "7 record". */
  beside?: readonly string[];
  reading?: string;
}

/** FiNQF 6 and 7, NFQ 8 and 7 (both EQF 6), ISQF 5.1 (EQF 6, confidence B), SCQF 9 (EQF 6), SCQF 1 without EQF. */
export const NQF = {
  fi6: "http://data.europa.eu/snb/qdr/c_8a7da315",
  fi7: "http://data.europa.eu/snb/qdr/c_3b2bd7b5",
  ie8: "http://data.europa.eu/snb/qdr/c_218a7e54",
  ie7: "http://data.europa.eu/snb/qdr/c_38f52397",
  is5: "http://data.europa.eu/snb/qdr/c_f0e7a81b",
  scotland9: "http://data.europa.eu/snb/qdr/c_e2e0f7fc",
  scotland1: "http://data.europa.eu/snb/qdr/c_505223a4",
  unknown: "http://data.europa.eu/snb/qdr/c_00000000",
};

export function describeLevel(noun: string, cases: readonly LevelCase[]): void {
  describe(noun, () => {
    it.each(cases)("$why", ({ states, given = [], at = TODAY, is, changesOn, says = [], beside }) => {
      const about = ["course", "credential"];
      const level = levelOf({ about, stated: { ...UNSTATED, ...states }, records: given, at });
      expect(`${level.eqf ?? "-"} ${level.status}`).toBe(is);
      if (changesOn !== undefined) expect(level.changesOn).toBe(changesOn);
      const said = level.reasons.map(({ code, record }) => (record === null ? code : `${code} ${record}`));
      expect(said).toEqual(expect.arrayContaining([...says]));
      if (beside) {
        const others = level.beside.map(({ value, record }) => `${value.eqf ?? "-"} ${record ?? "stated"}`);
        expect(others).toEqual(beside);
      }
    });
  });
}
