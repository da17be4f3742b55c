import { Prose } from "@/components/ui/prose";
import { EQF_LEVELS } from "@/features/vocabularies/eqf";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import type { LevelQuery } from "./nqf-rows";
import { NqfTable } from "./nqf-table";

/** `query`: what is looked for among the national frameworks. */
export function LevelsPage({ locale, query }: { locale: Locale; query: LevelQuery }) {
  const t = translator(locale);
  return (
    <>
      <Prose>
        <h1>{t("levels.title")}</h1>
        <p>{t("levels.lead")}</p>
        <h2>{t("levels.eqf.heading")}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("levels.eqf.level")}</th>
              <th scope="col">{t("levels.eqf.meaning")}</th>
            </tr>
          </thead>
          <tbody>
            {EQF_LEVELS.map((level) => (
              <tr key={level}>
                <th scope="row">{level}</th>
                <td>{t(`levels.eqf.${level}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <h2>{t("levels.derived.heading")}</h2>
        <p>{t("levels.derived.text")}</p>
        <h2>{t("levels.credits.heading")}</h2>
        <p>{t("levels.credits.text")}</p>
      </Prose>
      <NqfTable locale={locale} query={query} />
    </>
  );
}
