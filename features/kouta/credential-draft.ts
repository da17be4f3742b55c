import type { CredentialKind } from "@/features/credentials/schema";
import type { CourseDraft, CredentialDraft } from "@/features/exchange/draft";
import { codeOf } from "./codes";
import { defaultLanguageOf, names } from "./localized";
import type { Code, Koulutus, Toteutus } from "./record-schema";

/** Types of programme (koulutustyyppi) that end in an academic degree. */
const DEGREES = new Set(["amk", "yo"]);
/** Those that end in another qualification: vocational, upper secondary, basic education of adults. */
const OTHER_QUALIFICATIONS = new Set(["amm", "lk", "aikuisten-perusopetus"]);

export const isQualification = (type: string | null | undefined) =>
  DEGREES.has(type ?? "") || OTHER_QUALIFICATIONS.has(type ?? "");

/**
 * The degrees or qualifications that a programme leads to, by the titles of degree it names (tutkintonimike, of
 * higher education only: elsewhere these are titles of work), else by its codes of education (koulutus). None where
 * its type leads to none or it names none.
 */
export function credentialsOf(
  record: Koulutus | Toteutus,
  { content, raw, sourceUrl, externalId }: Omit<CourseDraft, "status">,
): CredentialDraft[] {
  if (!isQualification(record.koulutustyyppi)) return [];
  const kind: CredentialKind = DEGREES.has(record.koulutustyyppi ?? "") ? "degree" : "other";
  const metadata = record.metadata ?? {};
  const titles = kind === "degree" && "tutkintonimike" in metadata ? (metadata.tutkintonimike ?? []) : [];
  const named = withNames(titles.length > 0 ? titles : (record.koulutukset ?? []));
  // What the programme states holds for its degree where there is one; of two, none tells which has how much.
  const isOnly = named.length === 1;
  return named.map(({ code, title }) => ({
    kind: "credential",
    externalId: `${externalId}/${code}`,
    sourceUrl,
    raw,
    content: {
      kind,
      defaultLanguage: title[content.defaultLanguage]
        ? content.defaultLanguage
        : defaultLanguageOf(Object.keys(title)),
      title,
      description: null,
      fields: content.fields,
      ectsHundredths: isOnly ? content.ectsHundredths : null,
      hoursMin: isOnly ? content.hoursMin : null,
      hoursMax: isOnly ? content.hoursMax : null,
      eqf: isOnly ? content.eqf : null,
      nqf: null,
      cycle: null,
      assessment: "unknown",
      assessmentTypes: [],
      supervision: "not-stated",
      prerequisites: null,
      isOutsideFramework: false,
      modes: [],
      qualityAssurance: null,
      stackability: "not-stated",
      validity: null,
      homepage: null,
      outcomes: [],
      // Who gives a programme that leads to a degree or qualification awards it.
      awardingBodies: [content.provider],
    },
  }));
}

function withNames(codes: readonly Code[]) {
  const found = codes.flatMap((code) => {
    const title = names(code.nimi);
    return title === null || codeOf(code) === "" ? [] : [{ code: codeOf(code), title }];
  });
  return found.filter(({ code }, position) => found.findIndex((other) => other.code === code) === position);
}
