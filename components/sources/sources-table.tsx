import { NotStated } from "@/components/ui/not-stated";
import { SOURCE_COUNTS, type SourceSummary } from "@/features/sources/view";
import { formatDay, formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./sources-table.module.css";

/** Every source with what it brought and when it was last read. */
export function SourcesTable({ locale, sources }: { locale: Locale; sources: readonly SourceSummary[] }) {
  const t = translator(locale);
  return (
    <table className={styles.sources}>
      <caption className="visually-hidden">{t("sources.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("sources.source")}</th>
          <th scope="col">{t("sources.brought")}</th>
          <th scope="col">{t("sources.last-read")}</th>
          <th scope="col">{t("sources.licence")}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => {
          const counts = SOURCE_COUNTS.filter((noun) => source.counts[noun] > 0);
          return (
            <tr key={source.name}>
              <th scope="row">
                {source.name}
                <small>
                  {t(`sources.classes.${source.class}`)}, {t("sources.format", { format: source.format })}
                  {source.isSample && `, ${t("sources.sample")}`}
                </small>
              </th>
              <td>
                <Label text={t("sources.brought")} />
                {counts.length === 0
                  ? t("sources.nothing")
                  : counts
                      .map((noun) =>
                        t(`sources.counts.${noun}`, {
                          count: source.counts[noun],
                          number: formatNumber(locale, source.counts[noun]),
                        }),
                      )
                      .join(", ")}
              </td>
              <td>
                <Label text={t("sources.last-read")} />
                {source.lastReadOn ? formatDay(locale, source.lastReadOn) : t("sources.never")}
              </td>
              <td>
                <Label text={t("sources.licence")} />
                {source.licence ?? <NotStated locale={locale} />}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Label({ text }: { text: string }) {
  return (
    <span className={styles.label} aria-hidden="true">
      {text}:{" "}
    </span>
  );
}
