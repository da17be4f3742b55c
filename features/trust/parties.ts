import { subjectKey } from "@/features/standing/knowledge";
import type { TrustSubject } from "@/features/standing/subject";
import type { TrustBody } from "@/features/trust-words/tiers";

/** Whose evidence a subject may take, in the order in which equals are named. */
export interface Party {
  key: string;
  body: TrustBody;
}

export function partiesOf(subject: TrustSubject): Party[] {
  const provider = (role: TrustBody["role"], id: string): Party => ({
    key: subjectKey({ kind: "provider", id }),
    body: { role, id },
  });
  if (subject.kind === "provider") return [provider("own", subject.id)];
  const own = (kind: "course" | "credential", id: string): Party => ({
    key: subjectKey({ kind, id }),
    body: { role: "own", id: null },
  });
  const bodies = [...new Set(subject.awardingBodies)].sort();
  if (subject.kind === "credential") {
    return [own("credential", subject.id), ...bodies.map((id) => provider("awarding-body", id))];
  }
  return [
    own("course", subject.id),
    ...(subject.credential === null ? [] : [own("credential", subject.credential)]),
    provider("provider", subject.provider),
    ...bodies.filter((id) => id !== subject.provider).map((id) => provider("awarding-body", id)),
  ];
}
