import { metadata, page } from "@/app/door";
import { pageMetadata } from "@/app/page-metadata";
import { TrustPage } from "@/components/about/trust-page";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { translator } from "@/lib/messages";

type Props = PageProps<"/[locale]/about/trust">;

const PATH = ["about", "trust"];

export const generateMetadata = metadata<Props, object>(async (locale) =>
  pageMetadata(locale, { title: translator(locale)("trust.title"), path: PATH }),
);

export default page<Props>(async (locale) => (
  <Page locale={locale} path={PATH}>
    <div className={wrap.wrap}>
      <TrustPage locale={locale} />
    </div>
  </Page>
));
