import { Fragment } from "react";
import type { SearchParams } from "@/features/search/schema";
import { toQueryString } from "@/features/search/url";
import type { Reading } from "@/features/spelling/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./reading-note.module.css";

interface Props {
  locale: Locale;
  params: SearchParams;
  reading: Reading;
}

/** Says where the words were not taken as they were typed, and leads to the search that takes them so. */
export function ReadingNote({ locale, params, reading }: Props) {
  const t = translator(locale);
  const address = (change: Partial<SearchParams>) =>
    `${pagePath(locale, "search")}?${toQueryString({ ...params, page: 1, engine: null, ...change })}`;
  if (reading.kind === "mistakes")
    return (
      <p className={styles.note}>
        {t.rich("search.reading.mistakes", {
          corrected: () => <strong key="corrected">{reading.corrected}</strong>,
          instead: (text) => (
            <a key="instead" href={address({ asTyped: true })}>
              {text}
            </a>
          ),
          typed: params.query,
        })}
      </p>
    );
  if (reading.kind === "most")
    return (
      <p className={styles.note}>
        {t.rich("search.reading.most", {
          kept: () => (
            <a key="kept" href={address({ query: reading.kept })}>
              {reading.kept}
            </a>
          ),
          left: () =>
            reading.left.map((word, place) => (
              <Fragment key={word}>
                {place > 0 && ", "}
                <a href={address({ query: word })}>{word}</a>
              </Fragment>
            )),
        })}
      </p>
    );
  return null;
}
