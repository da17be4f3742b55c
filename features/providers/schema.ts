import type { IDENTIFIER_SCHEMES, PROVIDER_IDENTITIES, PROVIDER_KINDS } from "@/db/schema/providers";
import type { Provenance } from "@/features/courses/schema";
import type { LanguageMap } from "@/lib/language-map";

export type ProviderKind = (typeof PROVIDER_KINDS)[number];
export type ProviderIdentity = (typeof PROVIDER_IDENTITIES)[number];
export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number];

export interface ProviderIdentifier {
  scheme: IdentifierScheme;
  value: string;
}

/** All that a provider says, without where it came from. */
export interface ProviderContent {
  defaultLanguage: string;
  legalName: LanguageMap;
  kind: ProviderKind;
  identity: ProviderIdentity;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** NUTS code. */
  region: string | null;
  homepage: string | null;
  identifiers: readonly ProviderIdentifier[];
}

export interface ProviderRecord extends Provenance {
  kind: "provider";
  content: ProviderContent;
}
