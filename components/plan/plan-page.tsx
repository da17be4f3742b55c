import { PathwayLinks } from "@/components/pathways/pathway-links";
import { LocalText } from "@/components/ui/local-text";
import { Notice } from "@/components/ui/notice";
import record from "@/components/ui/record.module.css";
import type { PathwaySummary } from "@/features/curated-pathways/view";
import type { QualificationSummary } from "@/features/qualifications/view";
import type { UnitMatch } from "@/features/unit-search/view";
import type { Day } from "@/lib/dates";
import { env } from "@/lib/env";
import { formatList } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { AnswerSection, type ShownAnswer } from "./answer-section";
import { HoldPanel } from "./hold-panel";
import { type PlanForm, planAddress } from "./plan-form";
import styles from "./plan-page.module.css";
import { WantPanel } from "./want-panel";

interface Props {
  locale: Locale;
  form: PlanForm;
  qualifications: readonly QualificationSummary[];
  offered: { language: readonly string[]; country: readonly string[] };
  matches: readonly UnitMatch[] | null;
  /** Curated ones, for who has not chosen yet. */
  pathways: readonly PathwaySummary[];
  /** Null as long as no qualification is chosen, or where there is none of that address. */
  answer: ShownAnswer | null;
  today: Day;
}

export function PlanPage({ locale, form, qualifications, offered, matches, pathways, answer, today }: Props) {
  const t = translator(locale);
  const { query, ignored } = form;
  const unknownHold = answer?.view.unknownHold ?? [];
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        {answer ? (
          <>
            <p className={record.kicker}>{t("plan.title")}</p>
            <h1>
              <LocalText
                text={answer.qualification.title}
                locale={locale}
                defaultLanguage={answer.qualification.defaultLanguage}
              />
            </h1>
            <p>
              <a href={pagePath(locale, "qualifications", answer.qualification.slug)}>
                {t("stacking.see-qualification")}
              </a>
            </p>
            <p className={styles.jump}>
              <a href="#audit">{t("plan.jump")}</a>
            </p>
          </>
        ) : (
          <>
            <h1>{t("plan.title")}</h1>
            <p className={styles.lead}>{t("plan.lead")}</p>
          </>
        )}
        {ignored.length > 0 && (
          <Notice kind="information">
            <p>{t("plan.ignored", { parts: formatList(locale, ignored) })}</p>
          </Notice>
        )}
        {query.target !== null && !answer && (
          <Notice kind="caution">
            <p>{t("plan.no-target", { slug: query.target })}</p>
          </Notice>
        )}
        {unknownHold.length > 0 && (
          <Notice kind="caution">
            <p>{t("plan.hold.unknown", { value: formatList(locale, unknownHold) })}</p>
          </Notice>
        )}
      </div>
      <div className={styles.columns}>
        <form action={pagePath(locale, "plan")} className={styles.form}>
          <HoldPanel locale={locale} form={form} held={answer?.view.held ?? []} matches={matches} />
          <WantPanel locale={locale} query={query} qualifications={qualifications} offered={offered} />
          <p className={record.quiet}>{t("plan.private")}</p>
        </form>
        <div className={styles.results}>
          {answer ? (
            <AnswerSection locale={locale} query={query} answer={answer} today={today} />
          ) : (
            <div className={record.group}>
              <PathwayLinks locale={locale} pathways={pathways} />
              <p>
                <a href={pagePath(locale, "qualifications")}>{t("plan.all-qualifications")}</a>
              </p>
            </div>
          )}
          <p className={record.onPaper}>{env().publicUrl + planAddress(locale, query)}</p>
        </div>
      </div>
    </div>
  );
}
