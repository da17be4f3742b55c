import type { ReactNode } from "react";
import { languages } from "@/features/vocabularies/languages";
import type { Locale } from "@/lib/locales";
import styles from "./in-language.module.css";

interface Props {
  /** The reader's. */
  locale: Locale;
  /** ISO 639-1 code of the text; null where it is the reader's. */
  language: string | null;
  /** Where the text leads to, if it is a link. */
  href?: string;
  children: ReactNode;
}

/** A text that may be in another language than the page: then read out in it, and named. */
export function InLanguage({ locale, language, href, children }: Props) {
  const lang = language ?? undefined;
  const text = href ? (
    <a href={href} lang={lang}>
      {children}
    </a>
  ) : lang ? (
    <span lang={lang}>{children}</span>
  ) : (
    children
  );
  if (language === null) return text;
  return (
    <>
      {text} <span className={styles.language}>{languages.label(language, locale)}</span>
    </>
  );
}
