import type { LINK_METHODS } from "@/db/schema/outcomes";
import type { LanguageMap } from "@/lib/language-map";

export type LinkMethod = (typeof LINK_METHODS)[number];

export interface OutcomeView {
  text: LanguageMap;
  skills: readonly { id: string; uri: string; label: LanguageMap; method: LinkMethod }[];
}
