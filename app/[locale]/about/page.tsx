import { metadata, page } from "@/app/door";
import { pageMetadata } from "@/app/page-metadata";
import { AboutPage } from "@/components/about/about-page";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { translator } from "@/lib/messages";

type Props = PageProps<"/[locale]/about">;

const PATH = ["about"];

export const generateMetadata = metadata<Props, object>(async (locale) =>
  pageMetadata(locale, { title: translator(locale)("about.title"), path: PATH }),
);

export default page<Props>(async (locale) => (
  <Page locale={locale} path={PATH} current="about">
    <div className={wrap.wrap}>
      <AboutPage locale={locale} />
    </div>
  </Page>
));
