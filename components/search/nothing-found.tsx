import type { SearchParams } from "@/features/search/schema";
import { chips, toQueryString, without } from "@/features/search/url";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { keyOf } from "./active-chips";
import { chipLabel } from "./chip-label";
import type { FacetLabels } from "./facet-label";
import styles from "./nothing-found.module.css";

interface Props {
  locale: Locale;
  params: SearchParams;
  labels: FacetLabels;
}

/** Says again what was asked for, and offers each way of asking for less. */
export function NothingFound({ locale, params, labels }: Props) {
  const t = translator(locale);
  const asked = chips(params);
  const search = pagePath(locale, "search");
  return (
    <div className={styles.nothing}>
      {asked.length > 0 && (
        <>
          <p>{t("nothing.try")}</p>
          <ul>
            {asked.map((chip) => (
              <li key={keyOf(chip)}>
                <a href={`${search}?${toQueryString(without(params, chip))}`}>
                  {t("nothing.without", { choice: chipLabel(locale, chip, labels) })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t("nothing.spelling")}</p>
      <p>
        <a href={`${pagePath(locale)}#ways-in`}>{t("nothing.browse")}</a>
      </p>
    </div>
  );
}
