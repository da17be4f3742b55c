import { isOpen } from "@/features/courses/openness";
import { priceInEuroCents } from "@/features/courses/price-band";
import type { Offering, Unit } from "@/features/pathways/unit";
import { type Limits, usableRuns } from "@/features/planning/limits";
import type { Day } from "@/lib/dates";

import { bareUnit, type Leading, type UnitCourse, type UnitRecord, type UnitRun } from "./unit-records";

interface PlanningContext {
  runsOf: (courseId: string) => readonly UnitRun[];
  limits: Limits;
  today: Day;
}

/** A course as a part of a unit: what it takes, and when. */
interface Share {
  course: UnitCourse;
  hours: number | null;
  /** Euro cents of the cheapest run that meets the limits (none does: of the cheapest open one); null: not known. */
  priceCents: number | null;
  offerings: Offering[];
  /** Somebody can still start it. */
  isOpen: boolean;
  isUsable: boolean;
}

/**
 * A unit with the courses that suffice for it: prices and hours summed, unknown where one is. Where several ways suffice
 * it is the one that is taught, meets the learner's limits and costs least, then takes the fewest hours.
 */
export const toPlanningUnit = (record: UnitRecord, context: PlanningContext): Unit =>
  unitOf(record, bestWay(record, context) ?? []);

/** Null where no courses that suffice for it can still be started: what nobody teaches can be held, but not taken. */
export function toTaughtUnit(record: UnitRecord, context: PlanningContext): Unit | null {
  const way = bestWay(record, context);
  return way?.every((share) => share.isOpen) ? unitOf(record, way) : null;
}

function bestWay({ leading }: UnitRecord, context: PlanningContext): Share[] | null {
  const [only, ...others] = waysOf(leading, context);
  if (only === undefined || others.length === 0) return only ?? null;
  return [only, ...others].toSorted(byPreference)[0] ?? null;
}

function unitOf(record: UnitRecord, way: readonly Share[]): Unit {
  const sum = (values: readonly (number | null)[]) =>
    values.length === 0 || values.includes(null) ? null : values.reduce<number>((a, b) => a + (b ?? 0), 0);
  return {
    ...bareUnit(record.facts),
    hours: wholeHours(record.hours ?? sum(way.map(({ hours }) => hours))),
    priceCents: sum(way.map(({ priceCents }) => priceCents)),
    offerings: way.length === 1 ? (way[0]?.offerings ?? []) : together(way),
  };
}

/** Costs of a plan are whole numbers; half an hour more is never half an hour less. */
const wholeHours = (hours: number | null) => (hours === null ? null : Math.ceil(hours));

function waysOf(leading: readonly Leading[], context: PlanningContext): Share[][] {
  const shareOf = ({ course }: Leading) => toShare(course, context);
  const needing = (needs: Leading["needs"]) => leading.filter((each) => each.needs === needs);
  const all = needing("all").map(shareOf);
  const some = needing("some");
  const count = Math.max(...some.map(({ neededCount }) => neededCount ?? 1));
  const cheapest = some
    .map(shareOf)
    .toSorted((a, b) => byPreference([a], [b]))
    .slice(0, Math.max(1, count));
  return [
    ...needing("this-course").map((each) => [shareOf(each)]),
    ...(all.length > 0 ? [all] : []),
    ...(cheapest.length >= count && some.length > 0 ? [cheapest] : []),
  ];
}

function toShare(course: UnitCourse, { runsOf, limits, today }: PlanningContext): Share {
  const open = runsOf(course.id).filter((run) => isOpen(run, today));
  const offered = open.map((run) => ({ run, offering: toOffering(run, course, today) }));
  const offerings = offered.flatMap(({ offering }) => offering ?? []);
  const fitting = new Set(usableRuns({ ...NO_UNIT, offerings }, limits, today));
  const usable = offered.filter(({ offering }) => offering !== null && fitting.has(offering));
  const prices = (usable.length > 0 ? usable : offered).flatMap(({ run }) => priceInEuroCents(run) ?? []);
  return {
    course,
    hours: course.hoursMax,
    priceCents: prices.length > 0 ? Math.min(...prices) : null,
    offerings,
    isOpen: open.length > 0,
    isUsable: usable.length > 0,
  };
}

const NO_UNIT = bareUnit({
  unit: "",
  credits: null,
  eqf: null,
  fields: [],
  providers: [],
  teaches: [],
  tags: [],
  quality: null,
  assessment: [],
});

/** A run whose start is not stated can be planned with no more than one that does not exist. */
function toOffering(run: UnitRun, { country, durationDays }: UnitCourse, today: Day): Offering | null {
  if (run.startKind === "not-stated") return null;
  const hasBegunMonth = run.startPrecision === "month" && run.startOn !== null && run.startOn < today;
  return {
    start: hasBegunMonth ? today : run.startOn,
    end: run.endOn,
    deadline: run.applyBy,
    weeks: durationDays === null ? null : Math.ceil(durationDays / 7),
    modes: [...run.modes],
    languages: [...run.languages],
    country: run.country ?? country,
    region: run.region,
  };
}

/** Several courses as one offering: the earliest of each, and only what all of them have. */
function together(way: readonly Share[]): Offering[] {
  const chosen = way.map(({ offerings }) => offerings.toSorted(byStart)[0]);
  const [first, ...others] = chosen.flatMap((offering) => offering ?? []);
  if (!first || others.length + 1 < way.length) return [];
  return [others.reduce(joined, first)];
}

const byStart = (a: Offering, b: Offering): number => ((a.start ?? "") < (b.start ?? "") ? -1 : 1);

function joined(a: Offering, b: Offering): Offering {
  const isStanding = a.start === null && b.start === null;
  const dates = [a.start, b.start].flatMap((day) => day ?? []).sort();
  const ends = [a.end, b.end].flatMap((day) => day ?? []).sort();
  const deadlines = [a.deadline, b.deadline].flatMap((day) => day ?? []).sort();
  return {
    start: dates[0] ?? null,
    end: ends.length === 2 ? (ends[1] ?? null) : null,
    deadline: deadlines[0] ?? null,
    weeks: isStanding && a.weeks !== null && b.weeks !== null ? a.weeks + b.weeks : null,
    modes: a.modes.filter((mode) => b.modes.includes(mode)),
    languages: a.languages.filter((language) => b.languages.includes(language)),
    country: a.country === b.country ? a.country : null,
    region: a.region === b.region ? a.region : null,
  };
}

function byPreference(a: readonly Share[], b: readonly Share[]): number {
  const rank = (way: readonly Share[]) => [
    way.every(({ isUsable }) => isUsable) ? 0 : way.every((share) => share.isOpen) ? 1 : 2,
    total(way.map(({ priceCents }) => priceCents)),
    total(way.map(({ hours }) => hours)),
  ];
  const [ours, theirs] = [rank(a), rank(b)];
  for (const [index, value] of ours.entries()) {
    const other = theirs[index] ?? 0;
    if (value !== other) return value - other;
  }
  return (a[0]?.course.id ?? "") < (b[0]?.course.id ?? "") ? -1 : 1;
}

const total = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, value) => sum + (value ?? Number.MAX_SAFE_INTEGER / 1_000), 0);
