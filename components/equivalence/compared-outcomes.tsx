import { LocalText } from "@/components/ui/local-text";
import record from "@/components/ui/record.module.css";
import type { CredentialDetail } from "@/features/credentials/view";
import type { ComparedOutcome } from "@/features/equivalence/view";
import type { OutcomeView } from "@/features/outcomes/view";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { CredentialHeads } from "./credential-heads";
import styles from "./equivalence.module.css";

interface Props {
  locale: Locale;
  a: CredentialDetail;
  b: CredentialDetail;
  outcomes: readonly ComparedOutcome[];
}

/** What can be done afterwards, by the skills that the outcomes of the two name. */
export function ComparedOutcomes({ locale, a, b, outcomes }: Props) {
  const t = translator(locale);
  const many = (relation: ComparedOutcome["relation"]) =>
    outcomes.filter((row) => row.relation === relation).length;
  return (
    <section className={record.section}>
      <h2>{t("equivalence.outcomes.heading")}</h2>
      <p>{t("equivalence.outcomes.how")}</p>
      {outcomes.length === 0 ? (
        <p>{t("equivalence.outcomes.none")}</p>
      ) : (
        <>
          <p>
            {t("equivalence.outcomes.count", {
              count: a.outcomes.length,
              same: many("same"),
              close: many("close"),
              only: many("only-first"),
              others: many("only-second"),
            })}
          </p>
          <table className={styles.pair}>
            <caption className="visually-hidden">{t("equivalence.outcomes.heading")}</caption>
            <CredentialHeads locale={locale} a={a} b={b} last={t("equivalence.outcomes.compared")} />
            <tbody>
              {outcomes.map((row) => (
                <tr key={keyOf(row)}>
                  <td>
                    {row.first && (
                      <OutcomeText
                        locale={locale}
                        outcome={row.first}
                        credential={a}
                        side={t("equivalence.outcomes.first")}
                      />
                    )}
                  </td>
                  <td>
                    {row.second.map((outcome) => (
                      <OutcomeText
                        key={JSON.stringify(outcome.text)}
                        locale={locale}
                        outcome={outcome}
                        credential={b}
                        side={t("equivalence.outcomes.second")}
                      />
                    ))}
                  </td>
                  <td>
                    <Relation locale={locale} row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

interface TextProps {
  locale: Locale;
  outcome: OutcomeView;
  credential: CredentialDetail;
  side: string;
}

const OutcomeText = ({ locale, outcome, credential, side }: TextProps) => (
  <p>
    <span className={styles.side}>{side}: </span>
    <LocalText text={outcome.text} locale={locale} defaultLanguage={credential.content.defaultLanguage} />
  </p>
);

function Relation({ locale, row }: { locale: Locale; row: ComparedOutcome }) {
  const t = translator(locale);
  const name = (label: OutcomeView["text"]) => pickText(label, locale, "en")?.text ?? "";
  const skills = new Set(
    row.pairs.map(({ first, second }) =>
      first.id === second.id
        ? name(first.label)
        : t("equivalence.outcomes.pair", { one: name(first.label), other: name(second.label) }),
    ),
  );
  return (
    <>
      <strong>{t(`equivalence.outcomes.${row.relation}`)}</strong>
      {!row.isComparable && <p className={styles.hint}>{t("equivalence.outcomes.unnamed")}</p>}
      {skills.size > 0 && (
        <p className={styles.hint}>
          {t("equivalence.outcomes.skills")} {[...skills].join("; ")}
        </p>
      )}
    </>
  );
}

const keyOf = ({ relation, first, second }: ComparedOutcome): string =>
  JSON.stringify([relation, first?.text, second.map(({ text }) => text)]);
