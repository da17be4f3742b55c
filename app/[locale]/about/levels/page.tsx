import { metadata, page } from "@/app/door";
import { pageMetadata } from "@/app/page-metadata";
import { LevelsPage } from "@/components/about/levels-page";
import { levelQuery } from "@/components/about/nqf-rows";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { translator } from "@/lib/messages";

type Props = PageProps<"/[locale]/about/levels">;

const PATH = ["about", "levels"];

export const generateMetadata = metadata<Props, object>(async (locale) =>
  pageMetadata(locale, { title: translator(locale)("levels.title"), path: PATH }),
);

export default page<Props>(async (locale, { searchParams }) => (
  <Page locale={locale} path={PATH}>
    <div className={wrap.wrap}>
      <LevelsPage locale={locale} query={levelQuery(await searchParams)} />
    </div>
  </Page>
));
