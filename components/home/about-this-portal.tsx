import { Contact } from "@/components/layout/contact";
import { operatorName } from "@/components/layout/operator";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./trust-in-short.module.css";

/** Who runs this portal and where its records come from. */
export function AboutThisPortal({ locale }: { locale: Locale }) {
  const t = translator(locale);
  return (
    <section className={styles.trust}>
      <h2>{t("home.operator.heading")}</h2>
      <p>{t("home.operator.text", { operator: operatorName(locale) })}</p>
      <p>{t("site.not-endorsed")}</p>
      <Contact locale={locale} />
      <p>
        <a href={pagePath(locale, "sources")}>{t("home.operator.sources")}</a>
      </p>
    </section>
  );
}
