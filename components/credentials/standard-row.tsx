import { ClaimMark } from "@/components/claims/claim-mark";
import type { StandardElement } from "@/features/credentials/standard-elements";
import type { CredentialDetail } from "@/features/credentials/view";
import { formatDay } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { ElementValue } from "./element-value";
import styles from "./standard-table.module.css";

interface Props {
  locale: Locale;
  number: number;
  element: StandardElement;
  credential: CredentialDetail;
}

export function StandardRow({ locale, number, element, credential }: Props) {
  const t = translator(locale);
  const { name, state } = element;
  return (
    <tr className={styles[state]}>
      <th scope="row">
        {number} {t(`standard.elements.${name}`)}
      </th>
      <td>
        {state === "stated" ? (
          <ElementValue locale={locale} name={name} credential={credential} />
        ) : (
          t(`standard.states.${state}`)
        )}
      </td>
      <td>
        {state === "stated" && (
          <>
            <ClaimMark locale={locale} status="stated" />{" "}
            {t("standard.on-day", { day: formatDay(locale, credential.source.retrievedOn) })}
          </>
        )}
      </td>
    </tr>
  );
}
