import type { Run, Schedule, StartKind, StartPrecision } from "@/features/courses/schema";
import { parseCurrency } from "@/features/vocabularies/currencies";
import { modes } from "@/features/vocabularies/modes";
import { isDay } from "@/lib/dates";
import { joinCodes } from "./cell-text";
import type { Cells } from "./cells";
import { type CellTexts, hundredthsCell, localisedCells, MAX_INTEGER } from "./learning-cells";

const SCHEDULES = ["day", "evening", "weekend", "self-paced"] as const satisfies readonly Schedule[];
const START_KINDS = ["dated", "standing", "not-stated"] as const satisfies readonly StartKind[];
const PRECISIONS = ["day", "month", "term"] as const satisfies readonly StartPrecision[];
const MAX_HOURS_PER_WEEK_HUNDREDTHS = 16_800;

export function readRun(cells: Cells, externalId: string): Run {
  return {
    externalId,
    ...readStart(cells),
    startText: cells.localised("start_text"),
    endOn: cells.day("end"),
    applyBy: cells.day("apply_by"),
    modes: cells.codes("modes", modes),
    languages: cells.languages("languages"),
    country: cells.country("country"),
    region: cells.region("region"),
    city: cells.text("city"),
    ...readPrice(cells),
    priceNote: cells.localised("price_note"),
    seats: cells.whole("seats", 0, MAX_INTEGER),
    schedules: cells.codes("schedules", { codes: SCHEDULES }),
    hoursPerWeek: fromHundredths(cells.hundredths("hours_per_week", MAX_HOURS_PER_WEEK_HUNDREDTHS)),
    applyUrl: cells.text("apply_url"),
  };
}

export function writeRun(run: Run): CellTexts {
  return {
    run_id: run.externalId,
    ...writeStart(run),
    ...localisedCells("start_text", run.startText),
    end: run.endOn ?? "",
    apply_by: run.applyBy ?? "",
    modes: joinCodes(run.modes),
    languages: joinCodes(run.languages),
    country: run.country ?? "",
    region: run.region ?? "",
    city: run.city ?? "",
    price: run.priceKind === "free" ? "0" : hundredthsCell(run.priceCents),
    currency: run.currency ?? "",
    ...localisedCells("price_note", run.priceNote),
    seats: run.seats === null ? "" : String(run.seats),
    schedules: joinCodes(run.schedules),
    hours_per_week: hundredthsCell(run.hoursPerWeek === null ? null : Math.round(run.hoursPerWeek * 100)),
    apply_url: run.applyUrl ?? "",
  };
}

type Start = Pick<Run, "startKind" | "startOn" | "startPrecision">;

/** `start` is a day or, as "2027-01", a month; `start_precision` says more only where its form does not. */
function readStart(cells: Cells): Start {
  const text = cells.text("start") ?? "";
  const isMonth = /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`);
  const startOn = isMonth ? `${text}-01` : cells.day("start");
  const startKind =
    cells.code("start_kind", { codes: START_KINDS }) ?? (startOn === null ? "not-stated" : "dated");
  if ((startKind === "dated") !== (startOn !== null)) {
    const message =
      startOn === null
        ? "It is dated, but start is empty. Fill in start."
        : `It is ${startKind}, but start has a date.`;
    cells.refuse("start_kind", message);
  }
  const precision = cells.code("start_precision", { codes: PRECISIONS });
  return { startKind, startOn, startPrecision: precision ?? precisionOf(startOn, isMonth) };
}

function writeStart({ startKind, startOn, startPrecision }: Start): CellTexts {
  const isMonth = startPrecision === "month" && startOn !== null && startOn.endsWith("-01");
  return {
    start_kind: startKind,
    start: isMonth ? startOn.slice(0, 7) : (startOn ?? ""),
    start_precision: startPrecision === precisionOf(startOn, isMonth) ? "" : (startPrecision ?? ""),
  };
}

function precisionOf(startOn: string | null, isMonth: boolean): StartPrecision | null {
  if (startOn === null) return null;
  return isMonth ? "month" : "day";
}

type Price = Pick<Run, "priceKind" | "priceCents" | "currency">;

function readPrice(cells: Cells): Price {
  const unknown: Price = { priceKind: "unknown", priceCents: null, currency: null };
  const price = cells.text("price");
  if (price === null) return unknown;
  if (price.toLowerCase() === "free") return { ...unknown, priceKind: "free" };
  const priceCents = cells.amount("price", MAX_INTEGER);
  if (priceCents === null) return unknown;
  if (priceCents === 0) return { ...unknown, priceKind: "free" };
  const currency = parseCurrency(cells.text("currency") ?? "");
  if (currency !== null) return { priceKind: "paid", priceCents, currency };
  cells.warn(
    "currency",
    "price-currency",
    "The price is left out: its currency is missing or unknown. Use EUR, SEK…",
  );
  return unknown;
}

const fromHundredths = (value: number | null): number | null => (value === null ? null : value / 100);
