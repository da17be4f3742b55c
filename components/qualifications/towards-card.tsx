import { describeCredits } from "@/components/courses/describe-learning";
import { LocalText } from "@/components/ui/local-text";
import record from "@/components/ui/record.module.css";
import type { CountsTowardsRow } from "@/features/qualifications/view";
import { formatDay } from "@/lib/format";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { CertaintyMark } from "./certainty-mark";
import styles from "./counts-towards.module.css";
import { RecordName } from "./record-name";
import { partAnchor } from "./requirement-outline";
import { RuleSource } from "./rule-source";

/** One qualification that it counts towards, in which part, on what ground, and who decides. */
export function TowardsCard({ locale, row }: { locale: Locale; row: CountsTowardsRow }) {
  const t = translator(locale);
  const { qualification, part, via, credits, certainty } = row;
  const address = pagePath(locale, "qualifications", qualification.slug);
  const amount = describeCredits(locale, credits);
  return (
    <li className={styles.card} data-certainty={certainty}>
      <h3>
        <LocalText
          href={address}
          text={qualification.title}
          locale={locale}
          defaultLanguage={qualification.defaultLanguage}
        />
      </h3>
      <p>
        <CertaintyMark locale={locale} certainty={certainty} />{" "}
        <a href={`${address}#${partAnchor(part.id)}`}>
          {t("stacking.towards.part", { part: partTitle(locale, part.titles) })}
        </a>
        {amount && (
          <>
            {", "}
            {qualification.totalCredits > 0
              ? t("stacking.towards.credits", {
                  credits: amount,
                  total: describeCredits(locale, qualification.totalCredits) ?? "",
                })
              : amount}
          </>
        )}
      </p>
      {via && (
        <p>
          {t.rich("stacking.towards.via", { credential: () => <RecordName locale={locale} record={via} /> })}
        </p>
      )}
      {certainty === "possible" ? (
        <p>
          {row.basis === "rule" ? (
            <>
              {t("stacking.possible-rule")} <RuleSource locale={locale} source={row.source} />{" "}
              {t("stacking.ask")}
            </>
          ) : (
            t("stacking.possible-why")
          )}{" "}
          <RecordName locale={locale} record={row.decider} />.
        </p>
      ) : (
        <p>
          {t(`stacking.basis.${row.basis}`)}: <RuleSource locale={locale} source={row.source} />{" "}
          {t.rich("stacking.decides", { body: () => <RecordName locale={locale} record={row.decider} /> })}
        </p>
      )}
      {(row.evidenceRequired.length > 0 || row.until) && (
        <p className={record.quiet}>
          {row.evidenceRequired.length > 0 && (
            <>
              {t("stacking.evidence")}{" "}
              {row.evidenceRequired.map((evidence, index) => (
                <span key={JSON.stringify(evidence)}>
                  {index > 0 && "; "}
                  <LocalText text={evidence} locale={locale} defaultLanguage="en" />
                </span>
              ))}
              {". "}
            </>
          )}
          {row.until && t("stacking.until", { day: formatDay(locale, row.until) })}
        </p>
      )}
    </li>
  );
}

/** "Society / Electives" */
export function partTitle(locale: Locale, titles: readonly Readonly<Record<string, string>>[]): string {
  return titles.map((title) => pickText(title, locale, "en")?.text ?? "").join(" / ");
}
