import { TrustClaim } from "@/components/claims/trust-claim";
import { CreditsClaim, LevelClaim } from "@/components/claims/value-claim";
import { type Fact, FactList } from "@/components/ui/fact-list";
import { InLanguage } from "@/components/ui/in-language";
import { NotStated } from "@/components/ui/not-stated";
import record from "@/components/ui/record.module.css";
import type { CourseDetail, RunView } from "@/features/courses/view";
import { iscedFields } from "@/features/vocabularies/isced-f";
import { learningSettings } from "@/features/vocabularies/learning-settings";
import { supervision } from "@/features/vocabularies/supervision";
import { targetGroups } from "@/features/vocabularies/target-groups";
import { formatDuration } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { AssessmentWords } from "./assessment-words";
import { describeHours } from "./describe-learning";
import { describeLanguages, describeModes, describePrice, describeStart } from "./describe-run";

/** "Is it for me", at a glance: what people choose by is always there, the rest only where it is stated. */
export function CourseFacts({ locale, course }: { locale: Locale; course: CourseDetail }) {
  const t = translator(locale);
  const { level, credits, durationDays, judgement } = course;
  const [run] = course.runs;
  const start = run && describeStart(locale, run, course.defaultLanguage);
  const duration = durationDays === null ? null : formatDuration(locale, durationDays);
  const always: { term: string; value: Fact["value"] | null }[] = [
    {
      term: t("course.level"),
      value: <LevelClaim locale={locale} judged={judgement} isInherited={level?.inherited ?? false} />,
    },
    {
      term: t("course.credits"),
      value: <CreditsClaim locale={locale} judged={judgement} isInherited={credits?.inherited ?? false} />,
    },
    { term: t("credential.trust"), value: <TrustClaim locale={locale} judged={judgement} /> },
    { term: t("course.workload"), value: describeHours(locale, course.hours) },
    {
      term: t("course.assessment"),
      value: (
        <AssessmentWords locale={locale} assessment={course.assessment} types={course.assessmentTypes} />
      ),
    },
    {
      term: t("run.next-start"),
      value: start ? (
        <InLanguage locale={locale} language={start.language}>
          {start.text}
        </InLanguage>
      ) : run ? null : (
        t("run.none-open")
      ),
    },
    ...(run
      ? [
          { term: t("run.mode"), value: amongRuns(course.runs, (open) => describeModes(locale, open)) },
          {
            term: t("run.language"),
            value: amongRuns(course.runs, (open) => describeLanguages(locale, open)),
          },
          { term: t("run.price"), value: amongRuns(course.runs, (open) => describePrice(locale, open)) },
        ]
      : []),
  ];
  const whereStated = [
    { term: t("course.duration"), value: duration },
    { term: t("course.supervision"), value: nameIn(supervision, course.facts.supervision, locale) },
    { term: t("course.field"), value: namesIn(iscedFields, course.fields, locale) },
    { term: t("course.target-group"), value: namesIn(targetGroups, course.targetGroups, locale) },
    { term: t("course.setting"), value: nameIn(learningSettings, course.learningSetting, locale) },
  ];
  return (
    <div className={record.aside}>
      <h2 className="visually-hidden">{t("course.at-a-glance")}</h2>
      <FactList
        facts={[
          ...always.map(({ term, value }) => ({ term, value: value ?? <NotStated locale={locale} /> })),
          ...whereStated.filter(({ value }) => value !== null),
        ]}
      />
    </div>
  );
}

/** What the open runs say, each saying once. */
function amongRuns(runs: readonly RunView[], say: (run: RunView) => string | null): string | null {
  const said = new Set(runs.map(say).filter((words) => words !== null));
  return said.size > 0 ? [...said].join(" / ") : null;
}

interface Names {
  has(code: string): boolean;
  label(code: string, locale: string): string;
}

function nameIn(list: Names, code: string, locale: Locale): string | null {
  return list.has(code) ? list.label(code, locale) : null;
}

function namesIn(list: Names, codes: readonly string[], locale: Locale): string | null {
  return codes.length > 0 ? codes.map((code) => list.label(code, locale)).join(", ") : null;
}
