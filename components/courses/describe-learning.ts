import type { CourseSummary, LevelView } from "@/features/courses/view";
import { eheaCycles } from "@/features/vocabularies/eqf";
import { formatHundredths, formatRange } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

type Level = Pick<LevelView, "eqf" | "nqf" | "cycle" | "outsideFramework">;

/** "EQF 6", else the framework that does say something; null where no level is stated. */
export function describeLevel(locale: Locale, level: Level | null): string | null {
  const t = translator(locale);
  if (!level) return null;
  if (level.eqf !== null) return t("words.eqf", { level: level.eqf });
  if (level.cycle !== null) return eheaCycles.label(level.cycle, locale);
  if (level.nqf !== null) return t("words.national-level");
  return level.outsideFramework ? t("words.outside-framework") : null;
}

export function describeCredits(locale: Locale, ectsHundredths: number | null): string | null {
  if (ectsHundredths === null) return null;
  return translator(locale)("words.ects", { ects: formatHundredths(locale, ectsHundredths) });
}

export function describeHours(locale: Locale, hours: CourseSummary["hours"]): string | null {
  if (!hours) return null;
  return translator(locale)("words.hours", { hours: formatRange(locale, hours), count: hours.max });
}
