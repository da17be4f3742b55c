import { AssessmentWords } from "@/components/courses/assessment-words";
import { describeCredits, describeHours, describeLevel } from "@/components/courses/describe-learning";
import { describeModes } from "@/components/courses/describe-run";
import { ExternalLink } from "@/components/ui/external-link";
import { LocalText } from "@/components/ui/local-text";
import type { ElementName } from "@/features/credentials/standard-elements";
import type { CredentialDetail } from "@/features/credentials/view";
import { countries } from "@/features/vocabularies/countries";
import { eheaCycles } from "@/features/vocabularies/eqf";
import { supervision } from "@/features/vocabularies/supervision";
import type { LanguageMap } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { AwardingBodyLinks } from "./awarding-body-links";
import { hoursOf } from "./hours-of";

interface Props {
  locale: Locale;
  /** An element that the credential states. */
  name: ElementName;
  credential: CredentialDetail;
}

export function ElementValue({ locale, name, credential }: Props) {
  const t = translator(locale);
  const { content, outcomes, awardingBodies } = credential;
  const text = (map: LanguageMap | null) => (
    <LocalText text={map} locale={locale} defaultLanguage={content.defaultLanguage} />
  );
  switch (name) {
    case "title":
      return text(content.title);
    case "country":
      return [...new Set(awardingBodies.map(({ country }) => countries.label(country, locale)))].join(", ");
    case "awarding-body":
      return <AwardingBodyLinks locale={locale} bodies={awardingBodies} />;
    case "outcomes":
      return t("standard.outcomes", {
        outcomes: outcomes.length,
        skills: new Set(outcomes.flatMap(({ skills }) => skills.map(({ id }) => id))).size,
      });
    case "workload":
      return joined(describeCredits(locale, content.ectsHundredths), describeHours(locale, hoursOf(content)));
    case "level":
      return joined(
        describeLevel(locale, { ...content, outsideFramework: content.isOutsideFramework }),
        content.eqf !== null && content.cycle !== null ? eheaCycles.label(content.cycle, locale) : null,
      );
    case "assessment":
      return (
        <AssessmentWords locale={locale} assessment={content.assessment} types={content.assessmentTypes} />
      );
    case "participation":
      return describeModes(locale, content);
    case "quality-assurance":
      return text(content.qualityAssurance);
    case "prerequisites":
      return text(content.prerequisites);
    case "supervision":
      return supervision.label(content.supervision, locale);
    case "stackability":
      return t(`standard.stackability.${content.stackability}`);
    case "further-information":
      return content.homepage ? <ExternalLink href={content.homepage} /> : text(content.validity);
    case "learner":
    case "issue-date":
    case "grade":
      return null;
  }
}

const joined = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join(", ");
