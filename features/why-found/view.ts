/** A part of a text: `hit` where it carries a word that was looked for. */
export interface Segment {
  text: string;
  hit: boolean;
}

/** Why a course was found. */
export interface Why {
  /** Its title in the language that matches best, or shown anyhow. */
  title: { language: string; segments: Segment[] };
  /** A sentence of summary, outcome or description that carries words which the title has not. */
  excerpt: { language: string; segments: Segment[] } | null;
  /** The skill it teaches that carries words found nowhere else, in the language they were found in. */
  skill: { id: string; language: string; segments: Segment[] } | null;
}
