import { TrustClaim } from "@/components/claims/trust-claim";
import { CreditsClaim, LevelClaim } from "@/components/claims/value-claim";
import { describeHours } from "@/components/courses/describe-learning";
import { ElementValue } from "@/components/credentials/element-value";
import { hoursOf } from "@/components/credentials/hours-of";
import record from "@/components/ui/record.module.css";
import type { ElementState } from "@/features/credentials/standard-elements";
import type { CredentialDetail } from "@/features/credentials/view";
import type { ComparedElement, Equivalence } from "@/features/equivalence/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { CredentialHeads } from "./credential-heads";
import styles from "./equivalence.module.css";

interface Props {
  locale: Locale;
  a: CredentialDetail;
  b: CredentialDetail;
  compared: Equivalence;
}

/** The elements of the European standard, each of the two beside the other, with how well it is known. */
export function ComparedElements({ locale, a, b, compared }: Props) {
  const t = translator(locale);
  const parts = [
    { name: "mandatory", elements: compared.mandatory },
    { name: "optional", elements: compared.optional },
  ] as const;
  return (
    <section className={record.section}>
      <h2>{t("equivalence.elements.heading")}</h2>
      {parts.map(({ name, elements }) => (
        <table key={name} className={styles.pair}>
          <caption>{t(`standard.${name}`)}</caption>
          <CredentialHeads locale={locale} a={a} b={b} last={t("equivalence.elements.verdict")}>
            {t("equivalence.elements.element")}
          </CredentialHeads>
          <tbody>
            {elements.map((element, index) => (
              <ElementRow
                key={element.name}
                locale={locale}
                number={index + 1}
                element={element}
                a={a}
                b={b}
              />
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

interface RowProps {
  locale: Locale;
  number: number;
  element: ComparedElement;
  a: CredentialDetail;
  b: CredentialDetail;
}

function ElementRow({ locale, number, element, a, b }: RowProps) {
  const t = translator(locale);
  const { name, verdict, first, second } = element;
  const sides = [
    { credential: a, state: first, side: t("equivalence.outcomes.first") },
    { credential: b, state: second, side: t("equivalence.outcomes.second") },
  ];
  return (
    <tr>
      <th scope="row">
        {number} {t(`standard.elements.${name}`)}
      </th>
      {sides.map(({ credential, state, side }) => (
        <td key={side}>
          <span className={styles.side}>{side}: </span>
          <Value locale={locale} name={name} state={state} credential={credential} />
        </td>
      ))}
      <td>{verdict && t(`equivalence.elements.${verdict}`)}</td>
    </tr>
  );
}

interface ValueProps {
  locale: Locale;
  name: ComparedElement["name"];
  state: ElementState;
  credential: CredentialDetail;
}

function Value({ locale, name, state, credential }: ValueProps) {
  const t = translator(locale);
  const { judgement, content } = credential;
  if (name === "level") return <LevelClaim locale={locale} judged={judgement} />;
  if (name === "workload") {
    return (
      <>
        <CreditsClaim locale={locale} judged={judgement} /> {describeHours(locale, hoursOf(content))}
      </>
    );
  }
  const value =
    state === "stated" ? (
      <ElementValue locale={locale} name={name} credential={credential} />
    ) : (
      t(`standard.states.${state}`)
    );
  if (name !== "quality-assurance") return value;
  return (
    <>
      {value}
      <TrustClaim locale={locale} judged={judgement} />
    </>
  );
}
