import { ClaimMark } from "@/components/claims/claim-mark";
import button from "@/components/ui/button.module.css";
import table from "@/components/ui/stacked-table.module.css";
import type { NqfLevel } from "@/features/claims/nqf";
import { nqfFrameworks } from "@/features/claims/nqf";
import { EQF_LEVELS } from "@/features/vocabularies/eqf";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { type LevelQuery, nqfRows } from "./nqf-rows";
import styles from "./nqf-table.module.css";

const COLUMNS = [...EQF_LEVELS, null];

/** National levels in the columns of the EQF, with a form that needs no scripts. */
export function NqfTable({ locale, query }: { locale: Locale; query: LevelQuery }) {
  const t = translator(locale);
  const rows = nqfRows(locale, query, nqfFrameworks);
  const isNarrowed = query.text !== "" || query.eqf !== null;
  return (
    <section className={styles.section} id="national">
      <h2>{t("levels.table.heading")}</h2>
      <p>{t("levels.table.lead")}</p>
      <NqfForm locale={locale} query={query} />
      <p role="status">
        {t("levels.table.found", { count: rows.length })}{" "}
        {isNarrowed && (
          <a href={`${pagePath(locale, "about", "levels")}#national`}>{t("levels.table.all")}</a>
        )}
      </p>
      {rows.length > 0 && (
        <table className={`${table.table} ${styles.levels}`}>
          <caption className="visually-hidden">{t("levels.table.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("levels.table.framework")}</th>
              {COLUMNS.map((eqf) => (
                <th key={eqf} scope="col">
                  {eqf === null ? t("levels.table.none") : t("levels.table.level", { level: eqf })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ framework, place, levels }) => (
              <tr key={`${framework.area} ${framework.name}`}>
                <th scope="row">
                  {place}
                  <span className={styles.name}>
                    {framework.name}
                    {framework.isHistoric && `, ${t("levels.table.historic")}`}
                  </span>
                </th>
                {COLUMNS.map((eqf) => (
                  <td key={eqf} className={levels.has(eqf) ? undefined : styles.empty}>
                    {levels.has(eqf) && (
                      <span className={styles.column}>
                        {eqf === null ? t("levels.table.none") : t("levels.table.level", { level: eqf })}:{" "}
                      </span>
                    )}
                    <NationalLevels locale={locale} levels={levels.get(eqf) ?? []} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ul className={styles.notes}>
        <li>{t("levels.table.about-unsure", { word: t("levels.table.unsure") })}</li>
        <li>{t("levels.table.about-historic")}</li>
        <li>
          {t("levels.table.about-conflicts", { word: t("claims.contradicted") })}{" "}
          <ClaimMark locale={locale} status="contradicted" />
        </li>
      </ul>
    </section>
  );
}

function NqfForm({ locale, query }: { locale: Locale; query: LevelQuery }) {
  const t = translator(locale);
  return (
    <form action={`${pagePath(locale, "about", "levels")}#national`} className={styles.form}>
      <div>
        <label htmlFor="nqf-q">{t("levels.table.find")}</label>
        <p id="nqf-hint" className={styles.hint}>
          {t("levels.table.find-hint")}
        </p>
        <input id="nqf-q" name="q" defaultValue={query.text} autoComplete="off" aria-describedby="nqf-hint" />
      </div>
      <div>
        <label htmlFor="nqf-eqf">{t("levels.table.eqf")}</label>
        <select id="nqf-eqf" name="eqf" defaultValue={query.eqf ?? ""}>
          <option value="">{t("levels.table.any-eqf")}</option>
          {EQF_LEVELS.map((level) => (
            <option key={level} value={level}>
              {t("levels.table.level", { level })}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className={button.button}>
        {t("levels.table.search")}
      </button>
    </form>
  );
}

function NationalLevels({ locale, levels }: { locale: Locale; levels: readonly NqfLevel[] }) {
  const t = translator(locale);
  return levels.map(({ level, confidence }, index) => (
    <span key={level}>
      {index > 0 && ", "}
      {level}
      {confidence === "B" && <small className={styles.unsure}> {t("levels.table.unsure")}</small>}
    </span>
  ));
}
