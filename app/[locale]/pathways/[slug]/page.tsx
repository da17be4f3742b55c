import { cache } from "react";
import { metadata, page } from "@/app/door";
import { recordMetadata } from "@/app/record-metadata";
import { theRecord } from "@/app/the-record";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { PathwayPage } from "@/components/pathways/pathway-page";
import { findPathway } from "@/features/curated-pathways/queries";

type Props = PageProps<"/[locale]/pathways/[slug]">;

const find = cache(async (address: string) => {
  const pathway = await findPathway(address);
  return pathway && { kind: "found" as const, record: pathway };
});

export const generateMetadata = metadata<Props, object>(async (locale, { params }) => {
  const { title, summary, slug } = await theRecord(locale, "pathways", await params, find);
  return recordMetadata(locale, { title, summary, defaultLanguage: "en", path: ["pathways", slug] });
});

export default page<Props>(async (locale, { params }) => {
  const pathway = await theRecord(locale, "pathways", await params, find);
  return (
    <Page locale={locale} path={["pathways", pathway.slug]} current="plan" isSample={pathway.isSample}>
      <div className={wrap.wrap}>
        <PathwayPage locale={locale} pathway={pathway} />
      </div>
    </Page>
  );
});
