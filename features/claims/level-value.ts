import type { StatedLevel } from "@/features/standing/subject";
import { type EheaCycle, type EqfLevel, levelOfCycle, parseEqfLevel } from "@/features/vocabularies/eqf";
import type { Relation } from "./claim";
import { nqfLevel } from "./nqf";

export interface LevelValue {
  eqf: number | null;
  nqf: string | null;
  cycle: EheaCycle | null;
  /** Declared as not placed in any framework. */
  isOutsideFramework: boolean;
}

/** The EQF level that a value names: itself, by a national level of confidence A, or by a cycle. */
export function eqfOf({ eqf, nqf, cycle }: StatedLevel): EqfLevel | null {
  if (eqf !== null) return parseEqfLevel(eqf);
  const row = nqf === null ? null : nqfLevel(nqf);
  if (row?.confidence === "A" && row.eqf !== null) return row.eqf;
  return cycle === null ? null : levelOfCycle(cycle);
}

export const statesALevel = ({ eqf, nqf, cycle }: StatedLevel): boolean =>
  eqf !== null || nqf !== null || cycle !== null;

/** Null where neither a level nor a place outside every framework is given. */
export const levelOrNull = (value: LevelValue): LevelValue | null =>
  statesALevel(value) || value.isOutsideFramework ? value : null;

/**
 * Two values are the same by their EQF level, or by the same national level; different by another EQF level, by another
 * level of one national framework, or where one is outside every framework.
 */
export function relationOf(a: LevelValue, b: LevelValue): Relation {
  const [inside, other] = [statesALevel(a), statesALevel(b)];
  if (!inside || !other) return inside === other ? "same" : "different";
  if (a.nqf !== null && b.nqf !== null && a.nqf !== b.nqf && isOneFramework(a.nqf, b.nqf)) return "different";
  const [one, another] = [eqfOf(a), eqfOf(b)];
  if (one !== null && another !== null) return one === another ? "same" : "different";
  return a.nqf !== null && a.nqf === b.nqf ? "same" : "incomparable";
}

function isOneFramework(a: string, b: string): boolean {
  const framework = nqfLevel(a)?.framework;
  return framework !== undefined && framework === nqfLevel(b)?.framework;
}
