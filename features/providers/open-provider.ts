import { type AddressOf, toOpenProviderRef } from "@/features/courses/open-course";
import { type SayReason, toOpenReason, toOpenTrust } from "@/features/judgements/open-judgement";
import type { ProviderDetail, ProviderSummary } from "./view";

/** A provider as `GET /api/v1/providers` lists it. */
export function toOpenProvider(provider: ProviderSummary, addressOf: AddressOf) {
  return {
    ...toOpenProviderRef(provider, addressOf),
    kind: provider.kind,
    homepage: provider.homepage,
    sample: provider.isSample,
    updatedAt: provider.updatedAt.toISOString(),
  };
}

/** A provider with its identifiers and credentials, as `GET /api/v1/providers/{id}` gives it. */
export function toOpenProviderDetail(provider: ProviderDetail, addressOf: AddressOf, say: SayReason) {
  const { content, judgement } = provider;
  const trust = toOpenTrust(judgement, say);
  const { awardingPower } = judgement;
  return {
    ...toOpenProvider({ ...provider, ...content }, addressOf),
    identity: content.identity,
    region: content.region,
    identifiers: content.identifiers,
    courseCount: provider.courseCount,
    credentials: provider.credentials.map(({ id, slug, title }) => ({
      id,
      slug,
      url: addressOf("credential", slug),
      title,
    })),
    awardingPower: {
      value: awardingPower.value,
      status: awardingPower.status,
      reasons: awardingPower.reasons.map((reason) => toOpenReason(reason, judgement.bodies, say)),
    },
    trust,
    evidence: trust.evidence,
    source: provider.source,
  };
}
