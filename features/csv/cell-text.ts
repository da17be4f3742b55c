import { type Day, isDay } from "@/lib/dates";

// What a spreadsheet would run as a formula, also in full width, and what it strips to get at one.
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Puts an apostrophe before a text that a spreadsheet would run as a formula, or that already stands so guarded. */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Takes off exactly the apostrophe that `guardFormula` puts there. */
export const unguardFormula = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

/**
 * Several texts in one cell, one a line. Within a text a line break is followed by two spaces, and a bar has a backslash
 * before it, because people may also put bars between texts.
 */
export const joinTexts = (texts: readonly string[]): string =>
  texts.map((text) => text.replace(/\\*\|/g, "\\$&").replaceAll("\n", "\n  ")).join("\n");

/** Reads what `joinTexts` writes, and texts on one line with " | " between them. An empty line is an empty text. */
export function splitTexts(cell: string): string[] {
  if (cell.trim() === "") return [];
  const items = cell.includes("\n") ? cell.split(/\n(?! {2})/) : cell.split(" | ");
  return items.map((item) =>
    item
      .replaceAll("\n  ", "\n")
      .replace(/\\(\\*\|)/g, "$1")
      .trim(),
  );
}

/** Several codes in one cell; codes hold none of the separators. */
export const joinCodes = (codes: readonly string[]): string => codes.join(" | ");

export const splitCodes = (cell: string): string[] =>
  cell
    .split(/[|,;\n]/)
    .map((code) => code.trim())
    .filter((code) => code !== "");

/** "2027-01-31", also with a time after it, and "31.1.2027". Month before day, or slashes, could mean two days. */
export function parseDay(text: string): Day | null {
  const [, iso] = /^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.]+Z?)?$/.exec(text) ?? [];
  if (iso !== undefined) return isDay(iso) ? iso : null;
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined) return null;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(written) ? written : null;
}
