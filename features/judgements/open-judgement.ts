import type { Evidence } from "@/features/evidence/schema";
import type { Reason } from "@/features/trust-words/reason";
import type { TrustVerdict } from "@/features/trust-words/tiers";
import type { BodyRef } from "./view";

/** Says a reason as a sentence; `bodies` are the providers that it may name. */
export type SayReason = (reason: Reason, bodies: readonly BodyRef[]) => string;

interface Judged {
  trust: TrustVerdict;
  evidence: readonly Evidence[];
  bodies: readonly BodyRef[];
}

/** Trust with all that it rests on, as `GET /api/v1/providers/{id}` and `/credentials/{id}` give it. */
export function toOpenTrust({ trust, evidence, bodies }: Judged, say: SayReason) {
  return {
    tier: trust.tier,
    status: trust.subStatus,
    conditions: trust.conditions,
    body: toOpenTrustBody(trust.body, bodies),
    reasons: trust.reasons.map((reason) => toOpenReason(reason, bodies, say)),
    evidence: evidence.map(toOpenEvidence),
    changesOn: trust.changesOn,
  };
}

export const toOpenReason = (reason: Reason, bodies: readonly BodyRef[], say: SayReason) => ({
  code: reason.code,
  sentence: say(reason, bodies),
  evidence: reason.record,
  link: reason.link,
});

/** Whose evidence counts; the offer's own has no id. */
export function toOpenTrustBody(body: TrustVerdict["body"], bodies: readonly BodyRef[]) {
  const provider = bodies.find(({ id }) => id === body?.id);
  return body && { role: body.role, id: body.id, slug: provider?.slug ?? null, name: provider?.name ?? null };
}

/** A row of evidence; who entered it is for staff. */
export function toOpenEvidence(row: Evidence) {
  const { asserts, source } = row;
  return {
    id: row.id,
    subject: row.subject,
    kind: row.kind,
    label: row.label,
    issuer: row.issuer,
    register: row.register,
    registerIdentifier: row.registerIdentifier,
    subjectIdentifier: row.subjectIdentifier,
    answer: row.answer,
    nameInRegister: row.nameInRegister,
    scope: row.scope,
    activity: row.activity,
    obligation: row.obligation,
    flag: row.flag,
    decision: row.decision,
    asserts: {
      eqf: asserts.eqf,
      nqf: asserts.nqf,
      cycle: asserts.cycle,
      ects: asserts.ectsHundredths === null ? null : asserts.ectsHundredths / 100,
      awardingPower: asserts.awardingPower,
    },
    validFrom: row.validFrom,
    validTo: row.validTo,
    registerEnd: row.registerEnd,
    link: row.link,
    edition: row.edition,
    developedBy: row.developedBy,
    assuredBy: row.assuredBy,
    awardedBy: row.awardedBy,
    retrievedOn: row.retrievedOn,
    source: { name: source.name, class: source.class },
  };
}
