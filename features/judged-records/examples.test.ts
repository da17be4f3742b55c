import { describe, expect, it } from "vitest";
import { creditsOf } from "@/features/claims/credits";
import { levelOf } from "@/features/claims/level";
import { institutional } from "@/features/evidence/evidence.fixture";
import { course } from "@/features/trust/trust-case.fixture";
import { trustOf } from "@/features/trust/verdict";
import { type ExampleCandidate, pickExamples } from "./examples";

const at = "2026-11-23";

const named = (id: string): ExampleCandidate["record"] => ({
  kind: "credential",
  id,
  slug: id,
  title: { en: id },
  defaultLanguage: "en",
  isOffered: true,
});

function candidate(id: string, eqf: number | null): ExampleCandidate {
  const about = [id];
  const stated = { eqf, nqf: null, cycle: null, isOutsideFramework: false };
  const workload = { ectsHundredths: null, hoursMin: null, hoursMax: null, country: null };
  return {
    record: named(id),
    judgement: {
      trust: trustOf({ subject: course(), records: id === "reviewed" ? [institutional()] : [], at }),
      level: levelOf({ about, stated, records: [], at }),
      credits: creditsOf({ about, stated: workload, records: [], at }),
    },
  };
}

describe("examples of trust", () => {
  it("are one for each mark and status, the first that there is", () => {
    const { marks, claims } = pickExamples([
      candidate("plain", null),
      candidate("reviewed", 6),
      candidate("another", 6),
    ]);
    expect(marks.map(({ mark, record }) => [mark.tier, mark.subStatus, record.id])).toEqual([
      ["not-stated", "not-listed", "plain"],
      ["external-review-esg", "institution", "reviewed"],
    ]);
    expect(claims.map(({ status, record }) => [status, record.id])).toEqual([
      ["not-stated", "plain"],
      ["stated", "reviewed"],
    ]);
  });

  it("leave out what the catalogue does not have", () => {
    expect(pickExamples([])).toEqual({ marks: [], claims: [] });
  });
});
