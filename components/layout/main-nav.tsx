import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { LanguageSwitch } from "./language-switch";
import styles from "./main-nav.module.css";
import { NAV_ITEMS, type NavItem } from "./nav-items";

interface Props {
  locale: Locale;
  path: readonly string[];
  query: string | undefined;
  current: NavItem | undefined;
}

export function MainNav({ locale, path, query, current }: Props) {
  const t = translator(locale);
  return (
    <nav aria-label={t("site.navigation")} className={styles.nav}>
      <ul>
        {NAV_ITEMS.map((item) => (
          <li key={item}>
            <a href={pagePath(locale, item)} aria-current={item === current ? "page" : undefined}>
              {t(`site.nav.${item}`)}
            </a>
          </li>
        ))}
        <LanguageSwitch locale={locale} path={path} query={query} />
      </ul>
    </nav>
  );
}
