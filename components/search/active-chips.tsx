import type { FacetLabels } from "@/components/filters/facet-label";
import { Icon } from "@/components/ui/icon";
import type { SearchParams } from "@/features/search/schema";
import { type Chip, chips, toQueryString, without } from "@/features/search/url";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./active-chips.module.css";
import { chipLabel } from "./chip-label";

interface Props {
  locale: Locale;
  params: SearchParams;
  labels: FacetLabels;
}

/** What is asked for, each a link to the same search without it. */
export function ActiveChips({ locale, params, labels }: Props) {
  const t = translator(locale);
  const active = chips(params);
  if (active.length === 0) return null;
  const search = pagePath(locale, "search");
  return (
    <ul className={styles.chips} aria-label={t("search.active")}>
      {active.map((chip) => (
        <li key={keyOf(chip)}>
          <a href={`${search}?${toQueryString(without(params, chip))}`} className={styles.chip}>
            <span className="visually-hidden">{t("search.remove")} </span>
            {chipLabel(locale, chip, labels)}
            <Icon name="remove" />
          </a>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <a href={search} className={styles.clear}>
            {t("search.clear")}
          </a>
        </li>
      )}
    </ul>
  );
}

export function keyOf(chip: Chip): string {
  return chip.kind === "facet" ? `${chip.facet} ${chip.value}` : chip.kind;
}
