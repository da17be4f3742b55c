import { Icon, type IconName } from "@/components/ui/icon";
import type { TrustMark as Mark, Tier } from "@/features/trust-words/tiers";
import type { Locale } from "@/lib/locales";
import styles from "./claim-mark.module.css";
import { trustWord } from "./trust-word";

const SHAPES: Readonly<Record<Tier, IconName>> = {
  "external-review-esg": "confirmed",
  "national-authorisation": "authorised",
  "recognised-label": "label",
  "self-declared": "stated",
  "out-of-scope": "outside",
  "not-stated": "unknown",
};

interface Props {
  locale: Locale;
  mark: Pick<Mark, "tier" | "subStatus"> & { conditions?: boolean };
}

/** What stands behind an offer or a provider: a word and a shape, colour third. */
export function TrustMark({ locale, mark }: Props) {
  return (
    <span className={`${styles.mark} ${styles.long} ${styles[mark.tier]}`}>
      <Icon name={SHAPES[mark.tier]} />
      {trustWord(locale, mark)}
    </span>
  );
}
