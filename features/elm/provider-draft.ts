import type { IdentifierScheme, ProviderContent, ProviderIdentifier } from "@/features/providers/schema";
import { parseCountry } from "@/features/vocabularies/countries";
import { parseNuts } from "@/features/vocabularies/nuts";
import { type ElmGraph, type ElmNode, follow } from "./node";
import type { Remarks } from "./remarks";
import { oneLine, webAddress } from "./texts";

/** An organisation. Contact points, streets and tax numbers are not read. */
export function toProvider(graph: ElmGraph, node: ElmNode, remarks: Remarks): ProviderContent {
  const legalName = oneLine(node.lang("legalName")) ?? {};
  const places = follow(graph, node, "location").map((location) => toPlace(location, remarks));
  const country = places.find((place) => place.country !== null)?.country;
  if (country === undefined || country === null) {
    remarks.add(
      "refuse",
      node,
      "location",
      "country",
      "names no country that is known. Use the EU's list of countries.",
    );
  }
  return {
    defaultLanguage: Object.keys(legalName)[0] ?? "en",
    legalName,
    kind: "unknown",
    identity: "stated",
    country: country ?? "",
    region: places.find(({ region }) => region !== null)?.region ?? null,
    homepage: webAddress(node, "homepage"),
    identifiers: identifiersOf(node),
  };
}

export interface Place {
  country: string | null;
  region: string | null;
  city: string | null;
}

export function toPlace(location: ElmNode, remarks: Remarks): Place {
  const [address] = location.parts("address");
  const [country = null] = address ? remarks.codes(address, "countryCode", parseCountry) : [];
  const names = location.lang("geographicName") ?? {};
  return {
    country,
    // Only NUTS: the same property also holds countries and administrative units of other lists.
    region:
      location
        .codes("spatialCode")
        .map(parseNuts)
        .find((code) => code !== null) ?? null,
    city: names.en ?? Object.values(names)[0] ?? null,
  };
}

const SCHEME_WORDS: readonly (readonly [RegExp, IdentifierScheme])[] = [
  [/deqar/i, "deqar"],
  [/\beter\b/i, "eter"],
  [/schac/i, "schac"],
  [/erasmus/i, "erasmus"],
  [/\bpic\b|participant identification/i, "pic"],
  [/\bror\b|ror\.org/i, "ror"],
];

function identifiersOf(node: ElmNode): ProviderIdentifier[] {
  const of = (property: string, scheme: IdentifierScheme) =>
    node.parts(property).flatMap((part) => {
      const value = part.text("notation");
      return value === null ? [] : [{ scheme, value }];
    });
  const named = node.parts("identifier").flatMap((part): ProviderIdentifier[] => {
    const name = [
      part.text("schemeName"),
      part.text("schemeId"),
      ...Object.values(part.lang("schemeAgency") ?? {}),
    ].join(" ");
    const scheme = SCHEME_WORDS.find(([words]) => words.test(name))?.[1];
    const value = part.text("notation");
    return scheme === undefined || value === null ? [] : [{ scheme, value }];
  });
  const own: ProviderIdentifier[] = /^did:/.test(node.id) ? [{ scheme: "did", value: node.id }] : [];
  const all = [...own, ...named, ...of("vatIdentifier", "vat"), ...of("registration", "national")];
  return [
    ...new Map(all.map((identifier) => [`${identifier.scheme}:${identifier.value}`, identifier])).values(),
  ];
}
