import { type FacetLabels, facetLabel } from "@/components/filters/facet-label";
import type { Change } from "@/features/near-misses/view";
import { FACETS, type Facet } from "@/features/search/engine";
import { formatEither, formatHundredths, formatList } from "@/lib/format";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

/** What a search close by changes: "Without Start: January 2027", "Level: EQF 5, EQF 6 or EQF 7", "Only Price: Free". */
export function nearMissLabel(locale: Locale, change: Change, labels: FacetLabels): string {
  const t = translator(locale);
  switch (change.kind) {
    case "drop": {
      const choices = change.dropped.map(({ parameter, values }) =>
        choiceOf(locale, parameter, values, labels),
      );
      return t("search.nearest.without", { choice: formatList(locale, choices) });
    }
    case "change":
      return choiceOf(locale, change.parameter, change.to, labels);
    case "add":
      return t("search.nearest.only", { choice: choiceOf(locale, change.parameter, change.values, labels) });
  }
}

function choiceOf(locale: Locale, parameter: string, values: readonly string[], labels: FacetLabels): string {
  const t = translator(locale);
  const [first = ""] = values;
  if (parameter === "q") return t("search.chip-query", { query: values.join(" ") });
  if (parameter === "occupation")
    return t("search.chip-occupation", { name: pickText(labels.occupation, locale, "en")?.text ?? first });
  if (parameter === "ects-min" || parameter === "ects-max")
    return t(`search.chip-${parameter}`, { ects: formatHundredths(locale, Number(first) * 100) });
  if (!isFacet(parameter)) return `${parameter}: ${formatEither(locale, values)}`;
  return t("search.chip", {
    group: t(`facets.names.${parameter}`),
    value: formatEither(
      locale,
      values.map((value) => facetLabel(locale, parameter, value, labels)),
    ),
  });
}

const isFacet = (name: string): name is Facet => FACETS.some((facet) => facet === name);
