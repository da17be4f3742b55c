import { Contact } from "@/components/layout/contact";
import { operatorName } from "@/components/layout/operator";
import { Prose } from "@/components/ui/prose";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";

export function AboutPage({ locale }: { locale: Locale }) {
  const t = translator(locale);
  return (
    <Prose>
      <h1>{t("about.title")}</h1>
      <p>{t("about.lead")}</p>
      <h2>{t("about.here.heading")}</h2>
      <p>{t("about.here.text")}</p>
      <h2>{t("about.not-here.heading")}</h2>
      <p>{t("about.not-here.text")}</p>
      <h2>{t("about.listed.heading")}</h2>
      <p>{t("site.not-endorsed")}</p>
      <p>
        <a href={pagePath(locale, "about", "trust")}>{t("site.pages.trust")}</a>
      </p>
      <p>
        <a href={pagePath(locale, "about", "levels")}>{t("site.pages.levels")}</a>
      </p>
      <h2>{t("about.software.heading")}</h2>
      <p>{t("about.software.text")}</p>
      <p>
        <a href={pagePath(locale, "developers")}>{t("site.pages.developers")}</a>
      </p>
      <h2>{t("home.operator.heading")}</h2>
      <p>{t("home.operator.text", { operator: operatorName(locale) })}</p>
      <Contact locale={locale} />
    </Prose>
  );
}
