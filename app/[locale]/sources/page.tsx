import { metadata, page } from "@/app/door";
import { pageMetadata } from "@/app/page-metadata";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { SourcesPage } from "@/components/sources/sources-page";
import { listSources } from "@/features/sources/queries";
import { translator } from "@/lib/messages";

type Props = PageProps<"/[locale]/sources">;

const PATH = ["sources"];

export const generateMetadata = metadata<Props, object>(async (locale) =>
  pageMetadata(locale, { title: translator(locale)("sources.title"), path: PATH }),
);

export default page<Props>(async (locale) => {
  const sources = await listSources();
  return (
    <Page locale={locale} path={PATH} current="sources" isSample={sources.some(({ isSample }) => isSample)}>
      <div className={wrap.wrap}>
        <SourcesPage locale={locale} sources={sources} />
      </div>
    </Page>
  );
});
