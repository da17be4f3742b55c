import type { SearchParams } from "@/features/search/schema";
import type { LanguageMap } from "@/lib/language-map";

export type { Segment, Why } from "@/features/why-found/view";

/** How the words of a search were taken. */
export type Reading =
  /** Each as it was typed. */
  | { kind: "all" }
  /** No course has them all as typed: mistakes were forgiven, and this is most likely what was meant. */
  | { kind: "mistakes"; corrected: string }
  /** No course has them all even so: `kept` was searched for, `left` was not. */
  | { kind: "most"; kept: string; left: string[] };

/** What is left out of a search: some values of a parameter, or all. */
export interface Dropped {
  parameter: string;
  values: string[];
}

/** How a search close by differs. */
export type Change =
  /** Without this: finds more. */
  | { kind: "drop"; dropped: Dropped[] }
  /** With wider choices: finds more. */
  | { kind: "change"; parameter: string; from: string[]; to: string[] }
  /** With a filter in place of words that were left out: finds less. */
  | { kind: "add"; parameter: string; values: string[] };

/** A search close by; `count` is exactly what it finds, at least one. */
export interface NearMiss {
  change: Change;
  count: number;
  params: SearchParams;
}

export interface FoundOccupation {
  id: string;
  uri: string;
  label: LanguageMap;
  /** Courses that teach at least one of its essential skills. */
  count: number;
  params: SearchParams;
}
