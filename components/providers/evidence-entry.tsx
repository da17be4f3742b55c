import { ReasonList } from "@/components/claims/reason-list";
import { reasonWords } from "@/components/claims/reason-words";
import type { Evidence, Party } from "@/features/evidence/schema";
import type { ProviderJudgement } from "@/features/judgements/view";
import { NEUTRAL_CODES } from "@/features/trust-words/reason";
import { formatDay } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { EvidenceMark } from "./evidence-mark";
import type { EvidenceState } from "./evidence-state";
import styles from "./evidence-timeline.module.css";

/** What is said where nothing counts is about all records, not about the one that it names. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(NEUTRAL_CODES);

interface Props {
  locale: Locale;
  row: Evidence;
  state: EvidenceState | null;
  judged: ProviderJudgement;
  heading: "h3" | "h4";
}

/** One record: what it is, who decided, when, what it covers, and whether it counts. */
export function EvidenceEntry({ locale, row, state, judged, heading: Heading }: Props) {
  const t = translator(locale);
  const words = reasonWords(locale, judged.bodies);
  const reasons = [...judged.trust.reasons, ...judged.awardingPower.reasons].filter(
    ({ record, code }) => record === row.id && !OF_THE_WHOLE.has(code),
  );
  const day = (value: string | null, otherwise: "no-start" | "no-end") =>
    value === null ? words.word(otherwise) : formatDay(locale, value);
  const what = row.label === null || row.label === "other" ? words.kind(row.kind) : words.label(row.label);
  const isReview = row.kind === "deqar-report";
  const facts = [
    row.decision === "not-applicable" && !isReview ? null : t(`provider.evidence.decisions.${row.decision}`),
    row.scope === null
      ? isReview &&
        t("provider.evidence.covers", { scope: t(`provider.evidence.activities.${row.activity}`) })
      : t("provider.evidence.covers", { scope: row.scope }),
    ...bodiesOf(locale, row),
    row.registerIdentifier && t("provider.evidence.number", { number: row.registerIdentifier }),
    row.edition && t("provider.evidence.edition", { edition: row.edition }),
    t("provider.evidence.source", { source: row.source.name, day: formatDay(locale, row.retrievedOn) }),
  ].filter((fact) => typeof fact === "string");
  return (
    <li className={styles.entry}>
      <p className={styles.period}>
        {t("provider.evidence.period", {
          from: day(row.validFrom, "no-start"),
          to: day(row.validTo ?? row.registerEnd, "no-end"),
        })}
      </p>
      <Heading className={styles.what}>
        {t("provider.evidence.by", { what, issuer: row.issuer.name })}
      </Heading>
      {state && <EvidenceMark locale={locale} state={state} />}
      <ReasonList locale={locale} reasons={reasons} judged={{ bodies: judged.bodies, evidence: [] }} />
      <ul className={styles.facts}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </li>
  );
}

function bodiesOf(locale: Locale, { developedBy, assuredBy, awardedBy }: Evidence): string[] {
  const t = translator(locale);
  const names = (parties: readonly Party[]) => parties.map(({ name }) => name).join(", ");
  return [
    ...(developedBy.length > 0
      ? [t("provider.evidence.bodies.developed", { names: names(developedBy) })]
      : []),
    ...(assuredBy.length > 0 ? [t("provider.evidence.bodies.assured", { names: names(assuredBy) })] : []),
    ...(awardedBy.length > 0 ? [t("provider.evidence.bodies.awarded", { names: names(awardedBy) })] : []),
  ];
}
