import { describeCredits } from "@/components/courses/describe-learning";
import { StackFigure } from "@/components/stack/stack-figure";
import { LocalText } from "@/components/ui/local-text";
import { NotStated } from "@/components/ui/not-stated";
import type { QualificationDetail } from "@/features/qualifications/view";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { creditsAsked, mandatoryParts, partStones, standingOf } from "./part-stones";
import styles from "./qualification-stack.module.css";

/** The parts of a qualification as a pile of stones, and the same as a table. */
export function QualificationStack({
  locale,
  qualification,
}: {
  locale: Locale;
  qualification: QualificationDetail;
}) {
  const t = translator(locale);
  const parts = mandatoryParts(qualification.root);
  const words = parts.map((part) => {
    const title = pickText(part.title, locale, "en")?.text ?? part.id;
    const credits = describeCredits(locale, creditsAsked(part));
    return [title, ...(credits ? [credits] : []), t(`qualifications.stack.${standingOf(part)}`)].join(", ");
  });
  return (
    <figure className={styles.figure}>
      <StackFigure
        stones={partStones(locale, parts)}
        description={t("qualifications.stack.description", { parts: words.join("; ") })}
      />
      <figcaption>{t("qualifications.stack.caption")}</figcaption>
      <details>
        <summary>{t("stacking.as-table")}</summary>
        <table>
          <caption className="visually-hidden">{t("qualifications.stack.table")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("qualifications.stack.part")}</th>
              <th scope="col">{t("qualifications.stack.asks")}</th>
              <th scope="col">{t("qualifications.stack.here")}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.id}>
                <th scope="row">
                  <LocalText text={part.title} locale={locale} defaultLanguage="en" />
                </th>
                <td>{describeCredits(locale, creditsAsked(part)) ?? <NotStated locale={locale} />}</td>
                <td>{t(`qualifications.stack.${standingOf(part)}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
