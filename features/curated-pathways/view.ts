import type { SourceRef } from "@/features/courses/view";
import type { NamedRecord } from "@/features/record-names/view";
import type { Day } from "@/lib/dates";
import type { LanguageMap } from "@/lib/language-map";

export interface PathwaySummary {
  id: string;
  slug: string;
  title: LanguageMap;
  summary: LanguageMap | null;
  leadsTo: NamedRecord | null;
  checkedOn: Day;
  isSample: boolean;
  updatedAt: Date;
}

/** A curated pathway with its steps in order. */
export interface PathwayDetail extends PathwaySummary {
  version: string;
  maintainers: readonly { name: string; url: string | null }[];
  steps: readonly PathwayStep[];
  source: SourceRef;
}

export interface PathwayStep {
  id: string;
  choice: PathwayChoice;
  alternatives: readonly PathwayChoice[];
  reason: LanguageMap;
  /** Neither the step nor an alternative is still offered here; what is in words or elsewhere is not judged. */
  isDead: boolean;
}

export type PathwayChoice = { kind: "record"; record: NamedRecord } | { kind: "text"; text: LanguageMap };
