import type { ReactNode } from "react";
import { LocalText } from "@/components/ui/local-text";
import type { CredentialDetail } from "@/features/credentials/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./equivalence.module.css";

interface Props {
  locale: Locale;
  a: CredentialDetail;
  b: CredentialDetail;
  /** Heads of the first column, if there is one, and of the last. */
  children?: ReactNode;
  last: string;
}

/** The two credentials as heads of the columns. */
export function CredentialHeads({ locale, a, b, children, last }: Props) {
  const t = translator(locale);
  const sides = [
    { credential: a, side: t("equivalence.outcomes.first") },
    { credential: b, side: t("equivalence.outcomes.second") },
  ];
  return (
    <thead className={styles.heads}>
      <tr>
        {children && <th scope="col">{children}</th>}
        {sides.map(({ credential: { slug, content }, side }) => (
          <th key={slug} scope="col">
            {side}:{" "}
            <LocalText
              href={pagePath(locale, "credentials", slug)}
              text={content.title}
              locale={locale}
              defaultLanguage={content.defaultLanguage}
            />
          </th>
        ))}
        <th scope="col">{last}</th>
      </tr>
    </thead>
  );
}
