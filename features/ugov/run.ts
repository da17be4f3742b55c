import type { Mode, Run } from "@/features/courses/schema";
import { type Activity, field } from "./feed";

/**
 * One run: the activity itself, or a partition of it (students by family name, A-L and M-Z), which says nothing of its
 * own but its number and the days on which it is taught.
 */
export function runOf(
  externalId: string,
  activity: Activity,
  partition: Activity | null,
  modes: readonly Mode[],
  languages: readonly string[],
): Run {
  const { startOn, endOn } = periodOf(activity, partition);
  const group =
    partition && (field(partition.element, "partStuDes") ?? field(partition.element, "partStuCod"));
  const term = [activity.term, academicYear(activity)].filter((part) => part !== null).join(" ");
  const words = [term, group].filter((part) => part);
  return {
    externalId,
    startKind: startOn === null ? "not-stated" : "dated",
    startOn,
    startPrecision: startOn !== null ? "day" : term === "" ? null : "term",
    startText: words.length === 0 ? null : { it: words.join(", ") },
    endOn,
    applyBy: null,
    modes,
    languages,
    country: null,
    region: null,
    city: null,
    priceKind: "unknown",
    priceCents: null,
    currency: null,
    priceNote: null,
    seats: null,
    schedules: [],
    hoursPerWeek: null,
    applyUrl: null,
  };
}

/** From the first to the last day on which somebody is assigned to teach it, else that of its term. */
function periodOf(activity: Activity, partition: Activity | null) {
  const assigned = (partition ?? activity).teachingPeriods;
  const starts = assigned.flatMap(({ startOn }) => startOn ?? []).sort();
  const ends = assigned.flatMap(({ endOn }) => endOn ?? []).sort();
  const startOn = starts[0] ?? activity.termPeriod?.startOn ?? null;
  const endOn = (starts.length > 0 ? ends.at(-1) : activity.termPeriod?.endOn) ?? null;
  return { startOn, endOn };
}

/** "2024" -> "2024/2025" */
function academicYear({ academicYear: year }: Activity): string | null {
  return year !== null && /^\d{4}$/.test(year) ? `${year}/${Number(year) + 1}` : year;
}
