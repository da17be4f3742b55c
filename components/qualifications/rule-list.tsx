import { describeCredits } from "@/components/courses/describe-learning";
import { LocalText } from "@/components/ui/local-text";
import record from "@/components/ui/record.module.css";
import type { EquivalenceView, RuleView } from "@/features/qualifications/view";
import { assessmentTypes } from "@/features/vocabularies/assessment-types";
import { formatDay, formatList } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { CertaintyMark } from "./certainty-mark";
import { RecordName } from "./record-name";
import { RecordNames } from "./record-names";
import { describeGrade } from "./requirement-words";
import styles from "./rule-list.module.css";
import { RuleSource } from "./rule-source";
import { SelectorClauses } from "./selector-clauses";

/** Recognition rules: what counts towards what, by whom, under which conditions, until when. */
export function RuleList({ locale, rules }: { locale: Locale; rules: readonly RuleView[] }) {
  return (
    <ul className={styles.rules}>
      {rules.map((rule) => (
        <li key={rule.id} id={ruleAnchor(rule.id)} className={styles.rule} data-certainty={rule.certainty}>
          <Rule locale={locale} rule={rule} />
        </li>
      ))}
    </ul>
  );
}

/** The rule's anchor on the page of its qualification. */
export const ruleAnchor = (id: string): string => `rule-${id}`;

function Rule({ locale, rule }: { locale: Locale; rule: RuleView }) {
  const t = translator(locale);
  const conditions = conditionsOf(locale, rule);
  return (
    <>
      <p>
        <CertaintyMark locale={locale} certainty={rule.certainty} />{" "}
        <span className={record.quiet}>{t(`qualifications.rules.state.${rule.state}`)}</span>
      </p>
      <div>
        <strong>{t("qualifications.rules.from")}</strong>{" "}
        <SelectorClauses locale={locale} selector={rule.from} />
      </div>
      <p>
        <strong>{t("qualifications.rules.to")}</strong>{" "}
        {"part" in rule.to ? (
          <LocalText text={rule.to.part.title} locale={locale} defaultLanguage="en" />
        ) : (
          <RecordName locale={locale} record={rule.to.unit} />
        )}
        {", "}
        {rule.credits === "same"
          ? t("qualifications.rules.same-credits")
          : describeCredits(locale, rule.credits)}
      </p>
      {conditions.length > 0 && (
        <p>
          <strong>{t("qualifications.rules.conditions")}</strong> {conditions.join("; ")}
        </p>
      )}
      {rule.evidenceRequired.length > 0 && (
        <p>
          <strong>{t("stacking.evidence")}</strong>{" "}
          {rule.evidenceRequired.map((evidence, index) => (
            <span key={JSON.stringify(evidence)}>
              {index > 0 && "; "}
              <LocalText text={evidence} locale={locale} defaultLanguage="en" />
            </span>
          ))}
        </p>
      )}
      <p>
        {t.rich("stacking.decides", { body: () => <RecordName locale={locale} record={rule.decider} /> })}{" "}
        {rule.validTo === null
          ? t("qualifications.rules.valid-from", { from: formatDay(locale, rule.validFrom) })
          : t("qualifications.rules.valid", {
              from: formatDay(locale, rule.validFrom),
              to: formatDay(locale, rule.validTo),
            })}
      </p>
      <p className={record.quiet}>
        <RuleSource locale={locale} source={rule.source} />
        {rule.source.quote && ` “${rule.source.quote}”`}
      </p>
    </>
  );
}

function conditionsOf(locale: Locale, { conditions }: RuleView): string[] {
  const t = translator(locale);
  const { minGrade, maxAgeMonths, assessment, identityVerified, quality } = conditions;
  return [
    minGrade && describeGrade(locale, minGrade),
    maxAgeMonths !== undefined && t("qualifications.rules.age", { months: maxAgeMonths }),
    assessment &&
      t("qualifications.rules.assessment", {
        types: assessment.map((type) => assessmentTypes.label(type, locale)).join(", "),
      }),
    identityVerified && t("qualifications.rules.identity"),
    quality &&
      t("stacking.selector.quality", {
        tiers: formatList(
          locale,
          quality.map((tier) => t(`facets.trust.${tier}`)),
        ),
      }),
  ].filter((text) => typeof text === "string");
}

/** Credentials that stand for one another. */
export function EquivalenceList({
  locale,
  equivalences,
}: {
  locale: Locale;
  equivalences: readonly EquivalenceView[];
}) {
  const t = translator(locale);
  return (
    <ul className={styles.rules}>
      {equivalences.map(({ id, units, certainty, decider, source }) => (
        <li key={id} className={styles.rule} data-certainty={certainty}>
          <p>
            <CertaintyMark locale={locale} certainty={certainty} />
          </p>
          <p>
            <strong>{t("qualifications.rules.equivalent")}</strong>{" "}
            <RecordNames locale={locale} records={units} />
          </p>
          <p>{t.rich("stacking.decides", { body: () => <RecordName locale={locale} record={decider} /> })}</p>
          <p className={record.quiet}>
            <RuleSource locale={locale} source={source} />
          </p>
        </li>
      ))}
    </ul>
  );
}
