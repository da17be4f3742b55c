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

/** A search close by that finds more; `count` is exactly what it finds, at least one. */
export interface NearMiss {
  change:
    | { kind: "drop"; parameter: string; values: string[] }
    | { kind: "change"; parameter: string; from: string[]; to: string[] };
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
