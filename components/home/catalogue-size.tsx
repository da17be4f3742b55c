import { formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./home-page.module.css";

interface Props {
  locale: Locale;
  counts: { courses: number; credentials: number; providers: number };
}

export function CatalogueSize({ locale, counts }: Props) {
  const t = translator(locale);
  const parts = (["courses", "credentials", "providers"] as const).map((noun) =>
    t(`home.size.${noun}`, { count: counts[noun], number: formatNumber(locale, counts[noun]) }),
  );
  return <p className={styles.size}>{parts.join(" · ")}</p>;
}
