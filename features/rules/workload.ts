import type { CourseContent, LearningFacts } from "@/features/courses/schema";
import { FULL_YEAR_HUNDREDTHS, type HoursPerCredit, hoursPerCredit } from "@/features/vocabularies/ects";
import type { Remark, Rule } from "./rule";

/** 600 credits: ten years of full-time study. */
const MOST_HUNDREDTHS = 60_000;
const MOST_HOURS = 100_000;
const LONGEST_DAYS = 24 * 31;

export function creditsArePossible<C extends LearningFacts>(content: C, remark: Remark): C {
  const { ectsHundredths: credits } = content;
  if (credits === null) return content;
  if (credits === 0) return { ...content, ectsHundredths: null };
  if (!Number.isInteger(credits) || credits < 0 || credits > MOST_HUNDREDTHS) {
    remark(
      "refuse",
      "ects",
      "credits-range",
      `${credits / 100} is not a number of ECTS credits. Write one above 0, at most ${MOST_HUNDREDTHS / 100}, with up to two decimals.`,
    );
  }
  return content;
}

export function hoursArePossible<C extends LearningFacts>(content: C, remark: Remark): C {
  const min = roundHours(content.hoursMin ?? content.hoursMax);
  const max = roundHours(content.hoursMax ?? content.hoursMin);
  if (min === null || max === null || max === 0) return { ...content, hoursMin: null, hoursMax: null };
  if (min > 0 && min <= max && max <= MOST_HOURS) return { ...content, hoursMin: min, hoursMax: max };
  remark(
    "warn",
    "hours",
    "hours-range",
    `A workload of ${min} to ${max} hours is not possible; it was left out.`,
  );
  return { ...content, hoursMin: null, hoursMax: null };
}

const roundHours = (hours: number | null) => (hours === null ? null : Math.round(hours * 100) / 100);

export function hoursFitCredits<C extends LearningFacts>(content: C, remark: Remark): C {
  const { ectsHundredths: credits, hoursMin, hoursMax } = content;
  if (credits === null || hoursMin === null || hoursMax === null) return content;
  const perCredit = hoursPerCredit({ hoursMin, hoursMax }, credits);
  if (perCredit.kind === "usual") return content;
  // A slip is no reason to refuse: the record comes in all the same, and a person should look.
  const isBelievable = perCredit.kind === "unusual";
  remark(
    "warn",
    "hours",
    isBelievable ? "workload-per-credit" : "workload-outlier",
    `${rangeText(perCredit)} hours per credit; usual are 25 to 30. ${isBelievable ? "Check hours and credits." : "One of the two is probably a slip: ask the provider."}`,
  );
  return content;
}

const rangeText = ({ min, max }: HoursPerCredit): string =>
  [...new Set([min, max].map((hours) => hours.toFixed(1)))].join(" to ");

/** DEQAR counts a programme of 60 credits or more as other provision, not as a micro-credential. */
export function warnOfLargeVolume(credits: number | null, remark: Remark): void {
  if (credits === null || credits < FULL_YEAR_HUNDREDTHS) return;
  remark(
    "warn",
    "ects",
    "large-volume",
    `${credits / 100} credits are a year of full-time study or more: too much for a micro-credential.`,
  );
}

export const courseIsOfSmallVolume: Rule<CourseContent> = (content, remark) => {
  warnOfLargeVolume(content.ectsHundredths, remark);
  return content;
};

/** A feed that writes P90M for 90 minutes says 90 months. */
export const durationIsPossible: Rule<CourseContent> = (content, remark) => {
  const { durationDays: days, ectsHundredths: credits } = content;
  if (days === null) return content;
  if (!Number.isInteger(days) || days <= 0 || days > 36_525) {
    remark(
      "warn",
      "duration",
      "duration-range",
      `A duration of ${days} days is not possible; it was left out.`,
    );
    return { ...content, durationDays: null };
  }
  if (days > LONGEST_DAYS && (credits ?? 0) < FULL_YEAR_HUNDREDTHS) {
    remark(
      "warn",
      "duration",
      "duration-suspect",
      `It lasts ${days} days, over two years, for less than 60 credits. Were minutes (PT…M) written as months (P…M)?`,
    );
  }
  return content;
};
