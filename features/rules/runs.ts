import { isDeepStrictEqual } from "node:util";
import type { CourseContent, Run } from "@/features/courses/schema";
import { countries } from "@/features/vocabularies/countries";
import { currencies } from "@/features/vocabularies/currencies";
import { languages } from "@/features/vocabularies/languages";
import { isNuts, nutsCountry } from "@/features/vocabularies/nuts";
import { isDay } from "@/lib/dates";
import { knownCodes } from "./codes";
import type { Remark, Rule } from "./rule";
import { knownTexts } from "./texts";

const MOST_RUNS = 1_000;
/** A million in most currencies, and far inside a 32-bit number of hundredths. */
const MOST_CENTS = 2_000_000_000;

type RunRule = (run: Run, remark: Remark) => Run;

/** One run after another, each by the rules of runs; their remarks name the run. */
export const runsArePossible: Rule<CourseContent> = (content, remark) => {
  if (content.runs.length > MOST_RUNS) {
    remark(
      "refuse",
      "runs",
      "runs-too-many",
      `It has ${content.runs.length} runs; ${MOST_RUNS} are the most.`,
    );
    return content;
  }
  return {
    ...content,
    runs: eachKeyOnce(content.runs, remark).map((run) =>
      RUN_RULES.reduce(
        (current, rule) =>
          rule(current, (severity, field, name, message) =>
            remark(severity, `run ${run.externalId}: ${field}`, name, message),
          ),
        run,
      ),
    ),
  };
};

function eachKeyOnce(runs: readonly Run[], remark: Remark): Run[] {
  const distinct = new Map<string, Run>();
  for (const run of runs) {
    const first = distinct.get(run.externalId);
    if (!first) distinct.set(run.externalId, run);
    else if (!isDeepStrictEqual(first, run)) {
      remark(
        "warn",
        `run ${run.externalId}`,
        "run-key",
        `Two different runs are called ${run.externalId}; the later was left out. Give each its own name.`,
      );
    }
  }
  return [...distinct.values()];
}

/** Days that do not exist, or that contradict each other, become words: what the source says stays readable. */
const datesArePossible: RunRule = (run, remark) => {
  const impossible = [run.startOn, run.endOn, run.applyBy].filter((day) => day !== null && !isDay(day));
  const isReversed = run.startOn !== null && run.endOn !== null && run.startOn > run.endOn;
  if (impossible.length > 0 || isReversed) {
    remark(
      "warn",
      "dates",
      "dates-impossible",
      impossible.length > 0
        ? `${impossible.join(", ")} is not a day of the calendar; the dates are kept as words.`
        : `It ends (${run.endOn}) before it starts (${run.startOn}); the dates are kept as words.`,
    );
    const words = [run.startOn, run.endOn].filter((day) => day !== null).join(" – ");
    return {
      ...run,
      startKind: "not-stated",
      startOn: null,
      startPrecision: null,
      endOn: null,
      applyBy: run.applyBy !== null && isDay(run.applyBy) ? run.applyBy : null,
      startText: run.startText ?? (words ? { en: words } : null),
    };
  }
  if (run.startKind !== "dated") return { ...run, startOn: null };
  return run.startOn === null ? { ...run, startKind: "not-stated" } : run;
};

const deadlineIsBeforeStart: RunRule = (run, remark) => {
  if (run.applyBy !== null && run.startOn !== null && run.applyBy > run.startOn) {
    remark(
      "warn",
      "applyBy",
      "deadline-after-start",
      `Applications close on ${run.applyBy}, after the start on ${run.startOn}. Check both.`,
    );
  }
  return run;
};

/** "0" and nothing are different things, and an amount without a currency is no price: none is assumed. */
const priceIsOne: RunRule = (run, remark) => {
  const { priceKind, priceCents: cents, currency } = run;
  const none = { priceCents: null, currency: null };
  if (priceKind !== "paid") return { ...run, ...none };
  if (cents === 0) return { ...run, ...none, priceKind: "free" };
  const fault =
    cents === null || !Number.isInteger(cents) || cents < 0 || cents > MOST_CENTS
      ? "has no amount that is possible"
      : currency === null || !currencies.has(currency)
        ? `has no known currency (ISO 4217), such as EUR`
        : null;
  if (fault === null) return run;
  remark("warn", "price", "price-unclear", `The price ${fault}; it is kept as not stated.`);
  return { ...run, ...none, priceKind: "unknown" };
};

const placeIsKnown: RunRule = (run, remark) => {
  const [country = null] = knownCodes(
    run.country === null ? [] : [run.country],
    countries.has,
    "country",
    "countries (ISO 3166)",
    remark,
  );
  const [region = null] = knownCodes(
    run.region === null ? [] : [run.region],
    isNuts,
    "region",
    "NUTS regions",
    remark,
  );
  if (region !== null && country !== null && nutsCountry(region) !== country) {
    remark(
      "warn",
      "region",
      "region-elsewhere",
      `The region ${region} is not in ${country}; it was left out.`,
    );
    return { ...run, country, region: null };
  }
  return { ...run, country, region };
};

const languagesAreKnown: RunRule = (run, remark) => ({
  ...run,
  languages: knownCodes(run.languages, languages.has, "languages", "languages (ISO 639-1)", remark),
  modes: [...new Set(run.modes)],
  schedules: [...new Set(run.schedules)],
});

const numbersArePossible: RunRule = (run, remark) => {
  const { seats } = run;
  const seatsFit = seats === null || (Number.isInteger(seats) && seats >= 0 && seats <= 1_000_000);
  if (!seatsFit) remark("warn", "seats", "seats-range", `${seats} seats are not possible; left out.`);
  const hours = run.hoursPerWeek === null ? null : Math.round(run.hoursPerWeek * 100) / 100;
  const hoursFit = hours === null || (hours > 0 && hours <= 168);
  if (!hoursFit)
    remark("warn", "hoursPerWeek", "hours-range", `${hours} hours a week are not possible; left out.`);
  return { ...run, seats: seatsFit ? seats : null, hoursPerWeek: hoursFit ? hours : null };
};

const textsAreKnown: RunRule = (run, remark) => ({
  ...run,
  startText: knownTexts(run.startText, "startText", remark),
  priceNote: knownTexts(run.priceNote, "priceNote", remark),
});

const RUN_RULES: readonly RunRule[] = [
  textsAreKnown,
  datesArePossible,
  deadlineIsBeforeStart,
  priceIsOne,
  placeIsKnown,
  languagesAreKnown,
  numbersArePossible,
];
