import { ClaimMark } from "@/components/claims/claim-mark";
import { TrustClaim } from "@/components/claims/trust-claim";
import { Why } from "@/components/claims/why";
import { ExternalLink } from "@/components/ui/external-link";
import { type Fact, FactList } from "@/components/ui/fact-list";
import { NotStated } from "@/components/ui/not-stated";
import record from "@/components/ui/record.module.css";
import type { ProviderDetail } from "@/features/providers/view";
import { countries } from "@/features/vocabularies/countries";
import { nutsName } from "@/features/vocabularies/nuts";
import { formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

export function ProviderFacts({ locale, provider }: { locale: Locale; provider: ProviderDetail }) {
  const t = translator(locale);
  const { content, judgement: judged } = provider;
  const region = content.region === null ? null : nutsName(content.region);
  const { value, status, reasons, changesOn } = judged.awardingPower;
  const facts: Fact[] = [
    { term: t("provider.trust"), value: <TrustClaim locale={locale} judged={judged} /> },
    {
      term: t("provider.awarding-power"),
      value: (
        <Why locale={locale} reasons={reasons} judged={judged} at={judged.at} changesOn={changesOn}>
          {value === null || status === "not-stated" ? (
            <NotStated locale={locale} />
          ) : (
            <>
              <strong>{t(`trust.words.${value ? "yes" : "no"}`)}</strong>{" "}
              <ClaimMark locale={locale} status={status} />
            </>
          )}
        </Why>
      ),
    },
    { term: t("provider.country"), value: countries.label(content.country, locale) },
    ...(region ? [{ term: t("provider.region"), value: region }] : []),
    ...(content.homepage
      ? [{ term: t("provider.homepage"), value: <ExternalLink href={content.homepage} /> }]
      : []),
    ...content.identifiers.map(({ scheme, value }) => ({ term: t(`provider.schemes.${scheme}`), value })),
    { term: t("provider.courses"), value: formatNumber(locale, provider.courseCount) },
  ];
  return (
    <div className={record.aside}>
      <h2 className="visually-hidden">{t("course.at-a-glance")}</h2>
      <FactList facts={facts} />
    </div>
  );
}
