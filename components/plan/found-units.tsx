import { describeCredits } from "@/components/courses/describe-learning";
import button from "@/components/ui/button.module.css";
import { LocalText } from "@/components/ui/local-text";
import record from "@/components/ui/record.module.css";
import type { UnitMatch } from "@/features/unit-search/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./panel.module.css";

interface Props {
  locale: Locale;
  query: string;
  matches: readonly UnitMatch[];
}

const SHOWN = 8;

/** What the catalogue has of that name, each with a button that adds it to the plan. */
export function FoundUnits({ locale, query, matches }: Props) {
  const t = translator(locale);
  return (
    <div className={styles.found}>
      <p role="status">{t("plan.hold.found", { count: matches.length, query })}</p>
      {matches.length > 0 && (
        <ul>
          {matches.slice(0, SHOWN).map(({ kind, slug, title, defaultLanguage, credits }) => (
            <li key={`${kind} ${slug}`}>
              <span>
                <LocalText text={title} locale={locale} defaultLanguage={defaultLanguage} />{" "}
                <span className={record.quiet}>
                  {[
                    t(`plan.hold.kinds.${kind}`),
                    ...(credits ? [describeCredits(locale, credits)] : []),
                  ].join(", ")}
                </span>
              </span>
              <button type="submit" name="add" value={slug} className={`${button.button} ${button.quiet}`}>
                {t("plan.hold.add")}{" "}
                <span className="visually-hidden">
                  <LocalText text={title} locale={locale} defaultLanguage={defaultLanguage} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {matches.length > SHOWN && <p className={styles.hint}>{t("plan.hold.more", { count: SHOWN })}</p>}
    </div>
  );
}
