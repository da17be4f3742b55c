import { metadata, page } from "@/app/door";
import { pageMetadata } from "@/app/page-metadata";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { QualificationList } from "@/components/qualifications/qualification-list";
import { listQualifications } from "@/features/qualifications/queries";
import { translator } from "@/lib/messages";

type Props = PageProps<"/[locale]/qualifications">;

const PATH = ["qualifications"];
const PAGE_SIZE = 50;

export const generateMetadata = metadata<Props, object>(async (locale) =>
  pageMetadata(locale, { title: translator(locale)("qualifications.title"), path: PATH }),
);

export default page<Props>(async (locale, { searchParams }) => {
  const page = pageNumber((await searchParams).page);
  const { total, qualifications } = await listQualifications(
    { page, pageSize: PAGE_SIZE },
    { now: new Date() },
  );
  return (
    <Page
      locale={locale}
      path={PATH}
      query={page > 1 ? `page=${page}` : undefined}
      current="plan"
      isSample={qualifications.some(({ isSample }) => isSample)}
    >
      <div className={wrap.wrap}>
        <QualificationList
          locale={locale}
          qualifications={qualifications}
          page={page}
          lastPage={Math.ceil(total / PAGE_SIZE)}
        />
      </div>
    </Page>
  );
});

function pageNumber(text: string | string[] | undefined): number {
  return typeof text === "string" && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;
}
