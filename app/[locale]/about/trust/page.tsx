import { metadata, page } from "@/app/door";
import { pageMetadata } from "@/app/page-metadata";
import { TrustPage } from "@/components/about/trust-page";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { readTrustExamples } from "@/features/judged-records/queries";
import { readOverview } from "@/features/overview/queries";
import { translator } from "@/lib/messages";

type Props = PageProps<"/[locale]/about/trust">;

const PATH = ["about", "trust"];

export const generateMetadata = metadata<Props, object>(async (locale) =>
  pageMetadata(locale, { title: translator(locale)("trust.title"), path: PATH }),
);

export default page<Props>(async (locale) => {
  const now = new Date();
  const [examples, { facets, isSample }] = await Promise.all([
    readTrustExamples({ now }),
    readOverview({ now }),
  ]);
  return (
    <Page locale={locale} path={PATH} isSample={isSample}>
      <div className={wrap.wrap}>
        <TrustPage locale={locale} examples={examples} counts={facets.trust ?? []} />
      </div>
    </Page>
  );
});
