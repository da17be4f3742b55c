import { CLAIM_STATUSES, ClaimMark } from "@/components/claims/claim-mark";
import { Prose } from "@/components/ui/prose";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

const SECTIONS = ["today", "unknown", "attendance", "offer"] as const;

export function TrustPage({ locale }: { locale: Locale }) {
  const t = translator(locale);
  return (
    <Prose>
      <h1>{t("trust.title")}</h1>
      <p>{t("trust.lead")}</p>
      <ul>
        {CLAIM_STATUSES.map((status) => (
          <li key={status}>
            <ClaimMark locale={locale} status={status} />: {t(`claims.meaning.${status}`)}
          </li>
        ))}
      </ul>
      {SECTIONS.map((section) => (
        <section key={section}>
          <h2>{t(`trust.${section}.heading`)}</h2>
          <p>{t(`trust.${section}.text`)}</p>
        </section>
      ))}
    </Prose>
  );
}
