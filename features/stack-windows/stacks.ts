import { addDays, type Day } from "@/lib/dates";

/** A qualification towards which a course counts, itself or by a credential, on the days of a window; null: without end. */
export interface StackWindow {
  /** Of the qualification. */
  slug: string;
  firstOn: Day | null;
  lastOn: Day | null;
}

/** Slugs of the qualifications towards which the course counts on a day, each once. */
export function stacksOn(windows: readonly StackWindow[], today: Day): string[] {
  const now = windows.filter(
    ({ firstOn, lastOn }) => (firstOn === null || firstOn <= today) && (lastOn === null || lastOn >= today),
  );
  return [...new Set(now.map(({ slug }) => slug))].sort();
}

/** Days on which a window opens, or is over. */
export const turningDays = (windows: readonly StackWindow[]): Day[] =>
  windows.flatMap(({ firstOn, lastOn }) => [
    ...(firstOn === null ? [] : [firstOn]),
    ...(lastOn === null ? [] : [addDays(lastOn, 1)]),
  ]);
