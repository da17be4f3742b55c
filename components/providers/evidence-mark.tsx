import { Icon, type IconName } from "@/components/ui/icon";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import type { EvidenceState } from "./evidence-state";
import styles from "./evidence-timeline.module.css";

const SHAPES: Readonly<Record<EvidenceState, IconName>> = {
  counts: "checked",
  "counts-not": "outside",
  ended: "outside",
  ahead: "unknown",
  against: "contradicted",
};

/** How a record stands today. */
export const EvidenceMark = ({ locale, state }: { locale: Locale; state: EvidenceState }) => (
  <p className={`${styles.state} ${styles[state]}`}>
    <Icon name={SHAPES[state]} />
    {translator(locale)(`provider.evidence.${state}`)}
  </p>
);
