import { metadata, page } from "@/app/door";
import { pageMetadata } from "@/app/page-metadata";
import { PrivacyPage } from "@/components/about/privacy-page";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { translator } from "@/lib/messages";

type Props = PageProps<"/[locale]/privacy">;

const PATH = ["privacy"];

export const generateMetadata = metadata<Props, object>(async (locale) =>
  pageMetadata(locale, { title: translator(locale)("privacy.title"), path: PATH }),
);

export default page<Props>(async (locale) => (
  <Page locale={locale} path={PATH}>
    <div className={wrap.wrap}>
      <PrivacyPage locale={locale} />
    </div>
  </Page>
));
