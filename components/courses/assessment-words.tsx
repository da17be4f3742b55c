import { CautionText } from "@/components/ui/caution-text";
import { NotStated } from "@/components/ui/not-stated";
import type { Assessment } from "@/features/courses/schema";
import { assessmentTypes } from "@/features/vocabularies/assessment-types";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

interface Props {
  locale: Locale;
  assessment: Assessment;
  types: readonly string[];
}

export function AssessmentWords({ locale, assessment, types }: Props) {
  const t = translator(locale);
  if (assessment === "unknown") return <NotStated locale={locale} />;
  if (assessment === "attendance-only") return <CautionText>{t("words.attendance-only")}</CautionText>;
  if (assessment === "none" || types.length === 0) return t(`words.assessment.${assessment}`);
  return types.map((type) => assessmentTypes.label(type, locale)).join(", ");
}
