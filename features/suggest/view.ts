/** A name in the language it is in (ISO 639-1). */
export interface Name {
  text: string;
  language: string;
}

export interface Suggestion {
  /** In the reader's language where there is one. */
  label: Name;
  /** Another name of it, by which it was found; null where the label itself was. */
  matched: Name | null;
}

/** What one may mean who has typed so much: the likeliest first, a few of each kind. */
export interface Suggestions {
  courses: readonly (Suggestion & { slug: string; provider: Name })[];
  credentials: readonly (Suggestion & { slug: string })[];
  providers: readonly (Suggestion & { slug: string; hasCourses: boolean })[];
  /** Those that a course teaches. */
  skills: readonly (Suggestion & { id: string })[];
  /** Those of which a course teaches an essential skill. */
  occupations: readonly (Suggestion & { id: string })[];
  /** Fields of study, ISCED-F codes, that a course is in. */
  fields: readonly (Suggestion & { code: string })[];
}

export const NO_SUGGESTIONS: Suggestions = {
  courses: [],
  credentials: [],
  providers: [],
  skills: [],
  occupations: [],
  fields: [],
};
