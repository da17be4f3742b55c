import type { CourseSummary, CredentialRef } from "@/features/courses/view";

/** Courses that lead to one credential in the same way. */
export interface LeadingGroup {
  needs: CredentialRef["needs"];
  /** With `some`: how many of these courses suffice. */
  neededCount: number | null;
  courses: CourseSummary[];
}

const ORDER: readonly CredentialRef["needs"][] = ["this-course", "all", "some"];

/** Sorts the courses by how they lead to the credential: each alone, all together, or a number of them. */
export function leadingGroups(credentialId: string, courses: readonly CourseSummary[]): LeadingGroup[] {
  const groups = new Map<string, LeadingGroup>();
  for (const course of courses) {
    const link = course.credentials.find(({ id }) => id === credentialId);
    if (!link) continue;
    const { needs, neededCount } = link;
    const key = `${needs} ${neededCount}`;
    const group = groups.get(key) ?? { needs, neededCount, courses: [] };
    group.courses.push(course);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => ORDER.indexOf(a.needs) - ORDER.indexOf(b.needs) || (a.neededCount ?? 0) - (b.neededCount ?? 0),
  );
}
