import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./claim-mark.module.css";

export const CLAIM_STATUSES = ["stated", "checked", "confirmed", "contradicted"] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** How well a value is known: a word and a shape, colour third. */
export function ClaimMark({ locale, status }: { locale: Locale; status: ClaimStatus }) {
  return (
    <span className={`${styles.mark} ${styles[status]}`}>
      <Icon name={status} />
      {translator(locale)(`claims.${status}`)}
    </span>
  );
}
