import { RecordName } from "@/components/qualifications/record-name";
import { recordText } from "@/components/qualifications/record-text";
import { SourceNote } from "@/components/sources/source-note";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import button from "@/components/ui/button.module.css";
import { ExternalLink } from "@/components/ui/external-link";
import { LocalText } from "@/components/ui/local-text";
import { Notice } from "@/components/ui/notice";
import record from "@/components/ui/record.module.css";
import type { PathwayDetail } from "@/features/curated-pathways/view";
import { formatDay } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { PathwaySteps } from "./pathway-steps";

/** A way that somebody proposes, step by step, with who stands behind it and when they last looked. */
export function PathwayPage({ locale, pathway }: { locale: Locale; pathway: PathwayDetail }) {
  const t = translator(locale);
  const { leadsTo, maintainers, steps } = pathway;
  const dead = steps.filter(({ isDead }) => isDead).length;
  return (
    <article className={record.record}>
      <Breadcrumbs
        label={t("site.breadcrumbs")}
        steps={[{ name: t("plan.title"), href: pagePath(locale, "plan") }]}
      />
      <div className={record.lead}>
        <div className={record.main}>
          <p className={record.kicker}>{t("pathways.kicker")}</p>
          <h1>
            <LocalText text={pathway.title} locale={locale} defaultLanguage="en" />
          </h1>
          {leadsTo && (
            <p>
              {t.rich("pathways.leads-to", {
                target: () => <RecordName locale={locale} record={leadsTo} />,
              })}
            </p>
          )}
          {pathway.summary && (
            <p className={record.summary}>
              <LocalText text={pathway.summary} locale={locale} defaultLanguage="en" />
            </p>
          )}
          {dead > 0 && (
            <Notice kind="caution">
              <p>{t("pathways.dead-steps", { count: dead })}</p>
            </Notice>
          )}
          {leadsTo?.kind === "credential" && (
            <p>
              <a
                href={`${pagePath(locale, "plan")}?${new URLSearchParams({ target: leadsTo.slug })}`}
                className={button.button}
              >
                {t("qualifications.plan")}
              </a>
            </p>
          )}
        </div>
        <div className={record.aside}>
          <h2>{t("pathways.maintainers")}</h2>
          <ul className={record.list}>
            {maintainers.map(({ name, url }) => (
              <li key={name}>{url ? <ExternalLink href={url}>{name}</ExternalLink> : name}</li>
            ))}
          </ul>
          <p>{t("pathways.checked-on", { day: formatDay(locale, pathway.checkedOn) })}</p>
          <p className={record.quiet}>{t("pathways.version", { version: pathway.version })}</p>
        </div>
      </div>
      <section className={record.section}>
        <h2>{t("pathways.steps")}</h2>
        <PathwaySteps locale={locale} steps={steps} />
        <Notice kind="caution">
          <p>
            {leadsTo
              ? t("pathways.no-right-to", { target: recordText(locale, leadsTo) })
              : t("pathways.no-right")}
          </p>
        </Notice>
      </section>
      <SourceNote locale={locale} source={pathway.source} path={["pathways", pathway.slug]} />
    </article>
  );
}
