import { z } from "zod";
import { isDay } from "@/lib/dates";
import { numberOfDeqarId } from "./identifiers";

// Answers of DEQAR's Web API, as far as we read them. Search rows and details name the same things in different ways: ids are
// texts or numbers, days have a time or not, the end of validity is stated, worked out, or both.

const LONGEST = 5_000;
const text = z.string().trim().max(LONGEST);
/** As long as a name may be in a record of evidence. */
const name = z.string().trim().min(1).max(1_000);
const optionalText = text.nullish().transform((value) => value || null);
const optionalName = z
  .string()
  .trim()
  .max(1_000)
  .nullish()
  .transform((value) => value || null);
const id = z.union([
  z.string().regex(/^\d{1,12}$/, "is no number of a record"),
  z.int().nonnegative().transform(String),
]);
const deqarId = text.refine((value) => numberOfDeqarId(value) !== null, "is no DEQAR id");
/** The day of a date or an instant. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:T.*)?$/)
  .transform((value) => value.slice(0, 10))
  .refine(isDay, "is no date such as 2027-01-31");

const institutionRef = z.looseObject({
  id: id.nullish(),
  deqar_id: deqarId,
  name_primary: name,
  website_link: optionalText,
  is_other_provider: z.boolean().nullish(),
  locations: z
    .array(z.looseObject({ country: z.looseObject({ iso_3166_alpha2: optionalText }).nullish() }))
    .nullish(),
});

const programme = z.looseObject({
  id: id.nullish(),
  name_primary: optionalText,
  programme_names: z.array(z.looseObject({ name: text, qualification: optionalText })).nullish(),
  names: z.array(z.looseObject({ name: text, qualification: optionalText })).nullish(),
  nqf_level: optionalText,
  qf_ehea_level: z.union([text, z.int()]).nullish(),
  /** 1 and 2, a boolean, its words, or an object with them. */
  degree_outcome: z.unknown().optional(),
  workload_ects: z.union([z.string(), z.number()]).nullish(),
  assessment_certification: z.unknown().optional(),
  programme_type: optionalText,
});

const link = z.looseObject({ link: optionalText });

export const reportAnswer = z.looseObject({
  id,
  agency_name: optionalName,
  agency_acronym: optionalName,
  agency: z.looseObject({ acronym_primary: optionalName }).nullish(),
  agency_esg_activity: optionalText,
  agency_esg_activity_type: optionalText,
  agency_esg_activities: z
    .array(z.looseObject({ type: optionalText, activity_type: optionalText, activity: optionalText }))
    .nullish(),
  institutions: z.array(institutionRef),
  platforms: z.array(institutionRef).nullish(),
  programmes: z.array(programme),
  status: text,
  decision: text,
  valid_from: day,
  /** Absent where the answer does not say; null where the report states none. */
  valid_to: day.nullish(),
  valid_to_calculated: day.nullish(),
  flag: optionalText,
  flag_level: optionalText,
  report_links: z.array(link).nullish(),
});
export type ReportAnswer = z.output<typeof reportAnswer>;
export type ProgrammeAnswer = z.output<typeof programme>;
export type InstitutionRef = z.output<typeof institutionRef>;

const identifier = z.looseObject({
  identifier: z.string().min(1).max(200),
  resource: optionalText,
  identifier_valid_to: day.nullish(),
});

export const institutionAnswer = z.looseObject({
  id,
  deqar_id: deqarId.nullish(),
  eter: optionalText,
  eter_id: optionalText,
  is_other_provider: z.boolean().nullish(),
  closure_date: day.nullish(),
  website_link: optionalText,
  identifiers: z.array(identifier),
  names: z.array(
    z.looseObject({
      name_official: optionalName,
      name_official_transliterated: optionalName,
      name_english: optionalName,
      acronym: optionalName,
      name_valid_to: day.nullish(),
      name_versions: z.array(z.looseObject({ name: optionalName, transliteration: optionalName })).nullish(),
    }),
  ),
});
export type InstitutionAnswer = z.output<typeof institutionAnswer>;

/** An institution in the results of a search. */
export const foundInstitution = z.looseObject({
  id,
  deqar_id: deqarId,
  eter_id: optionalText,
  name_primary: name,
  name_official_display: optionalName,
  website_link: optionalText,
  is_other_provider: z.boolean().nullish(),
  closure_date: day.nullish(),
});
export type FoundInstitution = z.output<typeof foundInstitution>;

export const pageAnswer = z.looseObject({
  count: z.int().nonnegative(),
  results: z.array(z.unknown()),
});

/** What a JSON value is by its shape. */
export type AnswerKind =
  | "page"
  | "report"
  | "institution"
  | "found-institution"
  | "programme-of-report"
  | "submission"
  | "word-list"
  | "unknown";

export function kindOfAnswer(value: unknown): AnswerKind {
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every((item) => typeof item === "string")) return "word-list";
    return value.some((item) => kindOfAnswer(item) === "submission") ? "submission" : "unknown";
  }
  if (typeof value !== "object" || value === null) return "unknown";
  const has = (...names: string[]) => names.every((name) => name in value);
  if (has("results", "count")) return "page";
  if (has("institutions", "valid_from", "decision")) return has("id") ? "report" : "submission";
  if (has("names", "identifiers", "id")) return "institution";
  if (has("deqar_id", "name_primary", "id")) return "found-institution";
  return has("report", "institutions") ? "programme-of-report" : "unknown";
}

/** What is wrong with an answer, in words: "valid_from is no date such as 2027-01-31". */
export const faultsOf = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join(".") || "it"}: ${message}`)
    .join("; ");
