import { metadata, page } from "@/app/door";
import { pageMetadata } from "@/app/page-metadata";
import { AccessibilityPage } from "@/components/about/accessibility-page";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { translator } from "@/lib/messages";

type Props = PageProps<"/[locale]/accessibility">;

const PATH = ["accessibility"];

export const generateMetadata = metadata<Props, object>(async (locale) =>
  pageMetadata(locale, { title: translator(locale)("accessibility.title"), path: PATH }),
);

export default page<Props>(async (locale) => (
  <Page locale={locale} path={PATH}>
    <div className={wrap.wrap}>
      <AccessibilityPage locale={locale} />
    </div>
  </Page>
));
