import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./not-stated.module.css";

/** Unknown is a value: it is shown, and never as 0, free or no. */
export function NotStated({ locale }: { locale: Locale }) {
  return <span className={styles.missing}>{translator(locale)("words.not-stated")}</span>;
}
