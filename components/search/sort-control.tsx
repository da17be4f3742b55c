import { SEARCH_FORM } from "@/components/filters/search-form-id";
import button from "@/components/ui/button.module.css";
import { SORTS, type Sort } from "@/features/search/engine";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./sort-control.module.css";

/** Nothing moves until the button is pressed: a change of order is asked for, not stumbled into. */
export function SortControl({ locale, sort }: { locale: Locale; sort: Sort }) {
  const t = translator(locale);
  return (
    <div className={styles.sort}>
      <label htmlFor="sort">{t("search.sort")}</label>
      <select id="sort" name="sort" form={SEARCH_FORM} defaultValue={sort}>
        {SORTS.map((order) => (
          <option key={order} value={order}>
            {t(`search.sorts.${order}`)}
          </option>
        ))}
      </select>
      <button type="submit" form={SEARCH_FORM} className={`${button.button} ${button.quiet}`}>
        {t("search.sort-submit")}
      </button>
    </div>
  );
}
