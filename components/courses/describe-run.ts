import type { RunView } from "@/features/courses/view";
import { countries } from "@/features/vocabularies/countries";
import { languages } from "@/features/vocabularies/languages";
import { modes } from "@/features/vocabularies/modes";
import { nutsName } from "@/features/vocabularies/nuts";
import { formatDay, formatList, formatMoney, formatMonth } from "@/lib/format";
import { type LanguageMap, pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

export interface Words {
  text: string;
  /** ISO 639-1 code; null where it is the reader's. */
  language: string | null;
}

/** When a run starts, as exactly as it is known; null where nothing is stated. A term is in the words of its source. */
export function describeStart(locale: Locale, run: RunView, defaultLanguage: string): Words | null {
  if (run.startKind === "standing") return ours(translator(locale)("words.any-time"));
  if (run.startOn !== null && run.startPrecision === "day") return ours(formatDay(locale, run.startOn));
  if (run.startOn !== null && run.startPrecision === "month") return ours(formatMonth(locale, run.startOn));
  return theirs(run.startText, locale, defaultLanguage);
}

/** Words of the source, in the reader's language if it has that. */
export function theirs(text: LanguageMap | null, locale: Locale, defaultLanguage: string): Words | null {
  const picked = pickText(text, locale, defaultLanguage);
  return picked && { text: picked.text, language: picked.isFallback ? picked.language : null };
}

const ours = (text: string): Words => ({ text, language: null });

export function describeModes(locale: Locale, run: Pick<RunView, "modes">): string | null {
  return joined(run.modes.map((mode) => modes.label(mode, locale)));
}

export function describeLanguages(locale: Locale, run: Pick<RunView, "languages">): string | null {
  return joined(run.languages.map((language) => languages.label(language, locale)));
}

/** "Turku, Finland", as far as it is known; the region stands in for a city. */
export function describePlace(
  locale: Locale,
  run: Pick<RunView, "city" | "region" | "country">,
): string | null {
  const place = run.city ?? (run.region === null ? null : nutsName(run.region));
  const country = run.country === null ? null : countries.label(run.country, locale);
  return joined([place, country].filter((part) => part !== null));
}

export function describePrice(locale: Locale, run: RunView): string | null {
  if (run.priceKind === "free") return translator(locale)("words.free");
  if (run.priceCents === null || run.currency === null) return null;
  return formatMoney(locale, run.priceCents, run.currency);
}

export function describeSchedule(locale: Locale, run: Pick<RunView, "schedules">): string | null {
  const t = translator(locale);
  if (run.schedules.length === 0) return null;
  return formatList(
    locale,
    run.schedules.map((schedule) => t(`words.schedule.${schedule}`)),
  );
}

const joined = (parts: readonly string[]): string | null => (parts.length > 0 ? parts.join(", ") : null);
