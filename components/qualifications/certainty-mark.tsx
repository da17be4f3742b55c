import type { Certainty } from "@/features/pathways/programme";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./certainty-mark.module.css";

/** How sure it is that something counts: a word and the outline of its stone, colour third. */
export function CertaintyMark({ locale, certainty }: { locale: Locale; certainty: Certainty }) {
  return (
    <span className={`${styles.mark} ${styles[certainty]}`}>
      <svg viewBox="0 0 22 14" width="22" height="14" aria-hidden="true">
        <path d="M2 7.5C2 3.5 6 2 11 2s9 1.5 9 5.2S16 12 12 12H8.5C4.5 12 2 10.5 2 7.5Z" />
      </svg>
      {translator(locale)(`stacking.certainty.${certainty}`)}
    </span>
  );
}
