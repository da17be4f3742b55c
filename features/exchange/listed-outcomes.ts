import type { Outcome } from "@/features/courses/schema";
import type { LanguageMap } from "@/lib/language-map";

/** A longer text before the first item says more than "at the end you can:" and must not be dropped. */
const LONGEST_LEAD_IN = 200;

const BULLET = /(?:^|\s)[•▪◦‣]\s*/g;
const DASH = /(?<=^|[:;.\n])\s*[-–]\s+/g;
const NUMBERED = /(?:^|\s)\(?([a-z]|\d{1,2})\)\s+/g;

/**
 * Outcomes from one text in several languages: an item each where every language clearly lists the same number of
 * them, else the whole text as one. Null: none stated.
 */
export function outcomesOf(text: LanguageMap | null): Outcome[] {
  if (text === null) return [];
  const lists = Object.entries(text).map(([language, whole]) => ({ language, items: listedItems(whole) }));
  const count = lists[0]?.items.length ?? 0;
  if (count < 2 || lists.some(({ items }) => items.length !== count)) return [{ text, skills: [] }];
  return Array.from({ length: count }, (_, position) => ({
    text: Object.fromEntries(lists.map(({ language, items }) => [language, items[position] ?? ""])),
    skills: [],
  }));
}

/** The items of a text that is a list, without its lead-in; [] where it is none. */
export function listedItems(text: string): string[] {
  for (const marks of [marksOf(text, BULLET), numberedMarks(text), marksOf(text, DASH)]) {
    const items = itemsBetween(text, marks);
    if (items.length > 1) return items;
  }
  return [];
}

interface Mark {
  start: number;
  end: number;
}

const marksOf = (text: string, pattern: RegExp): Mark[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** "a) … b) … c)" or "1) … 2)", from the first on and without a gap; else a bracket in a sentence would count. */
function numberedMarks(text: string): Mark[] {
  const labels = [...text.matchAll(NUMBERED)].map((match) => match[1] ?? "");
  const first = labels[0];
  if (first !== "a" && first !== "1") return [];
  const expected = (position: number) =>
    first === "1" ? String(position + 1) : String.fromCharCode(97 + position);
  return labels.every((label, position) => label === expected(position)) ? marksOf(text, NUMBERED) : [];
}

function itemsBetween(text: string, marks: readonly Mark[]): string[] {
  const first = marks[0];
  if (first === undefined || first.start > LONGEST_LEAD_IN) return [];
  const items = marks.map(({ end }, position) =>
    text
      .slice(end, marks[position + 1]?.start)
      .trim()
      .replace(/[;,]$/, ""),
  );
  // A line break inside an item is text after the list, or between two lists.
  return items.every((item) => item !== "" && !item.includes("\n")) ? items : [];
}
