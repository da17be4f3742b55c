import {
  type AddressOf,
  toEcts,
  toOpenCourse,
  toOpenOutcome,
  toOpenProviderRef,
} from "@/features/courses/open-course";
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
export function toOpenCredentialDetail(credential: CredentialDetail, addressOf: AddressOf) {
  const { content } = credential;
  return {
    ...toOpenCredential({ ...credential, ...content }, addressOf),
    status: credential.status,
    description: content.description,
    outcomes: credential.outcomes.map(toOpenOutcome),
    field: content.fields,
    level: {
      eqf: content.eqf,
      nqf: content.nqf,
      cycle: content.cycle,
      outsideFramework: content.isOutsideFramework,
      status: "stated",
    },
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
    evidence: [],
    source: credential.source,
  };
}
