import { sql } from "drizzle-orm";
import { char, check, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { languageMap, oneOf, provenance } from "./columns";
import { sources } from "./sources";

export const PROVIDER_KINDS = ["higher-education", "other", "unknown"] as const;
/** `placeholder`: the feed names no provider; who it is waits for review. */
export const PROVIDER_IDENTITIES = ["stated", "placeholder"] as const;
export const IDENTIFIER_SCHEMES = [
  "deqar",
  "eter",
  "schac",
  "erasmus",
  "pic",
  "vat",
  "ror",
  "did",
  "national",
] as const;

export const providers = pgTable(
  "providers",
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique("providers_slug_key"),
    sourceId: uuid()
      .notNull()
      .references(() => sources.id, { onDelete: "restrict" }),
    legalName: languageMap().notNull(),
    defaultLanguage: char({ length: 2 }).notNull(),
    kind: text({ enum: PROVIDER_KINDS }).notNull(),
    identity: text({ enum: PROVIDER_IDENTITIES }).notNull(),
    country: char({ length: 2 }).notNull(),
    region: text(),
    homepage: text(),
    ...provenance(),
  },
  (t) => [
    unique("providers_source_record_key").on(t.sourceId, t.externalId),
    check("providers_name_check", sql`jsonb_exists(${t.legalName}, ${t.defaultLanguage})`),
    check("providers_kind_check", oneOf(t.kind, PROVIDER_KINDS)),
    check("providers_identity_check", oneOf(t.identity, PROVIDER_IDENTITIES)),
    check("providers_country_check", sql`${t.country} ~ '^[A-Z]{2}$'`),
  ],
);

export const providerIdentifiers = pgTable(
  "provider_identifiers",
  {
    scheme: text({ enum: IDENTIFIER_SCHEMES }).notNull(),
    value: text().notNull(),
    providerId: uuid()
      .notNull()
      .references(() => providers.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ name: "provider_identifiers_pkey", columns: [t.scheme, t.value] }),
    index("provider_identifiers_provider_idx").on(t.providerId),
    check("provider_identifiers_scheme_check", oneOf(t.scheme, IDENTIFIER_SCHEMES)),
  ],
);
