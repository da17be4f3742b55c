import type { Evidence, SubjectKind } from "@/features/evidence/schema";
import type { Day } from "@/lib/dates";

/**
 * The rows that speak on a day. A row that corrects another speaks from the day on which it came in, until it is itself
 * corrected; the first row of its kind also speaks for the days before, so that every day has an answer.
 */
export const speakingOn = (records: readonly Evidence[], day: Day): Evidence[] =>
  records.filter(
    ({ enteredOn, supersedes, supersededOn }) =>
      (supersedes === null || enteredOn <= day) && (supersededOn === null || day < supersededOn),
  );

/** Names a subject; a qualification is the credential that it is. */
export const subjectKey = ({ kind, id }: { kind: SubjectKind; id: string }): string =>
  `${kind === "qualification" ? "credential" : kind}:${id}`;

/** Whether it is only the word of somebody who gains by it, and not that of the body that endorses or assures. */
export function isOwnWord({ kind, source, issuer, assuredBy }: Evidence): boolean {
  if (source.class !== "provider") return false;
  if (source.providerId === null) return true;
  if (kind === "endorsement") return source.providerId !== issuer.id;
  if (kind === "internal-quality-assurance") return assuredBy.every(({ id }) => id !== source.providerId);
  return true;
}
