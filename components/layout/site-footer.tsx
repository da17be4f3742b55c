import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { operatorName } from "./operator";
import styles from "./site-footer.module.css";
import wrap from "./wrap.module.css";

const PAGES = [
  { name: "about", path: ["about"] },
  { name: "trust", path: ["about", "trust"] },
  { name: "levels", path: ["about", "levels"] },
  { name: "sources", path: ["sources"] },
  { name: "accessibility", path: ["accessibility"] },
  { name: "privacy", path: ["privacy"] },
  { name: "developers", path: ["developers"] },
] as const;

export function SiteFooter({ locale }: { locale: Locale }) {
  const t = translator(locale);
  return (
    <footer className={styles.footer}>
      <div className={wrap.wrap}>
        <nav aria-label={t("site.footer-navigation")}>
          <ul>
            {PAGES.map(({ name, path }) => (
              <li key={name}>
                <a href={pagePath(locale, ...path)}>{t(`site.pages.${name}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p>{t("site.run-by", { operator: operatorName(locale) })}</p>
        <p>{t("site.not-endorsed")}</p>
        <p>{t("site.esco")}</p>
      </div>
    </footer>
  );
}
