import { cache } from "react";
import { metadata, page } from "@/app/door";
import { recordMetadata } from "@/app/record-metadata";
import { theRecord } from "@/app/the-record";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { QualificationPage } from "@/components/qualifications/qualification-page";
import { findQualification } from "@/features/qualifications/queries";

type Props = PageProps<"/[locale]/qualifications/[slug]">;

const find = cache((address: string, version: string | undefined) =>
  findQualification(address, { now: new Date(), version }),
);

async function theQualification({ params, searchParams }: Props, locale: Parameters<typeof theRecord>[0]) {
  const { version } = await searchParams;
  const named = typeof version === "string" && version !== "" ? version : undefined;
  return theRecord(locale, "qualifications", await params, (address) => find(address, named));
}

export const generateMetadata = metadata<Props, object>(async (locale, props) => {
  const { title, description, defaultLanguage, slug, shown } = await theQualification(props, locale);
  const path = ["qualifications", slug];
  const told = recordMetadata(locale, { title, summary: description, defaultLanguage, path });
  // Search engines are to find the version in force.
  return shown.state === "current" ? told : { ...told, robots: "noindex, follow" };
});

export default page<Props>(async (locale, props) => {
  const qualification = await theQualification(props, locale);
  return (
    <Page
      locale={locale}
      path={["qualifications", qualification.slug]}
      current="plan"
      isSample={qualification.isSample}
    >
      <div className={wrap.wrap}>
        <QualificationPage locale={locale} qualification={qualification} />
      </div>
    </Page>
  );
});
