import { cache } from "react";
import { metadata, page } from "@/app/door";
import { recordMetadata } from "@/app/record-metadata";
import { theRecord } from "@/app/the-record";
import { CredentialPage } from "@/components/credentials/credential-page";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { findCredential } from "@/features/credentials/queries";
import { readJudgedProviders } from "@/features/judged-records/queries";
import { findQualification, readCountsTowards } from "@/features/qualifications/queries";

type Props = PageProps<"/[locale]/credentials/[slug]">;

const find = cache((address: string) => findCredential(address, { now: new Date() }));

export const generateMetadata = metadata<Props, object>(async (locale, { params }) => {
  const { content, slug } = await theRecord(locale, "credentials", await params, find);
  return recordMetadata(locale, { ...content, summary: content.description, path: ["credentials", slug] });
});

export default page<Props>(async (locale, { params }) => {
  const credential = await theRecord(locale, "credentials", await params, find);
  const now = new Date();
  const bodyIds = credential.awardingBodies.map(({ id }) => id);
  const [towards, programme, bodies] = await Promise.all([
    readCountsTowards({ kind: "credential", id: credential.id }, { now }),
    findQualification(credential.id, { now }),
    readJudgedProviders(bodyIds, { now }),
  ]);
  return (
    <Page locale={locale} path={["credentials", credential.slug]} isSample={credential.isSample}>
      <div className={wrap.wrap}>
        <CredentialPage
          locale={locale}
          credential={credential}
          bodies={bodyIds.flatMap((id) => bodies.get(id) ?? [])}
          towards={towards}
          policy={programme?.kind === "found" ? programme.record.policy : null}
        />
      </div>
    </Page>
  );
});
