import { describeCredits } from "@/components/courses/describe-learning";
import { type Fact, FactList } from "@/components/ui/fact-list";
import { NotStated } from "@/components/ui/not-stated";
import record from "@/components/ui/record.module.css";
import type { QualificationDetail } from "@/features/qualifications/view";
import { formatDay, formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

export function QualificationFacts({
  locale,
  qualification,
}: {
  locale: Locale;
  qualification: QualificationDetail;
}) {
  const t = translator(locale);
  const { eqf, totalCredits, shown, countedUnits } = qualification;
  const facts: Fact[] = [
    {
      term: t("course.level"),
      value: eqf === null ? <NotStated locale={locale} /> : t("words.eqf", { level: eqf }),
    },
    {
      term: t("course.credits"),
      value: totalCredits > 0 ? describeCredits(locale, totalCredits) : <NotStated locale={locale} />,
    },
    {
      term: t("qualifications.version"),
      value: (
        <>
          {shown.version}{" "}
          <small>
            {shown.validTo === null
              ? t("qualifications.versions.from", { from: formatDay(locale, shown.validFrom) })
              : t("qualifications.versions.between", {
                  from: formatDay(locale, shown.validFrom),
                  to: formatDay(locale, shown.validTo),
                })}
          </small>
        </>
      ),
    },
    {
      term: t("qualifications.counts-here"),
      value: t("qualifications.units", {
        count: countedUnits,
        number: formatNumber(locale, countedUnits),
      }),
    },
  ];
  return (
    <div className={record.aside}>
      <h2 className="visually-hidden">{t("course.at-a-glance")}</h2>
      <FactList facts={facts} />
    </div>
  );
}
