import { Contact } from "@/components/layout/contact";
import { Prose } from "@/components/ui/prose";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

const SECTIONS = ["cookies", "others", "log", "unanswered"] as const;

export function PrivacyPage({ locale }: { locale: Locale }) {
  const t = translator(locale);
  return (
    <Prose>
      <h1>{t("privacy.title")}</h1>
      <p>{t("privacy.lead")}</p>
      {SECTIONS.map((section) => (
        <section key={section}>
          <h2>{t(`privacy.${section}.heading`)}</h2>
          <p>{t(`privacy.${section}.text`)}</p>
        </section>
      ))}
      <Contact locale={locale} />
    </Prose>
  );
}
