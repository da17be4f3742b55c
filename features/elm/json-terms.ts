import { PROPERTIES } from "./shapes";

const ELM = "http://data.europa.eu/snb/model/elm/";
export const NEWER_ELM = "http://data.europa.eu/snb/model/ontology/";

const NAMESPACES: Readonly<Record<string, readonly string[]>> = {
  elm: [ELM, NEWER_ELM],
  dc: ["http://purl.org/dc/terms/"],
  dct: ["http://purl.org/dc/terms/"],
  dcterms: ["http://purl.org/dc/terms/"],
  skos: ["http://www.w3.org/2004/02/skos/core#"],
  foaf: ["http://xmlns.com/foaf/0.1/"],
  adms: ["http://www.w3.org/ns/adms#"],
  rov: ["http://www.w3.org/ns/regorg#"],
  org: ["http://www.w3.org/ns/org#"],
  locn: ["http://www.w3.org/ns/locn#"],
  rdf: ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"],
};

/** Where a property is not ELM's own. */
const BORROWED: Readonly<Record<string, string>> = {
  title: "dc",
  description: "dc",
  type: "dc",
  language: "dc",
  temporal: "dc",
  modified: "dc",
  publisher: "dc",
  issued: "dc",
  valid: "dc",
  subject: "dc",
  creator: "dc",
  spatial: "dc",
  prefLabel: "skos",
  altLabel: "skos",
  notation: "skos",
  homepage: "foaf",
  member: "foaf",
  identifier: "adms",
  schemeAgency: "adms",
  legalName: "rov",
  registration: "rov",
  subOrganizationOf: "org",
  hasSubOrganization: "org",
  geometry: "locn",
};

/** Terms of the EDC context that are not named as the property is. */
const TERMS: Readonly<Record<string, string>> = {
  contentURL: "contentUrl",
  dcType: "type",
  eqfLevel: "EQFLevel",
  nqfLevel: "NQFLevel",
  thematicArea: "ISCEDFCode",
  eIDASIdentifier: "eidasLegalIdentifier",
  dateIssued: "issued",
  dateModified: "modified",
};

const termByProperty = new Map(Object.entries(TERMS).map(([term, property]) => [property, term]));

/** What JSON-LD calls a property. */
export const termFor = (property: string): string => termByProperty.get(property) ?? property;

/** The property behind a key: a term, "elm:title" or a whole address. Null where it is none of ELM. */
export function propertyOf(key: string): string | null {
  const term = TERMS[key];
  if (Object.hasOwn(TERMS, key) && term !== undefined) return term;
  if (PROPERTIES.has(key)) return key;
  const local = localName(key);
  return local !== null && PROPERTIES.has(local) ? local : null;
}

/** "elm:Qualification", its address in either namespace, or the bare name: the name. Null for another vocabulary's. */
export const typeName = (type: string): string | null => (/^\w+$/.test(type) ? type : localName(type));

function localName(key: string): string | null {
  const colon = key.indexOf(":");
  const prefix = key.slice(0, colon);
  if (Object.hasOwn(NAMESPACES, prefix)) return key.slice(colon + 1);
  const namespace = Object.values(NAMESPACES)
    .flat()
    .find((address) => key.startsWith(address));
  return namespace === undefined ? null : key.slice(namespace.length);
}

const ALIASES: Readonly<Record<string, string>> = { id: "@id", type: "@type" };

/** Whether a context may say that of a term: what we read by it in any case. */
export function agreesWithUs(term: string, definition: unknown): boolean {
  const written =
    typeof definition === "object" && definition !== null ? fieldOf(definition, "@id") : definition;
  if (Object.hasOwn(ALIASES, term)) return written === ALIASES[term];
  if (Object.hasOwn(NAMESPACES, term))
    return NAMESPACES[term]?.some((address) => address === written) ?? false;
  const property = propertyOf(term);
  if (property === null || typeof written !== "string") return property === null;
  const prefix = BORROWED[property] ?? "elm";
  const names =
    property === "value"
      ? [...addresses("elm", property), ...addresses("rdf", property)]
      : addresses(prefix, property);
  return names.includes(written) || written === `${prefix}:${property}`;
}

const addresses = (prefix: string, property: string): string[] =>
  (NAMESPACES[prefix] ?? []).map((address) => address + property);

export const fieldOf = (object: object, name: string): unknown =>
  Object.hasOwn(object, name) ? Reflect.get(object, name) : undefined;

// Greek and Cyrillic letters that look like the Latin letter after them.
const LOOK_ALIKES = new Map(
  "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo αa νv ιi ρp АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT ХX аa еe оo рp сc уy хx ѕs іi јj"
    .split(" ")
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

/** The term that a key with look-alike letters imitates; null where it imitates none. */
export function imitated(key: string): string | null {
  const latin = [...key].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join("");
  return latin !== key && propertyOf(latin) !== null ? latin : null;
}
