import type { SearchParams } from "@/features/search/schema";
import type { LanguageMap } from "@/lib/language-map";

export type { Segment, Why } from "@/features/why-found/view";

export interface FoundOccupation {
  id: string;
  uri: string;
  label: LanguageMap;
  /** Courses that teach at least one of its essential skills. */
  count: number;
  params: SearchParams;
}
