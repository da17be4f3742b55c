import type { ReactNode } from "react";
import type { Reason } from "@/features/trust-words/reason";
import type { Day } from "@/lib/dates";
import { formatDay } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { type Judged, ReasonList } from "./reason-list";
import styles from "./why.module.css";

interface Props {
  locale: Locale;
  /** What is pressed. */
  children: ReactNode;
  reasons: readonly Reason[];
  judged: Judged;
  /** The day that was asked about. */
  at: Day;
  changesOn: Day | null;
}

/** A mark that tells, where it is pressed, why it is there. */
export function Why({ locale, children, reasons, judged, at, changesOn }: Props) {
  const t = translator(locale);
  return (
    <details className={styles.why}>
      <summary>
        {children}
        <span className="visually-hidden">, {t("claims.why")}</span>
      </summary>
      <div className={styles.because}>
        <ReasonList locale={locale} reasons={reasons} judged={judged} />
        <p className={styles.quiet}>
          {t("claims.as-of", { day: formatDay(locale, at) })}{" "}
          {changesOn && t("claims.changes-on", { day: formatDay(locale, changesOn) })}{" "}
          <a href={pagePath(locale, "about", "trust")}>{t("claims.how")}</a>
        </p>
      </div>
    </details>
  );
}
