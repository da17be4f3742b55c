import { describeCredits } from "@/components/courses/describe-learning";
import { LocalText } from "@/components/ui/local-text";
import type { MinGrade } from "@/features/pathways/programme";
import type { RequirementView } from "@/features/qualifications/view";
import { formatNumber } from "@/lib/format";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { RecordName } from "./record-name";
import { SelectorClauses } from "./selector-clauses";

/** What a part asks for, in a sentence or two. */
export function RequirementWords({ locale, requirement }: { locale: Locale; requirement: RequirementView }) {
  const t = translator(locale);
  switch (requirement.kind) {
    case "all":
      return <p>{t("qualifications.asks.all", { count: requirement.of })}</p>;
    case "atLeast":
      return <p>{t("qualifications.asks.at-least", { count: requirement.k, of: requirement.of })}</p>;
    case "credits":
      return <PoolWords locale={locale} pool={requirement} />;
    case "item":
      return (
        <p>
          {t.rich("qualifications.asks.item", {
            unit: () => <RecordName locale={locale} record={requirement.unit} />,
          })}{" "}
          {requirement.minGrade && describeGrade(locale, requirement.minGrade)}
        </p>
      );
    case "outcome":
      return (
        <p>
          {t("qualifications.asks.outcome", {
            skill: pickText(requirement.skill.label, locale, "en")?.text ?? requirement.skill.uri,
          })}{" "}
          {requirement.minLevel !== null &&
            t("qualifications.asks.outcome-level", { level: requirement.minLevel })}
        </p>
      );
    case "manual":
      return (
        <p>
          <LocalText text={requirement.text} locale={locale} defaultLanguage="en" />{" "}
          {t.rich("qualifications.asks.checked-by", {
            body: () => <RecordName locale={locale} record={requirement.checkedBy} />,
          })}
        </p>
      );
  }
}

function PoolWords({
  locale,
  pool,
}: {
  locale: Locale;
  pool: Extract<RequirementView, { kind: "credits" }>;
}) {
  const t = translator(locale);
  const { minCredits, maxCredits, minItems, distinctFields, from, fits } = pool;
  const credits = (hundredths: number) => describeCredits(locale, hundredths) ?? "";
  const amount =
    maxCredits === null
      ? t("qualifications.asks.credits", { min: credits(minCredits) })
      : minCredits === maxCredits
        ? t("qualifications.asks.credits-exactly", { min: credits(minCredits) })
        : t("qualifications.asks.credits-range", { min: credits(minCredits), max: credits(maxCredits) });
  return (
    <>
      <p>
        {[
          amount,
          ...(minItems === null ? [] : [t("qualifications.asks.items", { count: minItems })]),
          ...(distinctFields === null ? [] : [t("qualifications.asks.fields", { count: distinctFields })]),
        ].join(" ")}
      </p>
      <div>
        {t("qualifications.asks.from")} <SelectorClauses locale={locale} selector={from} />
      </div>
      {fits === "possible" && !isNamedOnly(from) && <p>{t("qualifications.asks.fits-possible")}</p>}
    </>
  );
}

/** True where only what is named can count, so that nothing "fits" beside it. */
function isNamedOnly(selector: Extract<RequirementView, { kind: "credits" }>["from"]): boolean {
  const { units, ...others } = selector;
  return units !== undefined && Object.keys(others).length === 0;
}

export function describeGrade(locale: Locale, { scale, value, best }: MinGrade): string {
  const grade = formatNumber(locale, value);
  return translator(locale)(`stacking.grade.${best}`, { grade, scale });
}
