import type { CourseContent, Outcome } from "@/features/courses/schema";
import type { CredentialContent } from "@/features/credentials/schema";
import type { CourseDraft, CredentialDraft, Note } from "@/features/exchange/draft";
import type { LinkedProviders } from "./link-providers";
import type { Surroundings } from "./schema";
import { type Entry, type Rejection, reject } from "./sift";

/** What a record's own word for another one leads to: our id, or the reason why it leads nowhere. */
export type Reference = { id: string } | { fault: string };

/** Our ids of the providers that a feed speaks of, by its words. */
export function providerReferences({ linked, rejections }: LinkedProviders, around: Surroundings) {
  const ids = new Map(around.namedElsewhere.providers);
  for (const { externalId, id } of around.held.providers) ids.set(externalId, id);
  for (const { entry, id } of linked) ids.set(entry.draft.externalId, id);
  return references("provider", ids, rejections);
}

/** The same for credentials. A feed need not repeat what is held from it, nor what another source describes. */
export function credentialReferences(
  linked: readonly { entry: Entry<CredentialDraft>; id: string }[],
  rejections: readonly Rejection[],
  around: Surroundings,
) {
  const ids = new Map(around.namedElsewhere.credentials);
  for (const { externalId, id } of around.held.credentials) ids.set(externalId, id);
  for (const { entry, id } of linked) ids.set(entry.draft.externalId, id);
  return references("credential", ids, rejections);
}

function references(kind: string, ids: ReadonlyMap<string, string>, rejections: readonly Rejection[]) {
  const refused = new Set(rejections.map(({ externalId }) => externalId));
  return (words: string): Reference => {
    const id = ids.get(words);
    if (id !== undefined) return { id };
    return {
      fault: refused.has(words)
        ? `Its ${kind} ${words} was refused.`
        : `Its ${kind} "${words}" is neither in the feed nor known here. Add it, or correct the name.`,
    };
  };
}

export type Linking<C> = { content: C } | { rejection: Rejection };

/** The content with our ids in place of the feed's words, in the order in which the database gives it back. */
export function linkCredential(
  { draft, notes }: Entry<CredentialDraft>,
  providerOf: (words: string) => Reference,
): Linking<CredentialContent> {
  const bodies = draft.content.awardingBodies.map(providerOf);
  const faults = faultsIn(bodies);
  if (faults.length > 0)
    return { rejection: reject(draft, [...notes, ...refusals(draft, "awardingBodies", faults)]) };
  return {
    content: {
      ...draft.content,
      awardingBodies: [...new Set(idsIn(bodies))].sort(),
      outcomes: draft.content.outcomes.map(withSkillsInOrder),
    },
  };
}

export function linkCourse(
  { draft, notes }: Entry<CourseDraft>,
  providerOf: (words: string) => Reference,
  credentialOf: (words: string) => Reference,
): Linking<CourseContent> {
  const provider = providerOf(draft.content.provider);
  const credentials = draft.content.credentials.map((link) => credentialOf(link.credential));
  const faults = [
    ...refusals(draft, "provider", faultsIn([provider])),
    ...refusals(draft, "credentials", faultsIn(credentials)),
  ];
  const [providerId] = idsIn([provider]);
  if (faults.length > 0 || providerId === undefined)
    return { rejection: reject(draft, [...notes, ...faults]) };
  const credentialIds = idsIn(credentials);
  return {
    content: {
      ...draft.content,
      provider: providerId,
      credentials: draft.content.credentials.map((link, position) => ({
        ...link,
        credential: credentialIds[position] ?? link.credential,
      })),
      outcomes: draft.content.outcomes.map(withSkillsInOrder),
    },
  };
}

const idsIn = (references: readonly Reference[]): string[] =>
  references.flatMap((reference) => ("id" in reference ? [reference.id] : []));
const faultsIn = (references: readonly Reference[]): string[] =>
  references.flatMap((reference) => ("fault" in reference ? [reference.fault] : []));

function withSkillsInOrder({ text, skills }: Outcome): Outcome {
  return { text, skills: [...skills].sort((a, b) => (a.skillId < b.skillId ? -1 : 1)) };
}

function refusals(draft: CourseDraft | CredentialDraft, field: string, faults: readonly string[]): Note[] {
  return [...new Set(faults)].map((message) => ({
    kind: draft.kind,
    record: draft.externalId,
    field,
    rule: `${draft.kind === "course" && field === "credentials" ? "credential" : "provider"}-unknown`,
    severity: "refuse",
    message,
  }));
}
