import { ExternalLink } from "@/components/ui/external-link";
import { type Fact, FactList } from "@/components/ui/fact-list";
import record from "@/components/ui/record.module.css";
import type { ProviderDetail } from "@/features/providers/view";
import { countries } from "@/features/vocabularies/countries";
import { nutsName } from "@/features/vocabularies/nuts";
import { formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

export function ProviderFacts({ locale, provider }: { locale: Locale; provider: ProviderDetail }) {
  const t = translator(locale);
  const { content } = provider;
  const region = content.region === null ? null : nutsName(content.region);
  const facts: Fact[] = [
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
