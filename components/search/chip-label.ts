import { type FacetLabels, facetLabel } from "@/components/filters/facet-label";
import type { Chip } from "@/features/search/url";
import { formatHundredths } from "@/lib/format";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

/** A choice in words that stand alone: "Level: EQF 6". */
export function chipLabel(locale: Locale, chip: Chip, labels: FacetLabels): string {
  const t = translator(locale);
  switch (chip.kind) {
    case "query":
      return t("search.chip-query", { query: chip.value });
    case "occupation":
      return t("search.chip-occupation", {
        name: pickText(labels.occupation, locale, "en")?.text ?? chip.id,
      });
    case "ects-min":
    case "ects-max":
      return t(`search.chip-${chip.kind}`, { ects: formatHundredths(locale, chip.hundredths) });
    case "facet":
      return t("search.chip", {
        group: t(`facets.names.${chip.facet}`),
        value: facetLabel(locale, chip.facet, chip.value, labels),
      });
  }
}
