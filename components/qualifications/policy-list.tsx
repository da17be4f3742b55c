import { describeCredits } from "@/components/courses/describe-learning";
import record from "@/components/ui/record.module.css";
import type { PartView, PolicyView } from "@/features/qualifications/view";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { partsById } from "./part-names";
import { RecordName } from "./record-name";
import { RecordNames } from "./record-names";
import { recordKey } from "./record-text";
import { SelectorClauses } from "./selector-clauses";

interface Props {
  locale: Locale;
  policy: PolicyView;
  root: PartView;
}

/** What holds for the qualification as a whole, beside its parts. */
export function PolicyList({ locale, policy, root }: Props) {
  const t = translator(locale);
  const credits = (hundredths: number) => describeCredits(locale, hundredths) ?? "";
  const parts = partsById(root);
  const title = (id: string) => pickText(parts.get(id)?.title, locale, "en")?.text ?? id;
  const { recency } = policy;
  return (
    <ul className={record.list}>
      {policy.levelMinima.map(({ eqf, credits: min }) => (
        <li key={`level ${eqf}`}>
          {t("qualifications.policy.level", { credits: credits(min), level: eqf })}
        </li>
      ))}
      {policy.minFromAwardingBody !== null && (
        <li>{t("qualifications.policy.residency", { credits: credits(policy.minFromAwardingBody) })}</li>
      )}
      {policy.maxRecognised !== null && (
        <li>{t("qualifications.policy.recognised", { credits: credits(policy.maxRecognised) })}</li>
      )}
      {policy.maxRecognisedPercent !== null && (
        <li>{t("qualifications.policy.recognised-share", { percent: policy.maxRecognisedPercent })}</li>
      )}
      {policy.providerMaxima.map(({ provider, credits: max }) => (
        <li key={recordKey(provider)}>
          {t.rich("qualifications.policy.provider", {
            credits: credits(max),
            provider: () => <RecordName locale={locale} record={provider} />,
          })}
        </li>
      ))}
      {recency && (
        <li>
          {t(`qualifications.policy.recency.${recency.countFrom}`, { months: recency.maxAgeMonths })}
          {recency.overrides.length > 0 && (
            <ul className={record.list}>
              {recency.overrides.map(({ selector, months }) => (
                <li key={JSON.stringify(selector)}>
                  {t("qualifications.policy.recency.override", { months })}{" "}
                  <SelectorClauses locale={locale} selector={selector} />
                </li>
              ))}
            </ul>
          )}
        </li>
      )}
      {policy.maxSharedWithOtherAwards !== null && (
        <li>
          {t("qualifications.policy.other-awards", { credits: credits(policy.maxSharedWithOtherAwards) })}
        </li>
      )}
      <li>{t("qualifications.policy.sharing.default")}</li>
      {policy.sharing.map((sharing) => {
        const [a, b] = sharing.between;
        const within = a === b ? "within" : "between";
        return (
          <li key={sharing.between.join(" ")}>
            {t(`qualifications.policy.sharing.${sharing.mode}-${within}`, {
              a: title(a),
              b: title(b),
              credits: sharing.mode === "upTo" ? credits(sharing.credits) : "",
            })}
          </li>
        );
      })}
      {policy.exclusions.map(({ units, maxCount }) => (
        <li key={units.map(recordKey).join(" ")}>
          {t("qualifications.policy.exclusion", { count: maxCount })}{" "}
          <RecordNames locale={locale} records={units} />
        </li>
      ))}
    </ul>
  );
}
