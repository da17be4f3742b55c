import { metadata, page } from "@/app/door";
import { pageMetadata } from "@/app/page-metadata";
import { DevelopersPage } from "@/components/about/developers-page";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { translator } from "@/lib/messages";

type Props = PageProps<"/[locale]/developers">;

const PATH = ["developers"];

export const generateMetadata = metadata<Props, object>(async (locale) =>
  pageMetadata(locale, { title: translator(locale)("developers.title"), path: PATH }),
);

export default page<Props>(async (locale) => (
  <Page locale={locale} path={PATH} current="developers">
    <div className={wrap.wrap}>
      <DevelopersPage locale={locale} />
    </div>
  </Page>
));
