import { SourceNote } from "@/components/sources/source-note";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LocalText } from "@/components/ui/local-text";
import { Notice } from "@/components/ui/notice";
import record from "@/components/ui/record.module.css";
import type { CourseSummary } from "@/features/courses/view";
import type { ProviderDetail } from "@/features/providers/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { EvidenceTimeline } from "./evidence-timeline";
import { ProviderFacts } from "./provider-facts";
import { ProviderOffer } from "./provider-offer";
import { RaiseSteps } from "./raise-steps";

interface Props {
  locale: Locale;
  provider: ProviderDetail;
  /** The newest of its courses. */
  courses: readonly CourseSummary[];
}

export function ProviderPage({ locale, provider, courses }: Props) {
  const t = translator(locale);
  const { content } = provider;
  return (
    <article className={record.record}>
      <Breadcrumbs
        label={t("site.breadcrumbs")}
        steps={[{ name: t("site.nav.search"), href: pagePath(locale, "search") }]}
      />
      <div className={record.lead}>
        <div className={record.main}>
          <p className={record.kicker}>{t(`provider.kinds.${content.kind}`)}</p>
          <h1>
            <LocalText text={provider.name} locale={locale} defaultLanguage={provider.defaultLanguage} />
          </h1>
          {content.identity === "placeholder" && (
            <Notice kind="caution">
              <p>{t("provider.placeholder")}</p>
            </Notice>
          )}
          <p>
            <a href="#evidence">{t("provider.evidence.heading")}</a>
          </p>
        </div>
        <ProviderFacts locale={locale} provider={provider} />
      </div>
      <ProviderOffer locale={locale} provider={provider} courses={courses} />
      <EvidenceTimeline locale={locale} id={provider.id} judged={provider.judgement} />
      <div className={record.section}>
        <RaiseSteps locale={locale} provider={provider} />
      </div>
      <SourceNote locale={locale} source={provider.source} path={["providers", provider.slug]} />
    </article>
  );
}
