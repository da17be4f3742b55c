const OMITTED = "[…]";

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const ITALIAN_TAX_CODE = /(?<![\p{L}\p{N}])[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z](?![\p{L}\p{N}])/giu;

const anyCase = (word: string) => word.replace(/\p{L}/gu, (c) => `[${c.toLowerCase()}${c.toUpperCase()}]`);

const TITLES = [
  `${anyCase("prof")}(?:${anyCase("essor")}(?:${anyCase("essa")}|[eEiI])?|\\.?${anyCase("ssa")}|\\.)?\\.?`,
  `${anyCase("dott")}(?:${anyCase("or")}(?:${anyCase("essa")}|[eE])|\\.?${anyCase("ssa")})?\\.?`,
  `(?:${["dr", "ing", "avv", "arch"].map(anyCase).join("|")})\\.`,
].join("|");
const NAME_WORD = "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}'’-]+)";
const PARTICLES = "(?:(?:d[aei]|de[lnr]|della|van|von)\\s+){0,2}";
const TITLED_NAME = new RegExp(
  `(?<!\\p{L})(${TITLES})(\\s+)${NAME_WORD}(?:\\s+${PARTICLES}${NAME_WORD}){0,2}`,
  "gu",
);

export interface Cleaned {
  text: string;
  /** True where something was left out. */
  hadPeople: boolean;
}

/**
 * Leaves people out of a text: e-mail addresses, tax codes, names behind a title ("Prof. X", "dott.ssa Y Z") and the
 * family names given. A title stays, so that the sentence still says who did it.
 */
export function withoutPeople(text: string, familyNames: readonly string[] = []): Cleaned {
  let cleaned = text
    .replace(EMAIL, OMITTED)
    .replace(ITALIAN_TAX_CODE, OMITTED)
    .replace(TITLED_NAME, (_, title: string, space: string) => `${title}${space}${OMITTED}`);
  for (const name of familyNames) cleaned = withoutFamilyName(cleaned, name);
  return { text: cleaned, hadPeople: cleaned !== text };
}

/** With the first name before it; a word in small letters is not a name ("costa" beside Ms Costa). */
function withoutFamilyName(text: string, name: string): string {
  const words = name.trim().split(/\s+/).map(asName);
  const pattern = `(?<![\\p{L}'’-])(?:\\p{Lu}[\\p{L}'’-]+\\s+)?${words.join("\\s+")}(?!\\p{L})`;
  return text.replace(new RegExp(pattern, "gu"), OMITTED);
}

function asName(word: string): string {
  const [first = "", ...rest] = word;
  return escaped(first.toUpperCase()) + anyCase(escaped(rest.join("")));
}

const escaped = (literal: string) => literal.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
