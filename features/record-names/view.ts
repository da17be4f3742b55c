import type { Ref } from "@/features/pathways/ref";
import type { LanguageMap } from "@/lib/language-map";

/** A record of this catalogue by its name and address. */
export interface HeldRecord {
  kind: "course" | "credential" | "provider";
  id: string;
  slug: string;
  title: LanguageMap;
  defaultLanguage: string;
  /** False for what is no longer offered. */
  isOffered: boolean;
}

/** A record that a programme, a rule or a plan names: one of this catalogue, or one that is not in it. */
export type NamedRecord = HeldRecord | { kind: "elsewhere"; ref: Ref };
