import { Fragment } from "react";
import { CLAIM_STATUSES, ClaimMark } from "@/components/claims/claim-mark";
import { Prose } from "@/components/ui/prose";
import type { TrustExamples } from "@/features/judged-records/view";
import type { FacetCount } from "@/features/search/engine";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { TrustExample } from "./trust-example";
import { TrustTiers } from "./trust-tiers";

const SECTIONS = ["records", "unknown", "attendance", "offer"] as const;

interface Props {
  locale: Locale;
  examples: TrustExamples;
  /** Courses by tier. */
  counts: readonly FacetCount[];
}

export function TrustPage({ locale, examples, counts }: Props) {
  const t = translator(locale);
  return (
    <Prose>
      <h1>{t("trust.title")}</h1>
      <p>{t("trust.lead")}</p>
      <h2>{t("trust.claims-heading")}</h2>
      <ul>
        {CLAIM_STATUSES.map((status) => (
          <li key={status}>
            <ClaimMark locale={locale} status={status} />: {t(`claims.meaning.${status}`)}{" "}
            <TrustExample
              locale={locale}
              record={examples.claims.find((example) => example.status === status)?.record ?? null}
            />
          </li>
        ))}
      </ul>
      <TrustTiers locale={locale} examples={examples} counts={counts} />
      {SECTIONS.map((section) => (
        <Fragment key={section}>
          <h2>{t(`trust.${section}.heading`)}</h2>
          <p>{t(`trust.${section}.text`)}</p>
        </Fragment>
      ))}
    </Prose>
  );
}
