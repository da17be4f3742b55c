import { ExternalLink } from "@/components/ui/external-link";
import type { OfferJudgement } from "@/features/judgements/view";
import type { Reason } from "@/features/trust-words/reason";
import { reasonMessage } from "@/features/trust-words/reason-message";
import { formatDay } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { reasonWords } from "./reason-words";
import styles from "./why.module.css";

/** What the sentences rest on: the records, and the bodies by name. */
export type Judged = Pick<OfferJudgement, "bodies" | "evidence">;

interface Props {
  locale: Locale;
  reasons: readonly Reason[];
  judged: Judged;
}

/** Why a mark is there: sentences, each with its record and the day on which that was read. */
export function ReasonList({ locale, reasons, judged }: Props) {
  const t = translator(locale);
  const words = reasonWords(locale, judged.bodies);
  const records = new Map(judged.evidence.map((row) => [row.id, row]));
  const sentences = new Map(
    reasons.map((reason) => {
      const { key, values } = reasonMessage(reason, words);
      return [begun(t(`trust.reasons.${key}`, values)), reason];
    }),
  );
  const linked = new Set<string>();
  return (
    <ul className={styles.reasons}>
      {[...sentences].map(([sentence, { record, link }]) => {
        const row = record === null || linked.has(record) ? undefined : records.get(record);
        const isFirst = record !== null && !linked.has(record);
        if (record !== null) linked.add(record);
        return (
          <li key={sentence}>
            {sentence} {isFirst && link && <ExternalLink href={link}>{t("claims.record")}</ExternalLink>}
            {row && (
              <span className={styles.quiet}>
                {isFirst && link && ", "}
                {t("claims.read-on", { day: formatDay(locale, row.retrievedOn) })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Some sentences begin with a word of ours, such as "this offer". */
const begun = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
