import { Fragment } from "react";
import { TrustMark } from "@/components/claims/trust-mark";
import { tierName } from "@/components/claims/trust-word";
import type { TrustExamples } from "@/features/judged-records/view";
import type { FacetCount } from "@/features/search/engine";
import { LINES, type SubStatus, TIERS, type Tier } from "@/features/trust-words/tiers";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { TrustExample } from "./trust-example";

interface Props {
  locale: Locale;
  examples: TrustExamples;
  counts: readonly FacetCount[];
}

/** Each tier with what establishes it, how many courses have it, and a record that shows each kind. */
export function TrustTiers({ locale, examples, counts }: Props) {
  const t = translator(locale);
  return (
    <>
      <h2>{t("trust.tiers-heading")}</h2>
      <p>{t("trust.tiers-lead")}</p>
      {TIERS.map((tier) => {
        const count = counts.find(({ value }) => value === tier)?.count ?? 0;
        return (
          <Fragment key={tier}>
            <h3>{tierName(locale, tier)}</h3>
            <p>
              {t(`trust.tiers.${tier}`)}{" "}
              {count > 0 && (
                <a href={`${pagePath(locale, "search")}?trust=${tier}`}>
                  {t("trust.all-courses", { count })}
                </a>
              )}
            </p>
            <ul>
              {subStatusesOf(tier).map((subStatus) => (
                <li key={subStatus ?? tier}>
                  <TrustMark locale={locale} mark={{ tier, subStatus }} />
                  {subStatus && <>: {t(`trust.meanings.${subStatus}`)}</>}{" "}
                  <TrustExample locale={locale} record={exampleOf(examples, tier, subStatus)} />
                </li>
              ))}
            </ul>
          </Fragment>
        );
      })}
    </>
  );
}

function subStatusesOf(tier: Tier): readonly (SubStatus | null)[] {
  if (tier === "not-stated") return ["listed-no-report", "not-listed"];
  const lines = LINES.filter((line) => line.tier === tier).map(({ subStatus }) => subStatus);
  return lines.length > 0 ? lines : [null];
}

const exampleOf = ({ marks }: TrustExamples, tier: Tier, subStatus: SubStatus | null) =>
  marks.find(({ mark }) => mark.tier === tier && mark.subStatus === subStatus)?.record ?? null;
