import { describeCredits } from "@/components/courses/describe-learning";
import type { CountingUnit, PartCounting, PartView } from "@/features/qualifications/view";
import { formatDay } from "@/lib/format";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { CertaintyMark } from "./certainty-mark";
import styles from "./counting-units.module.css";
import { RecordName } from "./record-name";
import { recordKey } from "./record-text";
import { ruleAnchor } from "./rule-list";
import { RuleSource } from "./rule-source";

interface Props {
  locale: Locale;
  counting: PartCounting;
  part: PartView;
}

/** What counts in a part, what might, each with how sure that is and who decides. */
export function CountingUnits({ locale, counting, part }: Props) {
  const t = translator(locale);
  const { counted, countedTotal, possible, possibleTotal } = counting;
  const title = pickText(part.title, locale, "en")?.text ?? part.id;
  if (countedTotal + possibleTotal === 0)
    return <p className={styles.none}>{t("qualifications.counting.none")}</p>;
  return (
    <div className={styles.counting}>
      {countedTotal > 0 && (
        <Units locale={locale} units={counted} total={countedTotal} title={title} kind="counted" />
      )}
      {possibleTotal > 0 && (
        <details className={styles.possible} open={countedTotal === 0}>
          <summary>{t("qualifications.counting.possible-summary", { count: possibleTotal })}</summary>
          <Units locale={locale} units={possible} total={possibleTotal} title={title} kind="possible" />
        </details>
      )}
    </div>
  );
}

interface UnitsProps {
  locale: Locale;
  units: readonly CountingUnit[];
  total: number;
  title: string;
  kind: "counted" | "possible";
}

function Units({ locale, units, total, title, kind }: UnitsProps) {
  const t = translator(locale);
  return (
    <>
      <table className={styles.units}>
        <caption className="visually-hidden">{t(`qualifications.counting.${kind}`, { part: title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("qualifications.counting.unit")}</th>
            <th scope="col">{t("qualifications.counting.credits")}</th>
            <th scope="col">{t("qualifications.counting.certainty")}</th>
            <th scope="col">{t("qualifications.counting.why")}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((each) => (
            <tr key={recordKey(each.unit)}>
              <th scope="row">
                <RecordName locale={locale} record={each.unit} />
              </th>
              <td className={styles.figure}>
                {[
                  describeCredits(locale, each.credits) ?? t("card.credits-not-stated"),
                  ...(each.eqf === null ? [] : [t("words.eqf", { level: each.eqf })]),
                ].join(", ")}
              </td>
              <td>
                <CertaintyMark locale={locale} certainty={each.certainty} />
              </td>
              <td>
                <GroundWords locale={locale} unit={each} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > units.length && (
        <p className={styles.none}>{t("qualifications.counting.more", { count: total - units.length })}</p>
      )}
    </>
  );
}

function GroundWords({ locale, unit }: { locale: Locale; unit: CountingUnit }) {
  const t = translator(locale);
  return (
    <>
      {unit.basis === "named" || unit.basis === "fits" ? (
        `${t(`stacking.basis.${unit.basis}`)}. `
      ) : (
        <>
          {unit.rule !== null && unit.basis === "rule" ? (
            <a href={`#${ruleAnchor(unit.rule)}`}>{t("stacking.basis.rule")}</a>
          ) : (
            t(`stacking.basis.${unit.basis}`)
          )}
          {": "}
          <RuleSource locale={locale} source={unit.source} />{" "}
        </>
      )}
      {t.rich("stacking.decides", { body: () => <RecordName locale={locale} record={unit.decider} /> })}
      {unit.until && ` ${t("stacking.until", { day: formatDay(locale, unit.until) })}`}
    </>
  );
}
