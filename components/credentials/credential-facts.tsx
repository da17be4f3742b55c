import { TrustClaim } from "@/components/claims/trust-claim";
import { CreditsClaim, LevelClaim } from "@/components/claims/value-claim";
import { AssessmentWords } from "@/components/courses/assessment-words";
import { describeHours } from "@/components/courses/describe-learning";
import { FactList } from "@/components/ui/fact-list";
import { LocalText } from "@/components/ui/local-text";
import { NotStated } from "@/components/ui/not-stated";
import record from "@/components/ui/record.module.css";
import type { CredentialDetail } from "@/features/credentials/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { hoursOf } from "./hours-of";

interface Props {
  locale: Locale;
  credential: CredentialDetail;
}

export function CredentialFacts({ locale, credential }: Props) {
  const t = translator(locale);
  const { content, judgement } = credential;
  const facts = [
    { term: t("course.level"), value: <LevelClaim locale={locale} judged={judgement} /> },
    { term: t("course.credits"), value: <CreditsClaim locale={locale} judged={judgement} /> },
    { term: t("credential.trust"), value: <TrustClaim locale={locale} judged={judgement} /> },
    { term: t("course.workload"), value: describeHours(locale, hoursOf(content)) },
    {
      term: t("course.assessment"),
      value: (
        <AssessmentWords locale={locale} assessment={content.assessment} types={content.assessmentTypes} />
      ),
    },
    {
      term: t("credential.validity"),
      value: content.validity && (
        <LocalText text={content.validity} locale={locale} defaultLanguage={content.defaultLanguage} />
      ),
    },
  ];
  return (
    <div className={record.aside}>
      <h2 className="visually-hidden">{t("course.at-a-glance")}</h2>
      <FactList
        facts={facts.map(({ term, value }) => ({ term, value: value ?? <NotStated locale={locale} /> }))}
      />
    </div>
  );
}
