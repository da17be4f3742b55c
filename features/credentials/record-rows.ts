import type { awardingBodies, credentials } from "@/db/schema/credentials";
import type { Outcome } from "@/features/courses/schema";
import type { CredentialRecord } from "./schema";

export type CredentialRow = typeof credentials.$inferSelect;
export type AwardingBodyRow = typeof awardingBodies.$inferSelect;

export function toCredentialRow({ kind: _kind, content, ...provenance }: CredentialRecord): CredentialRow {
  const { outcomes: _outcomes, awardingBodies: _bodies, ...facts } = content;
  return { ...provenance, ...facts };
}

export function toAwardingBodyRows({ id, content }: CredentialRecord): AwardingBodyRow[] {
  return content.awardingBodies.map((providerId) => ({ credentialId: id, providerId }));
}

export function fromCredentialRow(
  row: CredentialRow,
  children: { outcomes: readonly Outcome[]; awardingBodies: readonly string[] },
): CredentialRecord {
  const {
    id,
    slug,
    sourceId,
    status,
    externalId,
    sourceUrl,
    retrievedOn,
    isSample,
    version,
    createdAt,
    updatedAt,
    ...facts
  } = row;
  return {
    kind: "credential",
    id,
    slug,
    sourceId,
    status,
    externalId,
    sourceUrl,
    retrievedOn,
    isSample,
    version,
    createdAt,
    updatedAt,
    content: { ...facts, ...children },
  };
}
