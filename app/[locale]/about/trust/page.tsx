import { metadata, page } from "@/app/door";
import { pageMetadata } from "@/app/page-metadata";
import { TrustPage } from "@/components/about/trust-page";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { searchPage } from "@/features/finding/queries";
import { readTrustExamples } from "@/features/judged-records/queries";
import { NO_SEARCH } from "@/features/search/schema";
import { translator } from "@/lib/messages";

type Props = PageProps<"/[locale]/about/trust">;

const PATH = ["about", "trust"];

export const generateMetadata = metadata<Props, object>(async (locale) =>
  pageMetadata(locale, { title: translator(locale)("trust.title"), path: PATH }),
);

export default page<Props>(async (locale) => {
  const now = new Date();
  const [examples, { facets, courses }] = await Promise.all([
    readTrustExamples({ now }),
    searchPage({ ...NO_SEARCH, pageSize: 1 }, { now }),
  ]);
  return (
    <Page locale={locale} path={PATH} isSample={courses.some(({ isSample }) => isSample)}>
      <div className={wrap.wrap}>
        <TrustPage locale={locale} examples={examples} counts={facets.trust ?? []} />
      </div>
    </Page>
  );
});
