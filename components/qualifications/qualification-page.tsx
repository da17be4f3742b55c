import { SourceNote } from "@/components/sources/source-note";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import button from "@/components/ui/button.module.css";
import { LocalText } from "@/components/ui/local-text";
import { Notice } from "@/components/ui/notice";
import record from "@/components/ui/record.module.css";
import type { QualificationDetail } from "@/features/qualifications/view";
import { credentialKinds } from "@/features/vocabularies/credential-kinds";
import { formatDay } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { DecisionNote } from "./decision-note";
import { PolicyList } from "./policy-list";
import { PrerequisiteList } from "./prerequisite-list";
import { QualificationFacts } from "./qualification-facts";
import styles from "./qualification-page.module.css";
import { QualificationStack } from "./qualification-stack";
import { RecordNames } from "./record-names";
import { RequirementOutline } from "./requirement-outline";
import { RequirementWords } from "./requirement-words";
import { EquivalenceList, RuleList } from "./rule-list";
import { RuleSource } from "./rule-source";
import { VersionList } from "./version-list";

interface Props {
  locale: Locale;
  qualification: QualificationDetail;
}

export function QualificationPage({ locale, qualification }: Props) {
  const t = translator(locale);
  const { slug, defaultLanguage, root, shown, rules, equivalences } = qualification;
  const plan = `${pagePath(locale, "plan")}?${new URLSearchParams({ target: slug })}`;
  const ended = rules.filter(({ state }) => state === "expired");
  const standing = rules.filter(({ state }) => state !== "expired");
  return (
    <article className={record.record}>
      <Breadcrumbs
        label={t("site.breadcrumbs")}
        steps={[{ name: t("qualifications.title"), href: pagePath(locale, "qualifications") }]}
      />
      <div className={record.lead}>
        <div className={record.main}>
          <p className={record.kicker}>
            {t("qualifications.kicker")}
            {qualification.kind !== "not-stated" && `, ${credentialKinds.label(qualification.kind, locale)}`}
          </p>
          <h1>
            <LocalText text={qualification.title} locale={locale} defaultLanguage={defaultLanguage} />
          </h1>
          <p>
            {t("credential.awarded-by")}{" "}
            <RecordNames locale={locale} records={qualification.awardingBodies} />
          </p>
          {qualification.status === "withdrawn" && (
            <Notice kind="caution">
              <p>{t("credential.withdrawn")}</p>
            </Notice>
          )}
          {shown.state !== "current" && (
            <Notice kind="information">
              <p>
                {t(`qualifications.versions.${shown.state}-shown`, {
                  version: shown.version,
                  from: formatDay(locale, shown.validFrom),
                })}
              </p>
            </Notice>
          )}
          {qualification.description && (
            <p className={record.summary}>
              <LocalText text={qualification.description} locale={locale} defaultLanguage={defaultLanguage} />
            </p>
          )}
          <p className={styles.links}>
            <a href={plan} className={button.button}>
              {t("qualifications.plan")}
            </a>
            <a href={pagePath(locale, "credentials", slug)} className={`${button.button} ${button.quiet}`}>
              {t("qualifications.as-credential")}
            </a>
          </p>
          <DecisionNote locale={locale} deciders={qualification.awardingBodies.slice(0, 1)} />
        </div>
        <QualificationFacts locale={locale} qualification={qualification} />
      </div>
      <section className={`${record.section} ${styles.tree}`}>
        <div className={styles.outline}>
          <h2>{t("qualifications.tree")}</h2>
          {root.children.length > 0 && <RequirementWords locale={locale} requirement={root.requirement} />}
          <RequirementOutline locale={locale} parts={root.children.length > 0 ? root.children : [root]} />
        </div>
        <QualificationStack locale={locale} qualification={qualification} />
      </section>
      <section className={record.section}>
        <h2>{t("qualifications.policy.heading")}</h2>
        <PolicyList locale={locale} policy={qualification.policy} root={root} />
        <p className={record.quiet}>
          <RuleSource locale={locale} source={qualification.programmeSource} />
        </p>
      </section>
      {qualification.prerequisites.length > 0 && (
        <section className={record.section}>
          <h2>{t("qualifications.first.heading")}</h2>
          <PrerequisiteList locale={locale} prerequisites={qualification.prerequisites} />
        </section>
      )}
      {rules.length + equivalences.length > 0 && (
        <section className={record.section}>
          <h2>{t("qualifications.rules.heading")}</h2>
          {standing.length > 0 && <RuleList locale={locale} rules={standing} />}
          {equivalences.length > 0 && <EquivalenceList locale={locale} equivalences={equivalences} />}
          {ended.length > 0 && (
            <details>
              <summary className={styles.ended}>
                {t("qualifications.rules.ended", { count: ended.length })}
              </summary>
              <RuleList locale={locale} rules={ended} />
            </details>
          )}
        </section>
      )}
      <section className={record.section}>
        <h2>{t("qualifications.versions.heading")}</h2>
        <VersionList locale={locale} slug={slug} versions={qualification.versions} shown={shown} />
      </section>
      <SourceNote locale={locale} source={qualification.source} path={["qualifications", slug]} />
    </article>
  );
}
