import { reasonWords } from "@/components/claims/reason-words";
import { TrustMark } from "@/components/claims/trust-mark";
import { ExternalLink } from "@/components/ui/external-link";
import record from "@/components/ui/record.module.css";
import type { ProviderDetail } from "@/features/providers/view";
import { stepsToMoreTrust } from "@/features/trust/raise";
import { reasonMessage } from "@/features/trust-words/reason-message";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

/** What a provider can do to show more, each step with what it would lead to. */
export function RaiseSteps({ locale, provider }: { locale: Locale; provider: ProviderDetail }) {
  const t = translator(locale);
  const { id, content, judgement } = provider;
  const words = reasonWords(locale, judgement.bodies);
  const steps = stepsToMoreTrust({
    subject: { kind: "provider", id, providerKind: content.kind },
    records: judgement.evidence,
    at: judgement.at,
  });
  return (
    <details>
      <summary>{t("provider.raise.heading")}</summary>
      {steps.length === 0 ? (
        <p>{t("provider.raise.none")}</p>
      ) : (
        <>
          <p>{t("provider.raise.intro")}</p>
          <ul className={record.list}>
            {steps.map((step) => {
              const { key, values } = reasonMessage(step, words);
              return (
                <li key={`${step.code} ${step.record}`}>
                  {t(`trust.steps.${key}`, values)}{" "}
                  {step.link && <ExternalLink href={step.link}>{t("claims.record")}</ExternalLink>}{" "}
                  <span className={record.quiet}>{t("provider.raise.leads-to")}</span>{" "}
                  <TrustMark locale={locale} mark={step.leadsTo} />
                </li>
              );
            })}
          </ul>
        </>
      )}
    </details>
  );
}
