import { formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./guided.module.css";
import type { Answer, Question } from "./questions";

interface Props {
  locale: Locale;
  question: Question;
  answers: readonly Answer[];
}

// Folding away one or two would save nothing.
const SHOWN = 8;
const SPARED = 3;

export function QuestionFieldset({ locale, question, answers }: Props) {
  const t = translator(locale);
  const shown = answers.length <= SHOWN + SPARED ? answers.length : SHOWN;
  const option = ({ value, label, count }: Answer) => (
    <label key={value} className={styles.answer}>
      <input type="checkbox" name={question} value={value} />
      <span>{label}</span>
      <span className={styles.count}>
        {formatNumber(locale, count)}
        <span className="visually-hidden"> {t("search.courses-unit", { count })}</span>
      </span>
    </label>
  );
  return (
    <fieldset className={styles.question}>
      <legend>{t(`guided.questions.${question}`)}</legend>
      {question === "ects" && <p className={styles.hint}>{t("guided.time.hint")}</p>}
      <div className={styles.answers}>{answers.slice(0, shown).map(option)}</div>
      {answers.length > shown && (
        <details className={styles.more}>
          <summary>{t("guided.more", { count: answers.length - shown })}</summary>
          <div className={styles.answers}>{answers.slice(shown).map(option)}</div>
        </details>
      )}
    </fieldset>
  );
}
