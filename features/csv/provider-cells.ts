import type {
  IdentifierScheme,
  ProviderContent,
  ProviderIdentifier,
  ProviderIdentity,
  ProviderKind,
} from "@/features/providers/schema";
import { joinTexts } from "./cell-text";
import type { Cells } from "./cells";
import { type CellTexts, localisedCells, readDefaultLanguage, readTitle } from "./learning-cells";

const KINDS = ["higher-education", "other", "unknown"] as const satisfies readonly ProviderKind[];
const IDENTITIES = ["stated", "placeholder"] as const satisfies readonly ProviderIdentity[];
const SCHEMES = [
  "deqar",
  "eter",
  "schac",
  "erasmus",
  "pic",
  "vat",
  "ror",
  "did",
  "national",
] as const satisfies readonly IdentifierScheme[];

/** Reads the columns that start with `provider_`. */
export function readProvider(row: Cells): ProviderContent {
  const cells = row.within("provider_");
  const legalName = readTitle(cells, "name");
  const country = cells.country("country");
  if (country === null && cells.text("country") === null) {
    cells.refuse("country", "The country is missing. Use ISO 3166, such as FI or SE.");
  }
  return {
    defaultLanguage: readDefaultLanguage(cells, "provider_name", legalName),
    legalName,
    kind: cells.code("kind", { codes: KINDS }) ?? "unknown",
    identity: cells.code("identity", { codes: IDENTITIES }) ?? "stated",
    country: country ?? "",
    region: cells.region("region"),
    homepage: cells.text("homepage"),
    identifiers: cells.texts("identifiers").flatMap((text) => readIdentifier(cells, text)),
  };
}

export function writeProvider(id: string, provider: ProviderContent): CellTexts {
  return {
    provider_id: id,
    ...localisedCells("provider_name", provider.legalName),
    provider_default_language: provider.defaultLanguage,
    provider_kind: provider.kind,
    provider_identity: provider.identity === "stated" ? "" : provider.identity,
    provider_country: provider.country,
    provider_region: provider.region ?? "",
    provider_homepage: provider.homepage ?? "",
    provider_identifiers: joinTexts(provider.identifiers.map(({ scheme, value }) => `${scheme}:${value}`)),
  };
}

function readIdentifier(cells: Cells, text: string): ProviderIdentifier[] {
  const colon = text.indexOf(":");
  const scheme = SCHEMES.find((known) => known === text.slice(0, colon).trim().toLowerCase());
  const value = text.slice(colon + 1).trim();
  if (scheme !== undefined && value !== "") return [{ scheme, value }];
  cells.refuse(
    "identifiers",
    `"${text}" is not read. Write scheme:value, with one of: ${SCHEMES.join(", ")}.`,
  );
  return [];
}
