import { countries } from "@/features/vocabularies/countries";
import { fold } from "@/lib/fold";

// Members of the European Higher Education Area, as DEQAR lists them.
const MEMBERS = new Set(
  `AD AL AM AT AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GR HR HU IE IS IT KZ LI LT LU LV MD ME MK MT NL NO PL PT
   RO RS RU SE SI SK SM TR UA VA`.split(/\s+/),
);

/** Names that DEQAR writes in another way than the list of countries. */
const OTHER_NAMES: readonly [string, string][] = [
  ["Aland", "AX"],
  ["China, People's Republic of", "CN"],
  ["China, Republic of (Taiwan)", "TW"],
  ["Cote d'Ivoire (Ivory Coast)", "CI"],
  ["Czech Republic", "CZ"],
  ["Heard Island and McDonald Islands", "HM"],
  ["Hong Kong", "HK"],
  ["Korea, North", "KP"],
  ["Korea, South", "KR"],
  ["Macau", "MO"],
  ["Macedonia", "MK"],
  ["Svalbard", "SJ"],
  ["Swaziland", "SZ"],
  ["Turkey", "TR"],
];

/** "Antigua and Barbuda", "Bahamas, The" and "Saint Lucia" as the list of countries has them. */
const plain = (name: string): string =>
  fold(name)
    .replace(/\bthe\b/g, "")
    .replace(/\s*\(.*\)$/, "")
    .replace(/&/g, "and")
    .replace(/\bst\.?\s/g, "saint ")
    .replace(/[^a-z]+/g, " ")
    .trim();

const codeByName = new Map([
  ...countries.codes.map((code): [string, string] => [plain(countries.label(code, "en")), code]),
  ...OTHER_NAMES.map(([name, code]): [string, string] => [plain(name), code]),
]);

/** The alpha-2 code of a country that DEQAR writes by its English name; null where unknown. */
export const countryOfName = (name: string): string | null => codeByName.get(plain(name)) ?? null;

/** Whether a country, by its alpha-2 code, is a member of the European Higher Education Area. */
export const isInEhea = (code: string): boolean => MEMBERS.has(code);
