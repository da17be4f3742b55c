import { metadata, page } from "@/app/door";
import { pageMetadata } from "@/app/page-metadata";
import { GuidedPage } from "@/components/guided/guided-page";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { readOverview } from "@/features/overview/queries";
import { translator } from "@/lib/messages";

type Props = PageProps<"/[locale]/start">;

const PATH = ["start"];

export const generateMetadata = metadata<Props, object>(async (locale) =>
  pageMetadata(locale, { title: translator(locale)("guided.title"), path: PATH }),
);

export default page<Props>(async (locale) => {
  const { facets, isSample } = await readOverview({ now: new Date() });
  return (
    <Page locale={locale} path={PATH} current="search" isSample={isSample}>
      <div className={wrap.wrap}>
        <GuidedPage locale={locale} facets={facets} />
      </div>
    </Page>
  );
});
