import { Contact } from "@/components/layout/contact";
import { operatorName } from "@/components/layout/operator";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

const SECTIONS = ["aim", "tested", "not-tested", "feedback"] as const;

export function AccessibilityPage({ locale }: { locale: Locale }) {
  const t = translator(locale);
  return (
    <Prose>
      <h1>{t("accessibility.title")}</h1>
      <Notice kind="information">
        <p>{t("accessibility.draft")}</p>
      </Notice>
      <p>{t("accessibility.lead", { operator: operatorName(locale) })}</p>
      {SECTIONS.map((section) => (
        <section key={section}>
          <h2>{t(`accessibility.${section}.heading`)}</h2>
          <p>{t(`accessibility.${section}.text`)}</p>
        </section>
      ))}
      <Contact locale={locale} />
    </Prose>
  );
}
