import { metadata, page } from "@/app/door";
import { pageMetadata } from "@/app/page-metadata";
import { namedPair, queryOf } from "@/components/equivalence/equivalence-address";
import { EquivalencePage } from "@/components/equivalence/equivalence-page";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { readEquivalence } from "@/features/equivalence/queries";
import { translator } from "@/lib/messages";

type Props = PageProps<"/[locale]/equivalence">;

const PATH = ["equivalence"];

export const generateMetadata = metadata<Props, object>(async (locale) =>
  pageMetadata(locale, { title: translator(locale)("equivalence.title"), path: PATH }),
);

export default page<Props>(async (locale, { searchParams }) => {
  const { a, b } = namedPair(await searchParams);
  const compared = await readEquivalence({ a, b }, { now: new Date() });
  return (
    <Page
      locale={locale}
      path={PATH}
      query={queryOf({ a: a ?? "", b: b ?? "" })}
      isSample={compared.isSample}
    >
      <div className={wrap.wrap}>
        <EquivalencePage locale={locale} page={compared} />
      </div>
    </Page>
  );
});
