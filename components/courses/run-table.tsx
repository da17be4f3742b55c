import { ExternalLink } from "@/components/ui/external-link";
import { InLanguage } from "@/components/ui/in-language";
import { NotStated } from "@/components/ui/not-stated";
import type { RunView } from "@/features/courses/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import type { Words } from "./describe-run";
import { runCells, splitColumns } from "./run-columns";
import styles from "./run-table.module.css";

interface Props {
  locale: Locale;
  runs: readonly RunView[];
  defaultLanguage: string;
  caption: string;
}

/** One row a run, with only the columns in which runs differ; the rest is said once, above. */
export function RunTable({ locale, runs, defaultLanguage, caption }: Props) {
  const t = translator(locale);
  const rows = runs.map((run) => ({ run, cells: runCells(locale, run, defaultLanguage) }));
  const { common, differing } = splitColumns(rows.map(({ cells }) => cells));
  const hasLinks = runs.some(({ state, applyUrl }) => state === "open" && applyUrl !== null);
  return (
    <div>
      {common.length > 0 && (
        <dl className={styles.common}>
          {common.map(({ column, words }) => (
            <div key={column}>
              <dt>{t(`run.${column}`)}</dt>
              <dd>
                <RunCell locale={locale} words={words} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <table className={styles.runs}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {differing.map((column) => (
              <th key={column} scope="col">
                {t(`run.${column}`)}
              </th>
            ))}
            {hasLinks && <th scope="col">{t("run.apply")}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ run, cells }) => (
            <tr key={run.externalId}>
              {differing.map((column) => (
                <td key={column} data-column={column}>
                  {(cells[column] !== null || column !== "price-note") && (
                    <>
                      <span className={styles.label} aria-hidden="true">
                        {t(`run.${column}`)}
                      </span>
                      <RunCell locale={locale} words={cells[column]} />
                    </>
                  )}
                </td>
              ))}
              {hasLinks && (
                <td>
                  {run.state === "open" && run.applyUrl && (
                    <ExternalLink href={run.applyUrl}>{t("run.apply")}</ExternalLink>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RunCell({ locale, words }: { locale: Locale; words: Words | null }) {
  if (!words) return <NotStated locale={locale} />;
  return (
    <InLanguage locale={locale} language={words.language}>
      {words.text}
    </InLanguage>
  );
}
