import { codeList } from "./code-list";
import labels from "./data/isced-f.json";

/**
 * Fields of education and training, ISCED-F 2013: broad (2 digits), narrow (3) and detailed (4), sorted by code.
 * About 24 kB of labels: import it on the server and hand a page the labels that it shows.
 */
export const iscedFields = codeList(
  Object.entries(labels)
    .map(([code, label]) => ({
      code,
      label,
      uri: `http://data.europa.eu/snb/isced-f/${code}`,
      alsoUris: [`http://data.europa.eu/esco/isced-f/${code}`],
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1)),
);

/** The fields that include this one, broadest first: "0613" -> ["06", "061"]. Empty for a broad or an unknown one. */
export function iscedParents(code: string): string[] {
  if (!iscedFields.has(code)) return [];
  return [2, 3].filter((digits) => digits < code.length).map((digits) => code.slice(0, digits));
}

export interface ParsedIscedField {
  code: string;
  /** True where digits of a national list (5 or 6) were cut off. */
  truncated: boolean;
}

const NATIONAL_CODE = /^((?:.*\/)?\d{4})\d{1,2}\/?$/;

/**
 * Reads a code of 2 to 4 digits or its EU or ESCO address; national codes of 5 or 6 digits count as the 4-digit field
 * that holds them. Null where unknown; digits are never guessed, so a code that lost its leading zero is unknown.
 */
export function parseIscedF(value: string): ParsedIscedField | null {
  const text = value.trim();
  const exact = knownField(text);
  if (exact !== null) return { code: exact, truncated: false };
  const shortened = NATIONAL_CODE.exec(text)?.[1];
  const code = shortened === undefined ? null : knownField(shortened);
  return code === null ? null : { code, truncated: true };
}

function knownField(text: string): string | null {
  return iscedFields.has(text) ? text : iscedFields.fromUri(text);
}
