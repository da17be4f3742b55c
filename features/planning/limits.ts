import type { Certainty } from "@/features/pathways/programme";
import type { Offering, Unit } from "@/features/pathways/unit";
import type { Day } from "@/lib/dates";
import type { ConstraintId } from "./problem";

/** What the learner asks for. Absent: no limit. A run that does not state a value does not meet a limit on it. */
export interface Limits {
  languages?: string[];
  modes?: string[];
  countries?: string[];
  regions?: string[];
  /** In cents of the currency of the units' prices. A unit without a known price cannot be shown to fit a budget. */
  budgetCents?: number;
  hoursPerWeek?: number;
  /** Runs that start before are left out. Default: today. */
  startOn?: Day;
  finishBy?: Day;
  /** The least sure ground that may be relied on. Default: precedent, so that "possible" is the learner's own choice. */
  certainty?: Certainty;
  /** Manual parts that the learner knows to be unmet. */
  manualNotMet?: string[];
}

const holdsInList = (wanted: readonly string[] | undefined, stated: readonly string[]) =>
  wanted === undefined || stated.some((value) => wanted.includes(value));

const RUN_LIMITS: Record<string, (run: Offering, limits: Limits, today: Day) => boolean> = {
  "limit:language": (run, { languages }) => holdsInList(languages, run.languages),
  "limit:mode": (run, { modes }) => holdsInList(modes, run.modes),
  "limit:place": (run, { countries, regions }) =>
    holdsInList(countries, run.country === null ? [] : [run.country]) &&
    holdsInList(regions, run.region === null ? [] : [run.region]),
  "limit:start": (run, { startOn = "" }, today) =>
    run.start === null ? true : run.start >= today && run.start >= startOn,
  "limit:finish": (run, { finishBy }) => finishBy === undefined || run.end === null || run.end <= finishBy,
};

/** Runs of a unit that meet every limit, all on one and the same run. */
export function usableRuns(unit: Unit, limits: Limits, today: Day): Offering[] {
  const asked = Object.values(RUN_LIMITS);
  return unit.offerings.filter(
    (run) =>
      (run.deadline === null || run.deadline >= today) && asked.every((holds) => holds(run, limits, today)),
  );
}

/** True where a limit speaks of runs, so that a unit without a usable one must be left out. */
export function asksForRuns({ languages, modes, countries, regions, startOn, finishBy }: Limits): boolean {
  return [languages, modes, countries, regions, startOn, finishBy].some((limit) => limit !== undefined);
}

/** Ids of the limits that are set, so that a conflict can name them. */
export function limitIds(limits: Limits): ConstraintId[] {
  const set: [ConstraintId, boolean][] = [
    ["limit:language", limits.languages !== undefined],
    ["limit:mode", limits.modes !== undefined],
    ["limit:place", limits.countries !== undefined || limits.regions !== undefined],
    ["limit:budget", limits.budgetCents !== undefined],
    ["limit:start", limits.startOn !== undefined],
    ["limit:finish", limits.finishBy !== undefined],
    ["limit:hours", limits.hoursPerWeek !== undefined && limits.finishBy !== undefined],
    ["limit:certainty", limits.certainty !== "possible"],
    ["limit:manual", (limits.manualNotMet ?? []).length > 0],
  ];
  return set.flatMap(([id, isSet]) => (isSet ? [id] : []));
}
