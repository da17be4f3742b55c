import { reasonWords } from "@/components/claims/reason-words";
import type { ProviderJudgement } from "@/features/judgements/view";
import { formatDay, formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { EvidenceEntry } from "./evidence-entry";
import type { EvidenceGroup as Group } from "./evidence-groups";
import { EvidenceMark } from "./evidence-mark";
import styles from "./evidence-timeline.module.css";

interface Props {
  locale: Locale;
  group: Group;
  judged: ProviderJudgement;
}

/** Many records that are alike: how many and how new, and each of them with its link behind a fold. */
export function EvidenceGroup({ locale, group: { newest, rows, state }, judged }: Props) {
  const t = translator(locale);
  const number = formatNumber(locale, rows.length);
  const what = reasonWords(locale, judged.bodies).kind(newest.kind);
  const scope = t(`provider.evidence.activities.${newest.activity}`);
  return (
    <li className={styles.entry}>
      {newest.validFrom && (
        <p className={styles.period}>
          {t("provider.evidence.alike.newest", { day: formatDay(locale, newest.validFrom) })}
        </p>
      )}
      <h3 className={styles.what}>
        {t("provider.evidence.alike.by", { what, issuer: newest.issuer.name, number })}
      </h3>
      {state && <EvidenceMark locale={locale} state={state} />}
      <ul className={styles.facts}>
        <li>{t(`provider.evidence.decisions.${newest.decision}`)}</li>
        <li>{t("provider.evidence.alike.each-covers", { scope })}</li>
      </ul>
      <details>
        <summary>{t("provider.evidence.alike.all", { number })}</summary>
        <ol className={styles.timeline}>
          {rows.map((row) => (
            <EvidenceEntry
              key={row.id}
              locale={locale}
              row={row}
              state={state}
              judged={judged}
              heading="h4"
            />
          ))}
        </ol>
      </details>
    </li>
  );
}
