import button from "@/components/ui/button.module.css";
import { Icon } from "@/components/ui/icon";
import { QUERY_LENGTH } from "@/features/search/schema";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./search-box.module.css";
import { SEARCH_FORM } from "./search-form-id";

/** The form of every search: a plain GET, so that the address is the state. */
export function SearchBox({ locale, query }: { locale: Locale; query: string }) {
  const t = translator(locale);
  return (
    <search>
      <form id={SEARCH_FORM} action={pagePath(locale, "search")} className={styles.form}>
        <label htmlFor="q">{t("search.label")}</label>
        <div className={styles.row}>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={query}
            maxLength={QUERY_LENGTH}
            enterKeyHint="search"
            autoComplete="off"
          />
          <button type="submit" className={button.button}>
            <Icon name="search" />
            {t("search.submit")}
          </button>
        </div>
      </form>
    </search>
  );
}
