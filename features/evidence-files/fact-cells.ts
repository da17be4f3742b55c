import type { Cells } from "@/features/csv/cells";
import type { Evidence } from "@/features/evidence/schema";
import { faultOfAddress } from "@/features/rules/addresses";
import { eheaCycles, parseEqfLevel } from "@/features/vocabularies/eqf";
import type { Day } from "@/lib/dates";

// Cells that both sheets of evidence have.

const NQF_ADDRESS = /^https?:\/\/data\.europa\.eu\/snb\/qdr\/(c_[a-z0-9]+)$/i;
const MOST_CREDITS_HUNDREDTHS = 100_000;

export function readText(cells: Cells, column: string, longest: number): string | null {
  const text = cells.text(column);
  if (text !== null && text.length > longest)
    return cells.refuse(column, `It is longer than ${longest.toLocaleString("en")} characters. Shorten it.`);
  return text;
}

export function readEqf(cells: Cells, column = "eqf"): Evidence["asserts"]["eqf"] {
  const text = cells.text(column);
  if (text === null) return null;
  return parseEqfLevel(text) ?? cells.refuse(column, `"${text}" is no EQF level. Write 1 to 8.`);
}

export function readNqf(cells: Cells): string | null {
  const text = cells.text("nqf");
  if (text === null) return null;
  const [, concept] = NQF_ADDRESS.exec(text) ?? [];
  return concept === undefined
    ? cells.refuse(
        "nqf",
        `"${text}" is no national level. Use its address http://data.europa.eu/snb/qdr/c_….`,
      )
    : `http://data.europa.eu/snb/qdr/${concept}`;
}

export const readCycle = (cells: Cells): Evidence["asserts"]["cycle"] => cells.code("cycle", eheaCycles);
export const readCredits = (cells: Cells): number | null => cells.hundredths("ects", MOST_CREDITS_HUNDREDTHS);

export function readLink(cells: Cells): string | null {
  const text = cells.text("link");
  if (text === null) return null;
  const fault = faultOfAddress(text);
  return fault === null ? text : cells.refuse("link", `The address "${text}" ${fault}.`);
}

/** First and last day; that the last comes first is refused here, where a person can mend it. */
export function readDays(cells: Cells): { validFrom: Day | null; validTo: Day | null } {
  const [validFrom, validTo] = [cells.day("valid_from"), cells.day("valid_to")];
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    cells.refuse("valid_to", `It is before the first day, ${validFrom}.`);
  return { validFrom, validTo };
}
