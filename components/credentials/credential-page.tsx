import { OutcomeList } from "@/components/courses/outcome-list";
import { CountsTowards } from "@/components/qualifications/counts-towards";
import { SourceNote } from "@/components/sources/source-note";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import button from "@/components/ui/button.module.css";
import { LocalText } from "@/components/ui/local-text";
import { Notice } from "@/components/ui/notice";
import record from "@/components/ui/record.module.css";
import type { CredentialDetail } from "@/features/credentials/view";
import type { ProviderJudgement } from "@/features/judgements/view";
import type { PolicyView, CountsTowards as Towards } from "@/features/qualifications/view";
import { credentialKinds } from "@/features/vocabularies/credential-kinds";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { AwardedBy } from "./awarded-by";
import { CredentialFacts } from "./credential-facts";
import { CredentialStack } from "./credential-stack";
import { LeadingCourses } from "./leading-courses";
import { Recognition } from "./recognition";
import { StandardTable } from "./standard-table";

interface Props {
  locale: Locale;
  credential: CredentialDetail;
  /** The providers that award it, as their evidence leaves them. */
  bodies: readonly ProviderJudgement[];
  towards: Towards;
  /** Of the programme that leads to it; null where there is none, so that nothing can stack into it. */
  policy: PolicyView | null;
}

export function CredentialPage({ locale, credential, bodies, towards, policy }: Props) {
  const t = translator(locale);
  const { content, courses } = credential;
  const { defaultLanguage } = content;
  return (
    <article className={record.record}>
      <Breadcrumbs
        label={t("site.breadcrumbs")}
        steps={[{ name: t("site.nav.search"), href: pagePath(locale, "search") }]}
      />
      <div className={record.lead}>
        <div className={record.main}>
          <p className={record.kicker}>{credentialKinds.label(content.kind, locale)}</p>
          <h1>
            <LocalText text={content.title} locale={locale} defaultLanguage={defaultLanguage} />
          </h1>
          <AwardedBy locale={locale} bodies={credential.awardingBodies} />
          {credential.status === "withdrawn" && (
            <Notice kind="caution">
              <p>{t("credential.withdrawn")}</p>
            </Notice>
          )}
          {content.kind === "certificate-of-attendance" && (
            <Notice kind="caution">
              <p>{t("credential.attendance-only")}</p>
            </Notice>
          )}
          {content.description && (
            <p className={record.summary}>
              <LocalText text={content.description} locale={locale} defaultLanguage={defaultLanguage} />
            </p>
          )}
          {courses.length > 0 && (
            <p>
              <a href="#courses" className={button.button}>
                {t("credential.see-courses", { count: courses.length })}
              </a>
            </p>
          )}
          {policy && (
            <p>
              <a href={pagePath(locale, "qualifications", credential.slug)}>
                {t("stacking.see-qualification")}
              </a>
            </p>
          )}
        </div>
        <CredentialFacts locale={locale} credential={credential} />
      </div>
      <section className={record.section}>
        <h2>{t("course.outcomes")}</h2>
        <OutcomeList locale={locale} outcomes={credential.outcomes} defaultLanguage={defaultLanguage} />
      </section>
      <LeadingCourses locale={locale} credential={credential} />
      {towards.towards.length + towards.notTowards.length > 0 ? (
        <CountsTowards locale={locale} slug={credential.slug} towards={towards} />
      ) : (
        <CredentialStack locale={locale} credential={credential} />
      )}
      <StandardTable locale={locale} credential={credential} bodies={bodies} />
      <Recognition locale={locale} credential={credential} towards={towards} policy={policy} />
      <SourceNote locale={locale} source={credential.source} path={["credentials", credential.slug]} />
    </article>
  );
}
