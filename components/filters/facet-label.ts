import type { Facet } from "@/features/search/engine";
import { FACET_VALUES, isFacetValue } from "@/features/search/facet-values";
import { countries } from "@/features/vocabularies/countries";
import { iscedFields } from "@/features/vocabularies/isced-f";
import { languages } from "@/features/vocabularies/languages";
import { modes } from "@/features/vocabularies/modes";
import { formatMonth } from "@/lib/format";
import { type LanguageMap, pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

/** Names of what facets only know by slug or id. */
export interface FacetLabels {
  provider: Readonly<Record<string, LanguageMap>>;
  skill: Readonly<Record<string, LanguageMap>>;
  "stacks-into": Readonly<Record<string, LanguageMap>>;
  /** Of the chosen occupation; null: none is chosen. */
  occupation: LanguageMap | null;
}

/** What a facet value is called; the value itself where it is unknown. */
export function facetLabel(locale: Locale, facet: Facet, value: string, labels: FacetLabels): string {
  const t = translator(locale);
  if (value === "not-stated") return t("words.not-stated-value");
  switch (facet) {
    case "level":
      return t("words.eqf", { level: value });
    case "mode":
      return modes.label(value, locale);
    case "country":
      return countries.label(value, locale);
    case "language":
      return languages.label(value, locale);
    case "field":
      return iscedFields.label(value, locale);
    case "provider":
    case "skill":
    case "stacks-into":
      return pickText(labels[facet][value], locale, "en")?.text ?? value;
    case "start":
      if (value === "anytime" || value === "no-open-run") return t(`facets.start.${value}`);
      return isFacetValue("start", value) ? formatMonth(locale, value) : value;
    case "ects":
      return isAmong(FACET_VALUES.ects, value) ? t(`facets.ects.${value}`) : value;
    case "trust":
      return isAmong(FACET_VALUES.trust, value) ? t(`facets.trust.${value}`) : value;
    case "confirmed":
      return isAmong(FACET_VALUES.confirmed, value) ? t(`facets.confirmed.${value}`) : value;
    case "assessment":
      return isAmong(FACET_VALUES.assessment, value) ? t(`facets.assessment.${value}`) : value;
    case "credential":
      return isAmong(FACET_VALUES.credential, value) ? t(`facets.credential.${value}`) : value;
    case "duration":
      return isAmong(FACET_VALUES.duration, value) ? t(`facets.duration.${value}`) : value;
    case "price":
      return isAmong(FACET_VALUES.price, value) ? t(`facets.price.${value}`) : value;
  }
}

function isAmong<V extends string>(values: readonly V[], value: string): value is Exclude<V, "not-stated"> {
  return values.some((known) => known === value);
}
