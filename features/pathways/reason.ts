import type { Day } from "@/lib/dates";
import type { RefusalCode } from "./counting";
import type { Certainty, Hundredths, RecordId, RuleSource } from "./programme";

/** A finding as data: a page turns code and params into words. Node, rule and record ids are looked up by the page. */
export type Reason =
  | { code: "counts-as-named"; params: { leaf: string; certainty: Certainty; source: RuleSource } }
  | { code: "counts-as-fits"; params: { leaf: string; certainty: Certainty; source: RuleSource } }
  | {
      code: "counts-as-equivalent";
      params: { leaf: string; group: string; certainty: Certainty; source: RuleSource };
    }
  | {
      code: "counts-by-rule";
      params: { leaf: string; rule: string; certainty: Certainty; source: RuleSource };
    }
  | { code: "decided-by"; params: { body: RecordId } }
  | { code: "evidence-needed"; params: { rule: string; index: number } }
  | { code: "grade-needed"; params: { leaf: string; rule: string | null } }
  | { code: "identity-check-needed"; params: { rule: string } }
  | { code: "expires-on"; params: { day: Day; because: "rule" | "recency" | "expiry" } }
  | { code: "unlocks"; params: { unit: RecordId } }
  | { code: "meets-with-others"; params: { node: string } }
  | { code: "refused"; params: { leaf: string; because: RefusalCode; rule: string | null } }
  | { code: "rule-awards-less"; params: { rule: string } }
  | { code: "no-part-takes-it"; params: Record<string, never> }
  | { code: "would-be-needed-elsewhere"; params: { leaf: string } }
  | { code: "already-satisfied"; params: { leaf: string } }
  | { code: "over-maximum"; params: { constraint: string; max: Hundredths } }
  | { code: "same-as-counted"; params: { other: string } }
  | { code: "only-possible"; params: { leaf: string } }
  | { code: "dominated-by"; params: { unit: RecordId; on: string } }
  | { code: "violates"; params: { constraint: string } }
  | { code: "value-not-stated"; params: { value: "price" | "hours" } };
