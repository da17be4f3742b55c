import { Prose } from "@/components/ui/prose";
import type { SourceSummary } from "@/features/sources/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { SourcesTable } from "./sources-table";

export function SourcesPage({ locale, sources }: { locale: Locale; sources: readonly SourceSummary[] }) {
  const t = translator(locale);
  return (
    <>
      <Prose>
        <h1>{t("sources.title")}</h1>
        <p>{t("sources.lead")}</p>
      </Prose>
      {sources.length > 0 ? <SourcesTable locale={locale} sources={sources} /> : <p>{t("sources.none")}</p>}
      <Prose>
        <h2>{t("sources.esco.heading")}</h2>
        <p>{t("sources.esco.text")}</p>
        <p>{t("site.esco")}</p>
      </Prose>
    </>
  );
}
