import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./skip-link.module.css";

export function SkipLink({ locale }: { locale: Locale }) {
  return (
    <a href="#main" className={styles.skip}>
      {translator(locale)("site.skip")}
    </a>
  );
}
