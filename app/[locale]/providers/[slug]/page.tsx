import { cache } from "react";
import { metadata, page } from "@/app/door";
import { recordMetadata } from "@/app/record-metadata";
import { theRecord } from "@/app/the-record";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { ProviderPage } from "@/components/providers/provider-page";
import { newestOf } from "@/features/overview/queries";
import { findProvider } from "@/features/providers/queries";

type Props = PageProps<"/[locale]/providers/[slug]">;

const SHOWN_COURSES = 10;

const find = cache((address: string) => findProvider(address, { now: new Date() }));

export const generateMetadata = metadata<Props, object>(async (locale, { params }) => {
  const { name, defaultLanguage, slug } = await theRecord(locale, "providers", await params, find);
  return recordMetadata(locale, { title: name, summary: null, defaultLanguage, path: ["providers", slug] });
});

export default page<Props>(async (locale, { params }) => {
  const provider = await theRecord(locale, "providers", await params, find);
  const courses = await newestOf(provider.slug, SHOWN_COURSES, { now: new Date() });
  return (
    <Page locale={locale} path={["providers", provider.slug]} isSample={provider.isSample}>
      <div className={wrap.wrap}>
        <ProviderPage locale={locale} provider={provider} courses={courses} />
      </div>
    </Page>
  );
});
