import { metadata, page } from "@/app/door";
import { pageMetadata } from "@/app/page-metadata";
import { HomePage } from "@/components/home/home-page";
import { Page } from "@/components/layout/page";
import { countCatalogue } from "@/features/courses/queries";
import { readOverview } from "@/features/overview/queries";
import { translator } from "@/lib/messages";

export const generateMetadata = metadata<PageProps<"/[locale]">, object>(async (locale) => {
  const t = translator(locale);
  return pageMetadata(locale, { title: t("home.title"), description: t("site.description"), path: [] });
});

export default page<PageProps<"/[locale]">>(async (locale) => {
  const [counts, { facets }] = await Promise.all([countCatalogue(), readOverview({ now: new Date() })]);
  return (
    <Page locale={locale} path={[]} isSample={counts.hasSample}>
      <HomePage locale={locale} counts={counts} facets={facets} />
    </Page>
  );
});
