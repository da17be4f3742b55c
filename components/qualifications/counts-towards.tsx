import { describeCredits } from "@/components/courses/describe-learning";
import { StackFigure } from "@/components/stack/stack-figure";
import button from "@/components/ui/button.module.css";
import { LocalText } from "@/components/ui/local-text";
import record from "@/components/ui/record.module.css";
import type { CountsTowardsRow, CountsTowards as Towards } from "@/features/qualifications/view";
import { formatDay } from "@/lib/format";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./counts-towards.module.css";
import { DecisionNote } from "./decision-note";
import { RecordName } from "./record-name";
import { partTitle, TowardsCard } from "./towards-card";

interface Props {
  locale: Locale;
  /** Of the course or credential. */
  slug: string;
  towards: Towards;
}

/** What a course or a credential counts towards, part by part, and what it does not; nothing where neither is known. */
export function CountsTowards({ locale, slug, towards: { towards, notTowards, more } }: Props) {
  const t = translator(locale);
  const [best] = towards;
  if (!best && notTowards.length === 0) return null;
  return (
    <section className={`${record.section} ${styles.towards}`}>
      <div className={styles.rows}>
        <h2>{t("stacking.towards.heading")}</h2>
        {towards.length > 0 && (
          <>
            <DecisionNote locale={locale} deciders={towards.map(({ decider }) => decider)} />
            <ul className={styles.cards}>
              {towards.map((row) => (
                <TowardsCard key={`${row.qualification.id} ${row.part.id}`} locale={locale} row={row} />
              ))}
            </ul>
            {more > 0 && <p className={record.quiet}>{t("stacking.towards.more", { count: more })}</p>}
            <p>
              <a
                href={`${pagePath(locale, "plan")}?${new URLSearchParams({ target: best?.qualification.slug ?? "", hold: slug })}`}
                className={`${button.button} ${button.quiet}`}
              >
                {t("stacking.towards.plan")}
              </a>
            </p>
          </>
        )}
        {notTowards.length > 0 && (
          <>
            <h3>{t("stacking.towards.not-heading")}</h3>
            <ul className={record.list}>
              {notTowards.map(({ qualification, part, because, day, rule, decider }) => (
                <li key={`${qualification.id} ${part.id} ${rule}`}>
                  <LocalText
                    href={pagePath(locale, "qualifications", qualification.slug)}
                    text={qualification.title}
                    locale={locale}
                    defaultLanguage={qualification.defaultLanguage}
                  />
                  {", "}
                  {t("stacking.towards.part", { part: partTitle(locale, part.titles) })}
                  {": "}
                  {t(`stacking.towards.not.${because}`, { day: day ? formatDay(locale, day) : "" })}.{" "}
                  <span className={record.quiet}>
                    {t.rich("stacking.decides", {
                      body: () => <RecordName locale={locale} record={decider} />,
                    })}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {best && best.qualification.totalCredits > 0 && <Figure locale={locale} row={best} />}
    </section>
  );
}

/** Its own stone on what the qualification asks for beside it. */
function Figure({ locale, row }: { locale: Locale; row: CountsTowardsRow }) {
  const t = translator(locale);
  const { qualification, credits, certainty } = row;
  const own = describeCredits(locale, credits) ?? t("card.credits-not-stated");
  const total = describeCredits(locale, qualification.totalCredits) ?? "";
  const title = pickText(qualification.title, locale, qualification.defaultLanguage)?.text;
  return (
    <figure className={styles.figure}>
      <StackFigure
        stones={[
          {
            name: qualification.slug,
            ectsHundredths: Math.max(0, qualification.totalCredits - (credits ?? 0)),
            kind: "open",
            label: t("stacking.towards.still-open"),
          },
          {
            name: `${qualification.slug} ${row.part.id}`,
            ectsHundredths: credits,
            kind: certainty === "possible" ? "possible" : "counted",
            label: credits === null ? undefined : own,
          },
        ]}
        description={t("stacking.towards.figure", { credits: own, total })}
      />
      <figcaption>
        {title}, {total}. {t("stacking.towards.caption")}
      </figcaption>
    </figure>
  );
}
