import type { SearchParams } from "@/features/search/schema";

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
