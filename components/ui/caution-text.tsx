import type { ReactNode } from "react";
import styles from "./caution-text.module.css";
import { Icon } from "./icon";

/** A few words of warning within a line. */
export function CautionText({ children }: { children: ReactNode }) {
  return (
    <span className={styles.caution}>
      <Icon name="caution" /> {children}
    </span>
  );
}
