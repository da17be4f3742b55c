import { LocalText } from "@/components/ui/local-text";
import { NotStated } from "@/components/ui/not-stated";
import type { OutcomeView } from "@/features/outcomes/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./outcome-list.module.css";

interface Props {
  locale: Locale;
  outcomes: readonly OutcomeView[];
  defaultLanguage: string;
}

/** What a learner can do afterwards, each with its ESCO skills; a skill leads to all courses that teach it. */
export function OutcomeList({ locale, outcomes, defaultLanguage }: Props) {
  const t = translator(locale);
  if (outcomes.length === 0)
    return (
      <p>
        <NotStated locale={locale} />
      </p>
    );
  return (
    <ul className={styles.outcomes}>
      {outcomes.map((outcome) => {
        const skills = outcome.skills.filter(({ method }) => method === "stated" || method === "accepted");
        return (
          <li key={Object.values(outcome.text).join()}>
            <LocalText text={outcome.text} locale={locale} defaultLanguage={defaultLanguage} />
            {skills.length > 0 && (
              <ul className={styles.skills} aria-label={t("course.skills")}>
                {skills.map((skill) => (
                  <li key={skill.id}>
                    <LocalText
                      href={`${pagePath(locale, "search")}?skill=${skill.id}`}
                      text={skill.label}
                      locale={locale}
                      defaultLanguage="en"
                    />
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}
