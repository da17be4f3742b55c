import { SEARCH_FORM } from "@/components/filters/search-form-id";
import { SearchInput } from "@/components/suggest/search-input";
import { SECTIONS } from "@/components/suggest/suggestions";
import button from "@/components/ui/button.module.css";
import { Icon } from "@/components/ui/icon";
import { QUERY_LENGTH } from "@/features/search/schema";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./search-box.module.css";

interface Props {
  locale: Locale;
  query: string;
  /** The chosen occupation; it has no filter of its own. */
  occupation?: string | null;
}

/** The form of every search: a plain GET, so that the address is the state. */
export function SearchBox({ locale, query, occupation = null }: Props) {
  const t = translator(locale);
  const address = pagePath(locale, "search");
  return (
    <search>
      <form id={SEARCH_FORM} action={address} className={styles.form}>
        <label htmlFor="q">{t("search.label")}</label>
        {occupation !== null && <input type="hidden" name="occupation" value={occupation} />}
        <div className={styles.row}>
          <SearchInput
            id="q"
            query={query}
            maxLength={QUERY_LENGTH}
            locale={locale}
            address={address}
            words={{
              list: t("suggest.list"),
              found: { one: t("suggest.found.one"), other: t("suggest.found.other") },
              sections: Object.fromEntries(
                SECTIONS.map((section) => [section, t(`suggest.sections.${section}`)]),
              ),
            }}
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
