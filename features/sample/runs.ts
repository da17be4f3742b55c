import { mondayIn, nextTerm, spread } from "@/db/sample/calendar";
import type { SampleCourse, SamplePlan, SampleProvider, SampleRun } from "@/db/sample/shapes";
import type { Run } from "@/features/courses/schema";
import { addDays, type Day } from "@/lib/dates";
import { planOf, textOf } from "./entries";

type Dates = Pick<Run, "startKind" | "startOn" | "startPrecision" | "startText" | "endOn" | "applyBy">;

const NO_DATES: Dates = {
  startKind: "not-stated",
  startOn: null,
  startPrecision: null,
  startText: null,
  endOn: null,
  applyBy: null,
};

/** The runs of a course as they stand on `today`: some past, some under way, most still open, for ever. */
export function toRuns(course: SampleCourse, provider: SampleProvider, today: Day): Run[] {
  const plan = planOf(course.plan);
  const days = course.days ?? plan.days;
  return plan.runs.map((run, position) => {
    const modes = run.modes ?? plan.modes;
    const saysNothing = modes.length === 0;
    return {
      externalId: `${course.key}-${position + 1}`,
      ...datesOf(run, plan, days, course.key, today),
      modes,
      languages: saysNothing ? [] : languagesOf(course, provider, plan, position),
      ...placeOf(course, provider, run, modes),
      ...priceOf(course, provider),
      priceNote: textOf("grants", course.grant),
      seats: run.start === "standing" && modes.includes("online") ? null : plan.seats,
      schedules: run.schedules ?? plan.schedules,
      hoursPerWeek: run.start === "standing" ? null : hoursPerWeek(course, days),
      applyUrl:
        saysNothing || run.start === "term"
          ? null
          : `https://www.${provider.key}.example/apply/${course.key}`,
    };
  });
}

function datesOf(run: SampleRun, plan: SamplePlan, days: number | null, key: string, today: Day): Dates {
  if (run.start === "standing") return { ...NO_DATES, startKind: "standing" };
  if (run.start === "term") return { ...NO_DATES, startText: nextTerm(today) };
  if (run.start === "not-stated") return NO_DATES;
  const weeks = run.week < 0 ? run.week - spread(key, 3) : run.week + spread(key, 7);
  const monday = mondayIn(weeks, today);
  if (run.start === "month") {
    const month = `${monday.slice(0, 7)}-01`;
    return { ...NO_DATES, startKind: "dated", startOn: month, startPrecision: "month" };
  }
  const onWeekend = (run.schedules ?? plan.schedules).includes("weekend");
  const startOn = addDays(monday, onWeekend ? 5 : spread(key, 4));
  return {
    ...NO_DATES,
    startKind: "dated",
    startOn,
    startPrecision: "day",
    endOn: days === null ? null : addDays(startOn, days - 1),
    applyBy: plan.applyDaysBefore === null ? null : addDays(startOn, -plan.applyDaysBefore),
  };
}

/** Groups take turns between the languages of a course; a single run is for all of them. */
function languagesOf(
  { teachesIn }: SampleCourse,
  provider: SampleProvider,
  plan: SamplePlan,
  position: number,
): string[] {
  const languages = teachesIn ?? [provider.teachesIn];
  const turn = languages[position % languages.length];
  return plan.runs.length > 1 && turn !== undefined ? [turn] : languages;
}

function placeOf(
  { place }: SampleCourse,
  provider: SampleProvider,
  run: SampleRun,
  modes: readonly string[],
): Pick<Run, "country" | "region" | "city"> {
  if (place) return { ...place, region: null };
  const site = provider.sites[run.site] ?? provider.sites[0];
  if (!site || modes.every((mode) => mode === "online")) return { country: null, region: null, city: null };
  return { country: provider.country, ...site };
}

function priceOf(
  { price, currency }: SampleCourse,
  provider: SampleProvider,
): Pick<Run, "priceKind" | "priceCents" | "currency"> {
  if (price === null) return { priceKind: "unknown", priceCents: null, currency: null };
  if (price === 0) return { priceKind: "free", priceCents: null, currency: null };
  return { priceKind: "paid", priceCents: price * 100, currency: currency ?? provider.currency };
}

/** To the half hour; of a course of a few days it would say nothing. */
function hoursPerWeek({ hours }: SampleCourse, days: number | null): number | null {
  const [least] = [hours].flat();
  if (least === undefined || least === null || days === null || days < 14) return null;
  return Math.max(0.5, Math.round((least / days) * 14) / 2);
}
