import {
  type AddressOf,
  toEcts,
  toOpenCourse,
  toOpenOutcome,
  toOpenProviderRef,
} from "@/features/courses/open-course";
import { type SayReason, toOpenTrust } from "@/features/judgements/open-judgement";
import type { CredentialDetail, CredentialSummary } from "./view";

/** A credential as `GET /api/v1/credentials` lists it. */
export function toOpenCredential(credential: CredentialSummary, addressOf: AddressOf) {
  return {
    id: credential.id,
    slug: credential.slug,
    url: addressOf("credential", credential.slug),
    kind: credential.kind,
    title: credential.title,
    defaultLanguage: credential.defaultLanguage,
    ects: toEcts(credential.ectsHundredths),
    eqf: credential.eqf,
    sample: credential.isSample,
    updatedAt: credential.updatedAt.toISOString(),
  };
}

/** A credential with all its elements and the courses that lead to it, as `GET /api/v1/credentials/{id}` gives it. */
export function toOpenCredentialDetail(credential: CredentialDetail, addressOf: AddressOf, say: SayReason) {
  const { content, level, credits } = credential;
  const trust = toOpenTrust(credential.judgement, say);
  return {
    ...toOpenCredential({ ...credential, ...content }, addressOf),
    status: credential.status,
    description: content.description,
    outcomes: credential.outcomes.map(toOpenOutcome),
    field: content.fields,
    level,
    credits: credits && { ects: toEcts(credits.ectsHundredths), status: credits.status },
    workloadHours: content.hoursMin === null ? null : { min: content.hoursMin, max: content.hoursMax },
    assessment: content.assessment,
    assessmentTypes: content.assessmentTypes,
    supervision: content.supervision,
    modes: content.modes,
    prerequisites: content.prerequisites,
    qualityAssurance: content.qualityAssurance,
    stackability: content.stackability,
    validity: content.validity,
    homepage: content.homepage,
    awardingBodies: credential.awardingBodies.map((body) => toOpenProviderRef(body, addressOf)),
    courses: credential.courses.map((course) => toOpenCourse(course, addressOf)),
    trust,
    evidence: trust.evidence,
    source: credential.source,
  };
}
