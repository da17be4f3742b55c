import type { ReactNode } from "react";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./sample-banner.module.css";
import wrap from "./wrap.module.css";

export function SampleBanner({ locale }: { locale: Locale }) {
  const strong = (text: ReactNode) => <strong>{text}</strong>;
  return (
    <div className={styles.banner}>
      <p className={wrap.wrap}>{translator(locale).rich("site.sample", { strong })}</p>
    </div>
  );
}
