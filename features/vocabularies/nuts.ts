import names from "./data/nuts.json";

/**
 * Statistical regions of the EU and its neighbours, from countries (level 0) to level 3: the EU's list of 2021, which
 * still holds codes of the United Kingdom. A region has one name, in the languages of its country.
 * About 60 kB of data: never import this file into a client bundle; hand a page the names that it shows.
 */
const nameByCode: ReadonlyMap<string, string> = new Map(Object.entries(names));

/** Sorted, so that a region follows the one that contains it. */
export const nutsCodes: readonly string[] = [...nameByCode.keys()].sort();

export const isNuts = (code: string): boolean => nameByCode.has(code);

/** Null where the code is unknown. */
export const nutsName = (code: string): string | null => nameByCode.get(code) ?? null;

const ISO_COUNTRY: Readonly<Record<string, string>> = { EL: "GR", UK: "GB" };

/** The ISO 3166-1 alpha-2 code of the region's country; null where the region is unknown. */
export function nutsCountry(code: string): string | null {
  if (!isNuts(code)) return null;
  const country = code.slice(0, 2);
  return ISO_COUNTRY[country] ?? country;
}

export const nutsUri = (code: string): string => `http://data.europa.eu/nuts/code/${code}`;

const NUTS_URI = /^(?:https?:\/\/data\.europa\.eu\/nuts\/code\/)?([A-Z0-9]{2,5})\/?$/i;

/** Reads a code or its EU address, in any case of letters. Null where unknown. */
export function parseNuts(value: string): string | null {
  const code = NUTS_URI.exec(value.trim())?.[1]?.toUpperCase();
  return code !== undefined && isNuts(code) ? code : null;
}
