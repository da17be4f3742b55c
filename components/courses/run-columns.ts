import type { RunView } from "@/features/courses/view";
import type { Day } from "@/lib/dates";
import { formatDay, formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import {
  describeLanguages,
  describeModes,
  describePlace,
  describePrice,
  describeSchedule,
  describeStart,
  theirs,
  type Words,
} from "./describe-run";

export const RUN_COLUMNS = [
  "start",
  "end",
  "apply-by",
  "mode",
  "language",
  "place",
  "schedule",
  "hours-per-week",
  "price",
  "price-note",
  "seats",
] as const;
export type RunColumn = (typeof RUN_COLUMNS)[number];

/** What a run says under each column; null where it says nothing. */
export type RunCells = Readonly<Record<RunColumn, Words | null>>;

export function runCells(locale: Locale, run: RunView, defaultLanguage: string): RunCells {
  const t = translator(locale);
  const words = (text: string | null): Words | null => (text === null ? null : { text, language: null });
  const day = (value: Day | null) => words(value && formatDay(locale, value));
  const number = (value: number | null) => words(value === null ? null : formatNumber(locale, value));
  const start = describeStart(locale, run, defaultLanguage);
  return {
    start:
      start && run.state === "under-way"
        ? { ...start, text: t("run.under-way", { start: start.text }) }
        : start,
    end: day(run.endOn),
    "apply-by": day(run.applyBy),
    mode: words(describeModes(locale, run)),
    language: words(describeLanguages(locale, run)),
    place: words(describePlace(locale, run)),
    schedule: words(describeSchedule(locale, run)),
    "hours-per-week": number(run.hoursPerWeek),
    price: words(describePrice(locale, run)),
    "price-note": theirs(run.priceNote, locale, defaultLanguage),
    seats: number(run.seats),
  };
}

/**
 * Sets apart what all runs have in common, so that a table shows only what differs. The start always stays in the
 * table; what no run states is in neither.
 */
export function splitColumns(rows: readonly RunCells[]): {
  common: { column: RunColumn; words: Words }[];
  differing: RunColumn[];
} {
  const common: { column: RunColumn; words: Words }[] = [];
  const differing: RunColumn[] = [];
  for (const column of RUN_COLUMNS) {
    const differs = new Set(rows.map((row) => row[column]?.text)).size > 1;
    const words = rows[0]?.[column];
    if (column === "start" || differs) differing.push(column);
    else if (words) common.push({ column, words });
  }
  return { common, differing };
}
