import type { Evidence } from "@/features/evidence/schema";
import type { LanguageMap } from "@/lib/language-map";
import type { QualityStatement } from "./view";

/**
 * What a credential says of its own quality assurance, as the record that it is: somebody's own word. It has no row of
 * its own, since it is part of the credential.
 */
export function statementRecord({
  credentialId,
  text,
  defaultLanguage,
  source,
  link,
  retrievedOn,
}: QualityStatement): Evidence {
  return {
    id: `statement-${credentialId}`,
    subject: { kind: "credential", id: credentialId },
    kind: "provider-statement",
    label: null,
    issuer: { name: source.name, id: null },
    register: null,
    registerIdentifier: null,
    subjectIdentifier: null,
    answer: "found",
    nameInRegister: null,
    listedAs: null,
    scope: text[defaultLanguage] ?? Object.values(text)[0] ?? null,
    activity: "other",
    obligation: "not-applicable",
    flag: "none",
    decision: "not-applicable",
    asserts: { eqf: null, nqf: null, cycle: null, ectsHundredths: null, awardingPower: null },
    validFrom: null,
    validTo: null,
    registerEnd: null,
    link,
    edition: null,
    developedBy: [],
    assuredBy: [],
    awardedBy: [],
    retrievedOn,
    source: { ...source, class: "provider", providerId: null },
    enteredBy: source.name,
    enteredOn: retrievedOn,
    supersedes: null,
    supersededBy: null,
    supersededOn: null,
  };
}

/** A credential's words on its quality assurance; null where it has none. */
export function statementOf(
  credential: {
    id: string;
    qualityAssurance: LanguageMap | null;
    defaultLanguage: string;
    sourceId: string;
    sourceUrl: string | null;
    retrievedOn: string;
  },
  sourceName: string,
): QualityStatement | null {
  return (
    credential.qualityAssurance && {
      credentialId: credential.id,
      text: credential.qualityAssurance,
      defaultLanguage: credential.defaultLanguage,
      source: { id: credential.sourceId, name: sourceName },
      link: credential.sourceUrl,
      retrievedOn: credential.retrievedOn,
    }
  );
}
