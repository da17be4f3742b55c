import type { providerIdentifiers, providers } from "@/db/schema/providers";
import type { ProviderIdentifier, ProviderRecord } from "./schema";

export type ProviderRow = typeof providers.$inferSelect;
export type ProviderIdentifierRow = typeof providerIdentifiers.$inferSelect;

export function toProviderRow({ kind: _kind, content, ...provenance }: ProviderRecord): ProviderRow {
  const { identifiers: _identifiers, ...facts } = content;
  return { ...provenance, ...facts };
}

export function toProviderIdentifierRows({ id, content }: ProviderRecord): ProviderIdentifierRow[] {
  return content.identifiers.map(({ scheme, value }) => ({ scheme, value, providerId: id }));
}

export function fromProviderRow(
  row: ProviderRow,
  identifiers: readonly Pick<ProviderIdentifierRow, "scheme" | "value">[],
): ProviderRecord {
  const { defaultLanguage, legalName, kind, identity, country, region, homepage, ...provenance } = row;
  return {
    ...provenance,
    kind: "provider",
    content: {
      defaultLanguage,
      legalName,
      kind,
      identity,
      country,
      region,
      homepage,
      identifiers: identifiers.map(({ scheme, value }) => ({ scheme, value })).sort(byText),
    },
  };
}

/** By scheme, then by value: the same order whatever the collation of the database. */
export function byText(a: ProviderIdentifier, b: ProviderIdentifier): number {
  const [left, right] = [`${a.scheme}:${a.value}`, `${b.scheme}:${b.value}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
