import type { ReactNode } from "react";
import { Icon } from "./icon";
import styles from "./notice.module.css";

interface Props {
  /** `caution` for what may mislead, `information` for what is merely good to know. */
  kind: "caution" | "information";
  children: ReactNode;
}

export function Notice({ kind, children }: Props) {
  return (
    <div className={`${styles.notice} ${styles[kind]}`}>
      <Icon name={kind} />
      <div>{children}</div>
    </div>
  );
}
