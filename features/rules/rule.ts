import type { Note, Severity } from "@/features/exchange/draft";

// Rules that hold for an offer from whatever source, after its format has had its own say. They are those of the EU
// standard, of the ECTS Users' Guide and of the vocabularies; severities: `refuse` keeps the record out.

export type Finding = Pick<Note, "field" | "rule" | "severity" | "message">;

/** Says what is wrong with a field and what to do about it. */
export type Remark = (severity: Severity, field: string, rule: string, message: string) => void;

/** What the catalogue knows that a record alone does not. */
export interface Facts {
  /** ESCO skills of the stored version, by uuid; at least all that the records in hand link to. */
  knownSkills: ReadonlySet<string>;
}

/** Returns the content as it may come in, mended where a part of it may not. */
export type Rule<C> = (content: C, remark: Remark, facts: Facts) => C;

/** Lets the rules follow one another, each on what the one before left. */
export function follow<C>(
  rules: readonly Rule<C>[],
  content: C,
  facts: Facts,
): { content: C; findings: Finding[] } {
  const findings: Finding[] = [];
  const remark: Remark = (severity, field, rule, message) =>
    findings.push({ severity, field, rule, message });
  return { content: rules.reduce((current, rule) => rule(current, remark, facts), content), findings };
}
