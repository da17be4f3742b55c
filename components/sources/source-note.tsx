import { ExternalLink } from "@/components/ui/external-link";
import record from "@/components/ui/record.module.css";
import type { SourceRef } from "@/features/courses/view";
import { env } from "@/lib/env";
import { formatDay } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { ReportMistake } from "./report-mistake";

interface Props {
  locale: Locale;
  source: SourceRef;
  /** Segments of the record's address behind the locale. */
  path: readonly string[];
}

/** Where a record comes from, when that was last read, and what to do when it is wrong. */
export function SourceNote({ locale, source, path }: Props) {
  const t = translator(locale);
  const address = env().publicUrl + pagePath(locale, ...path);
  return (
    <section className={record.section}>
      <h2>{t("source.heading")}</h2>
      <p>
        {t.rich("source.from", {
          source: () => <a href={pagePath(locale, "sources")}>{source.name}</a>,
          day: formatDay(locale, source.retrievedOn),
        })}{" "}
        {source.licence && t("source.licence", { licence: source.licence })}
      </p>
      {source.url && (
        <p>
          <ExternalLink href={source.url}>{t("source.original")}</ExternalLink>
        </p>
      )}
      <p>{t("source.claims")}</p>
      <ReportMistake locale={locale} address={address} />
      <p className={record.onPaper}>{address}</p>
    </section>
  );
}
