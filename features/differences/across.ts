import type { CourseContent } from "@/features/courses/schema";
import type { CredentialContent } from "@/features/credentials/schema";
import type { Note } from "@/features/exchange/draft";
import { fold } from "@/lib/fold";
import type { ForeignCourse } from "./schema";

/** A course that came in, linked. */
export interface Offer {
  externalId: string;
  content: CourseContent;
}

/** Same title, same provider, another code: perhaps the same course twice. A person decides. */
export function duplicateHints(offers: readonly Offer[], others: readonly ForeignCourse[]): Note[] {
  const likenessOf = (providerId: string, title: CourseContent["title"], language: string) =>
    `${providerId} ${fold(title[language] ?? "")}`;
  const known = new Map<string, string>();
  for (const { providerId, title, externalId, sourceName } of others)
    for (const language of Object.keys(title))
      known.set(likenessOf(providerId, title, language), `${externalId} of ${sourceName}`);
  return offers.flatMap(({ externalId, content }) => {
    const likeness = likenessOf(content.provider, content.title, content.defaultLanguage);
    const twin = known.get(likeness);
    if (twin === undefined) {
      known.set(likeness, externalId);
      return [];
    }
    return [
      note(
        externalId,
        "hint",
        "title",
        "duplicate",
        `The same provider has ${twin} with the same title. If they are one course, keep one of them.`,
      ),
    ];
  });
}

/** Who only attends has passed nothing, whatever the credential says of its own assessment. */
export function attendanceNotes(
  offers: readonly Offer[],
  credentials: ReadonlyMap<string, CredentialContent>,
): Note[] {
  return offers.flatMap(({ externalId, content }) => {
    if (content.assessment !== "attendance-only") return [];
    const micro = content.credentials.filter(
      ({ credential, needs }) =>
        needs === "this-course" && credentials.get(credential)?.kind === "micro-credential",
    );
    return micro.map(() =>
      note(
        externalId,
        "warn",
        "assessment",
        "attendance-only",
        "It assesses attendance alone and is said to lead to a micro-credential. Correct one of them.",
      ),
    );
  });
}

function note(
  record: string,
  severity: Note["severity"],
  field: string,
  rule: string,
  message: string,
): Note {
  return { kind: "course", record, field, rule, severity, message };
}
