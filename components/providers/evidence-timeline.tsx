import record from "@/components/ui/record.module.css";
import type { Evidence } from "@/features/evidence/schema";
import type { ProviderJudgement } from "@/features/judgements/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { EvidenceEntry } from "./evidence-entry";
import { EvidenceGroup } from "./evidence-group";
import { groupEvidence } from "./evidence-groups";
import styles from "./evidence-timeline.module.css";

interface Props {
  locale: Locale;
  /** Id of the provider. */
  id: string;
  judged: ProviderJudgement;
}

/** All that is on record about a provider, newest first; what has ended and what does not count too. */
export function EvidenceTimeline({ locale, id, judged }: Props) {
  const t = translator(locale);
  const rows = [...judged.evidence].sort(newestFirst);
  const own = rows.filter(({ subject }) => subject.id === id);
  const others = rows.filter(({ subject }) => subject.id !== id);
  return (
    <section className={record.section} id="evidence">
      <h2>{t("provider.evidence.heading")}</h2>
      <p>{own.length > 0 ? t("provider.evidence.intro") : t("provider.evidence.none")}</p>
      <Entries locale={locale} rows={own} judged={judged} />
      {others.length > 0 && (
        <details>
          <summary>{t("provider.evidence.of-others")}</summary>
          <Entries locale={locale} rows={others} judged={judged} />
        </details>
      )}
    </section>
  );
}

interface EntriesProps {
  locale: Locale;
  rows: readonly Evidence[];
  judged: ProviderJudgement;
}

const Entries = ({ locale, rows, judged }: EntriesProps) =>
  rows.length > 0 && (
    <ol className={styles.timeline}>
      {groupEvidence(rows, judged.trust.reasons).map((group) =>
        group.rows.length > 1 ? (
          <EvidenceGroup key={group.newest.id} locale={locale} group={group} judged={judged} />
        ) : (
          <EvidenceEntry
            key={group.newest.id}
            locale={locale}
            row={group.newest}
            state={group.state}
            judged={judged}
            heading="h3"
          />
        ),
      )}
    </ol>
  );

/** Undated ones last. */
const newestFirst = (a: Evidence, b: Evidence): number =>
  (b.validFrom ?? "").localeCompare(a.validFrom ?? "") || a.id.localeCompare(b.id);
