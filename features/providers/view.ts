import type { ProviderRef, SourceRef } from "@/features/courses/view";
import type { ProviderContent } from "./schema";

export interface ProviderDetail extends ProviderRef {
  content: ProviderContent;
  /** Published courses of this provider. */
  courseCount: number;
  credentials: readonly {
    id: string;
    slug: string;
    title: ProviderContent["legalName"];
    defaultLanguage: string;
  }[];
  isSample: boolean;
  source: SourceRef;
  updatedAt: Date;
}
