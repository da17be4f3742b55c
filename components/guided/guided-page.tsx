import { ShowButton } from "@/components/filters/show-button";
import type { Facet, FacetCount } from "@/features/search/engine";
import { QUERY_LENGTH } from "@/features/search/schema";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./guided.module.css";
import { QuestionFieldset } from "./question-fieldset";
import { answersTo, QUESTIONS } from "./questions";

interface Props {
  locale: Locale;
  facets: Partial<Record<Facet, FacetCount[]>>;
}

const FORM = "guided";

/** Plain questions, each of which sets a filter of the search; all may stay open. */
export function GuidedPage({ locale, facets }: Props) {
  const t = translator(locale);
  return (
    <div className={styles.page}>
      <h1>{t("guided.heading")}</h1>
      <p>{t("guided.intro")}</p>
      <form id={FORM} action={pagePath(locale, "search")}>
        <div className={styles.question}>
          <label htmlFor="guided-q">{t("guided.words")}</label>
          <p className={styles.hint} id="guided-q-hint">
            {t("guided.words-hint")}
          </p>
          <input
            id="guided-q"
            name="q"
            type="text"
            maxLength={QUERY_LENGTH}
            autoComplete="off"
            aria-describedby="guided-q-hint"
            className={styles.words}
          />
        </div>
        {QUESTIONS.map((question) => {
          const answers = answersTo(locale, question, facets[question] ?? []);
          // One answer is no question.
          return answers.length < 2 ? null : (
            <QuestionFieldset key={question} locale={locale} question={question} answers={answers} />
          );
        })}
        <div className={styles.show}>
          <ShowButton
            form={FORM}
            countAddress="/api/v1/courses"
            locale={locale}
            labels={{ one: t("search.show.one"), other: t("search.show.other") }}
            plain={t("search.show.plain")}
          />
        </div>
      </form>
    </div>
  );
}
