import { describeCredits, describeLevel } from "@/components/courses/describe-learning";
import type { StandardElement } from "@/features/credentials/standard-elements";
import type { CredentialDetail } from "@/features/credentials/view";
import type { OfferJudgement, ProviderJudgement } from "@/features/judgements/view";
import { formatList } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { ElementKnown } from "./element-known";
import { ElementValue } from "./element-value";
import styles from "./standard-table.module.css";

interface Props {
  locale: Locale;
  number: number;
  element: StandardElement;
  credential: CredentialDetail;
  bodies: readonly ProviderJudgement[];
}

export function StandardRow({ locale, number, element, credential, bodies }: Props) {
  const t = translator(locale);
  const { name, state } = element;
  const recorded = recordedValue(locale, name, credential.judgement);
  return (
    <tr className={styles[state]}>
      <th scope="row">
        {number} {t(`standard.elements.${name}`)}
      </th>
      <td>
        {recorded ? (
          <p>{recorded}</p>
        ) : state === "stated" ? (
          <ElementValue locale={locale} name={name} credential={credential} />
        ) : (
          t(`standard.states.${state}`)
        )}
      </td>
      <td>
        <ElementKnown locale={locale} element={element} credential={credential} bodies={bodies} />
      </td>
    </tr>
  );
}

/** Where a register or an authority says something that the offer does not: its value, and what else is said. */
function recordedValue(
  locale: Locale,
  name: StandardElement["name"],
  { level, credits }: OfferJudgement,
): string | null {
  const levelName = (value: typeof level | (typeof level.beside)[number]["value"]) =>
    describeLevel(locale, { ...value, outsideFramework: value.isOutsideFramework });
  if (name === "level" && level.record !== null) {
    return withOthers(
      locale,
      levelName(level),
      level.beside.map(({ value }) => levelName(value)),
    );
  }
  if (name === "workload" && credits.record !== null) {
    return withOthers(
      locale,
      describeCredits(locale, credits.ectsHundredths),
      credits.beside.map(({ value }) => describeCredits(locale, value)),
    );
  }
  return null;
}

function withOthers(locale: Locale, value: string | null, others: readonly (string | null)[]): string | null {
  if (value === null) return null;
  const said = [...new Set(others.filter((other) => other !== null))];
  if (said.length === 0) return value;
  return `${value} (${translator(locale)("claims.beside", { values: formatList(locale, said) })})`;
}
