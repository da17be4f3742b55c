import { parseLanguage } from "@/features/vocabularies/languages";

/** Which of the four things in a row a column speaks about. */
export type ColumnGroup = "course" | "provider" | "run" | "credential";

export interface Column {
  /** Name in the template; for a text in several languages without the language. */
  name: string;
  group: ColumnGroup;
  /** A text with a column for each language: `title_en`, `title_fi`. */
  isLocalised: boolean;
}

// A star marks a text with a column for each language. docs/csv-template.md explains each column.
const LEARNING = `
  title_* description_* default_language outcomes_* outcome_skills isced_f ects hours hours_max eqf nqf cycle assessment
  assessment_types supervision prerequisites_* homepage
`;
const GROUPS: Readonly<Record<ColumnGroup, string>> = {
  course: `course_id status summary_* ${LEARNING} target_groups learning_setting type duration_days no_credential sample`,
  provider: `
    provider_id provider_name_* provider_default_language provider_kind provider_identity provider_country
    provider_region provider_homepage provider_identifiers
  `,
  run: `
    run_id start_kind start start_precision start_text_* end apply_by modes languages country region city price currency
    price_note_* seats schedules hours_per_week apply_url
  `,
  credential: `
    credential_id credential_needs credential_needed_count credential_kind ${LEARNING.replace(/\S+/g, "credential_$&")}
    credential_outside_framework credential_modes credential_quality_assurance_* credential_stackability
    credential_validity_* credential_awarding_bodies
  `,
};

export const COLUMNS: readonly Column[] = (["course", "provider", "run", "credential"] as const).flatMap(
  (group) =>
    GROUPS[group]
      .trim()
      .split(/\s+/)
      .map((name) => ({ name: name.replace("_*", ""), group, isLocalised: name.endsWith("_*") })),
);

const columnByName = new Map(COLUMNS.map((column) => [column.name, column]));

/** Header names of the template for texts in these languages, in order. */
export function headerNames(languages: readonly string[]): string[] {
  return COLUMNS.flatMap(({ name, isLocalised }) =>
    isLocalised ? languages.map((language) => `${name}_${language}`) : [name],
  );
}

export interface HeaderCell {
  column: Pick<Column, "name">;
  /** ISO 639-1; null for a column without languages, and for a text whose column names none: the default language's. */
  language: string | null;
}

export type HeaderReading =
  | { kind: "known"; cell: HeaderCell }
  | { kind: "unknown-language"; suffix: string }
  | { kind: "unknown" };

/** Reads a header however it is spelt: "Title (EN)", "title-en" and "TITLE EN" are `title_en`. */
export function readHeader(text: string): HeaderReading {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
  const exact = columnByName.get(name);
  if (exact) return { kind: "known", cell: { column: exact, language: null } };
  for (let cut = name.lastIndexOf("_"); cut > 0; cut = name.lastIndexOf("_", cut - 1)) {
    const column = columnByName.get(name.slice(0, cut));
    if (!column?.isLocalised) continue;
    const suffix = name.slice(cut + 1);
    const language = parseLanguage(suffix);
    if (language !== null) return { kind: "known", cell: { column, language } };
    if (suffix.length === 2) return { kind: "unknown-language", suffix };
  }
  return { kind: "unknown" };
}

/** The name under which cells are kept: `title_en`. */
export const cellName = ({ column, language }: HeaderCell): string =>
  language === null ? column.name : `${column.name}_${language}`;
