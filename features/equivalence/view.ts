import type { ElementName, ElementState } from "@/features/credentials/standard-elements";
import type { CredentialDetail } from "@/features/credentials/view";
import type { OutcomeView } from "@/features/outcomes/view";
import type { UnitMatch } from "@/features/unit-search/view";

/** `text`: both state it in words, which a person has to read; null: it exists only on an issued credential. */
export type ElementVerdict = "same" | "different" | "one" | "none" | "text" | null;

export interface ComparedElement {
  name: ElementName;
  first: ElementState;
  second: ElementState;
  verdict: ElementVerdict;
}

export type Skill = OutcomeView["skills"][number];

/** An outcome of the first with all outcomes of the second that come as close to it as any, or one that only one has. */
export interface ComparedOutcome {
  relation: "same" | "close" | "only-first" | "only-second";
  first: OutcomeView | null;
  second: readonly OutcomeView[];
  /** The skills by which they are the same or close: of the first, of the second. */
  pairs: readonly { first: Skill; second: Skill }[];
  /** False where the one outcome names no skill, so that nothing can be said of it. */
  isComparable: boolean;
}

export interface Equivalence {
  mandatory: readonly ComparedElement[];
  optional: readonly ComparedElement[];
  outcomes: readonly ComparedOutcome[];
}

/** What the address names as one of the two. */
export type Side =
  | { kind: "open" }
  | { kind: "found"; credential: CredentialDetail }
  /** Nothing has the address; `matches`: credentials that have its words in their name. */
  | { kind: "unknown"; address: string; matches: readonly UnitMatch[] };

export interface EquivalencePage {
  a: Side;
  b: Side;
  /** Null unless both are found and are two. */
  compared: Equivalence | null;
  /** True where a record that is shown or offered for choice is invented. */
  isSample: boolean;
}
