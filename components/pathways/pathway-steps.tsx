import { RecordName } from "@/components/qualifications/record-name";
import { recordKey } from "@/components/qualifications/record-text";
import { CautionText } from "@/components/ui/caution-text";
import { LocalText } from "@/components/ui/local-text";
import record from "@/components/ui/record.module.css";
import numbered from "@/components/ui/steps.module.css";
import type { PathwayChoice, PathwayStep } from "@/features/curated-pathways/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./pathway-steps.module.css";

/** The steps in their order, each with its reason and what may be taken in its place. */
export function PathwaySteps({ locale, steps }: { locale: Locale; steps: readonly PathwayStep[] }) {
  const t = translator(locale);
  return (
    <ol className={`${numbered.steps} ${styles.steps}`}>
      {steps.map(({ id, choice, alternatives, reason, isDead }) => (
        <li key={id} id={`step-${id}`}>
          <div>
            <h3>
              <Choice locale={locale} choice={choice} />
            </h3>
            {isDead && (
              <p>
                <CautionText>{t("pathways.dead")}</CautionText>
              </p>
            )}
            <p>
              <strong>{t("pathways.reason")}</strong>{" "}
              <LocalText text={reason} locale={locale} defaultLanguage="en" />
            </p>
            {alternatives.length > 0 && (
              <>
                <p>{t("pathways.alternatives", { count: alternatives.length })}</p>
                <ul className={record.list}>
                  {alternatives.map((other) => (
                    <li key={choiceKey(other)}>
                      <Choice locale={locale} choice={other} />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Choice({ locale, choice }: { locale: Locale; choice: PathwayChoice }) {
  return choice.kind === "record" ? (
    <RecordName locale={locale} record={choice.record} />
  ) : (
    <LocalText text={choice.text} locale={locale} defaultLanguage="en" />
  );
}

const choiceKey = (choice: PathwayChoice): string =>
  choice.kind === "record" ? recordKey(choice.record) : JSON.stringify(choice.text);
