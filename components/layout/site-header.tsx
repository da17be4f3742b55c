import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { BrandMark } from "./brand-mark";
import { MainNav } from "./main-nav";
import type { NavItem } from "./nav-items";
import styles from "./site-header.module.css";
import wrap from "./wrap.module.css";

interface Props {
  locale: Locale;
  path: readonly string[];
  query: string | undefined;
  current: NavItem | undefined;
}

/** On phones the navigation folds into one disclosure; only one of the two is displayed and read out. */
export function SiteHeader({ locale, ...address }: Props) {
  const t = translator(locale);
  return (
    <header className={styles.header}>
      <div className={`${wrap.wrap} ${styles.row}`}>
        <a href={pagePath(locale)} className={styles.brand}>
          <BrandMark />
          {t("site.name")}
        </a>
        <div className={styles.wide}>
          <MainNav locale={locale} {...address} />
        </div>
        <details className={styles.narrow}>
          <summary>{t("site.menu")}</summary>
          <MainNav locale={locale} {...address} />
        </details>
      </div>
    </header>
  );
}
