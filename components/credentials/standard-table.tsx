import record from "@/components/ui/record.module.css";
import { standardElements } from "@/features/credentials/standard-elements";
import type { CredentialDetail } from "@/features/credentials/view";
import type { ProviderJudgement } from "@/features/judgements/view";
import { formatList } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { CompletenessMeter } from "./completeness-meter";
import { StandardRow } from "./standard-row";
import styles from "./standard-table.module.css";

interface Props {
  locale: Locale;
  credential: CredentialDetail;
  bodies: readonly ProviderJudgement[];
}

/** The European standard for micro-credentials, element by element. */
export function StandardTable({ locale, credential, bodies }: Props) {
  const t = translator(locale);
  const { mandatory, optional, stated, statable } = standardElements(credential);
  const missing = mandatory
    .filter(({ state }) => state === "not-stated")
    .map(({ name }) => t(`standard.elements.${name}`));
  const parts = [
    { name: "mandatory", elements: mandatory },
    { name: "optional", elements: optional },
  ] as const;
  return (
    <section className={record.section}>
      <h2>{t("standard.heading")}</h2>
      <p>{t(`standard.definition.${credential.content.assessment}`)}</p>
      <p>
        {t("standard.count", { stated, statable })}{" "}
        {missing.length === 0
          ? t("standard.nothing-missing")
          : t("standard.missing", { elements: formatList(locale, missing) })}
      </p>
      <CompletenessMeter stated={stated} statable={statable} />
      {parts.map(({ name, elements }) => (
        <table key={name} className={styles.elements}>
          <caption>{t(`standard.${name}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t("standard.element")}</th>
              <th scope="col">{t("standard.here")}</th>
              <th scope="col">{t("standard.how-known")}</th>
            </tr>
          </thead>
          <tbody>
            {elements.map((element, index) => (
              <StandardRow
                key={element.name}
                locale={locale}
                number={index + 1}
                element={element}
                credential={credential}
                bodies={bodies}
              />
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
