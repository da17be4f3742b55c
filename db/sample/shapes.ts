import { z } from "zod";
import { CREDENTIAL_KINDS, NEEDS, STACKABILITIES } from "@/db/schema/credentials";
import { ASSESSMENTS, MODES, SUPERVISIONS } from "@/db/schema/learning";
import { PROVIDER_KINDS } from "@/db/schema/providers";
import { SCHEDULES } from "@/db/schema/runs";
import { REUSE_LEVELS, SKILL_TYPES } from "@/db/schema/skills";

// What the files in data/ hold. Records name one another by `key`, skills by their English ESCO label.

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const language = z.string().regex(/^[a-z]{2}$/);
const texts = z.record(language, z.string().min(1));
/** Hours of work, or the least and the most. */
const hours = z.union([z.number(), z.tuple([z.number(), z.number()])]).nullable();
const outcome = z.strictObject({ text: texts, skills: z.array(z.string()).min(1) });
const outcomes = z.array(outcome);

export const providerShape = z.strictObject({
  key,
  kind: z.enum(PROVIDER_KINDS),
  country: z.string().length(2),
  defaultLanguage: language,
  legalName: texts,
  /** Where it teaches; the first is its seat. */
  sites: z.array(z.strictObject({ city: z.string(), region: z.string() })).min(1),
  teachesIn: language,
  currency: z.string().length(3),
});

const courseShape = z.strictObject({
  key,
  provider: key,
  /** The languages of the title are those in which the course has texts. */
  title: texts,
  /** What this provider adds to the theme; a course with texts of its own has none. */
  angle: texts.optional(),
  summary: texts.optional(),
  description: texts.optional(),
  outcomes: outcomes.optional(),
  level: z.number().nullable().default(null),
  ects: z.number().nullable().default(null),
  hours: hours.default(null),
  exam: z.string(),
  plan: z.string(),
  /** In place of the days of the plan. */
  days: z.number().nullable().default(null),
  /** In units of the currency; 0 is free, null is not stated. */
  price: z.number().nullable().default(null),
  currency: z.string().length(3).optional(),
  grant: z.string().nullable().default(null),
  teachesIn: z.array(language).optional(),
  /** Where it is held, if not at a site of the provider. */
  place: z.strictObject({ country: z.string().length(2), city: z.string() }).optional(),
  hasNoCredential: z.boolean().default(false),
  isWithdrawn: z.boolean().default(false),
});

/** What several providers teach, each in its own way. */
export const themeShape = z.strictObject({
  key,
  fields: z.array(z.string()).min(1),
  summary: texts,
  description: texts,
  prerequisites: texts.nullable().default(null),
  targetGroups: z.array(z.string()).default([]),
  outcomes,
  courses: z.array(courseShape),
});

export const credentialShape = z.strictObject({
  key,
  kind: z.enum(CREDENTIAL_KINDS),
  title: texts,
  description: texts.nullable().default(null),
  awardedBy: z.array(key).min(1),
  level: z.number().nullable().default(null),
  isOutsideFramework: z.boolean().default(false),
  ects: z.number().nullable().default(null),
  hours: hours.default(null),
  exam: z.string(),
  modes: z.array(z.enum(MODES)),
  qualityAssurance: z.string().nullable().default(null),
  stackability: z.enum(STACKABILITIES).default("not-stated"),
  validity: z.string().nullable().default(null),
  isWithdrawn: z.boolean().default(false),
  /** Keys of the themes whose outcomes it certifies. */
  outcomesOf: z.array(key).default([]),
  /** Beside those of its courses. */
  fields: z.array(z.string()).default([]),
  /** How the courses lead to it. */
  needs: z.enum(NEEDS).default("all"),
  neededCount: z.number().nullable().default(null),
  /** None: a qualification that other credentials stack into. */
  courses: z.array(key).default([]),
});

const runShape = z.strictObject({
  start: z.enum(["dated", "month", "term", "standing", "not-stated"]).default("dated"),
  /** Weeks from now; negative is past. */
  week: z.number().default(0),
  /** Which site of the provider; one that it has not is its first. */
  site: z.number().default(0),
  modes: z.array(z.enum(MODES)).optional(),
  schedules: z.array(z.enum(SCHEDULES)).optional(),
});

const planShape = z.strictObject({
  days: z.number().nullable().default(null),
  runs: z.array(runShape),
  modes: z.array(z.enum(MODES)),
  schedules: z.array(z.enum(SCHEDULES)),
  applyDaysBefore: z.number().nullable().default(null),
  seats: z.number().nullable().default(null),
  type: z.string().nullable().default(null),
  /** A sentence for the description. */
  how: texts.nullable().default(null),
});

const examShape = z.strictObject({
  assessment: z.enum(ASSESSMENTS),
  types: z.array(z.string()),
  supervision: z.enum(SUPERVISIONS),
});

export const patternsShape = z.strictObject({
  plans: z.record(z.string(), planShape),
  exams: z.record(z.string(), examShape),
  grants: z.record(z.string(), texts),
  qualityAssurance: z.record(z.string(), texts),
  validity: z.record(z.string(), texts),
  /** Country -> addresses of its national levels, which match EQF 1 to 8 one to one. */
  nationalLevels: z.record(z.string(), z.array(z.url()).length(8)),
});

const uuid = z.uuid();
/** An ESCO address without its beginning, such as "skill/…" or "isco/C2512". */
const shortUri = z.string().regex(/^(skill|isced-f|isco|occupation)\//);

export const escoShape = z.strictObject({
  version: z.string(),
  skills: z.array(
    z.strictObject({
      id: uuid,
      en: z.string(),
      fi: z.string().optional(),
      alt: z.array(z.string()).default([]),
      type: z.enum(SKILL_TYPES),
      reuse: z.enum(REUSE_LEVELS).nullable(),
      collections: z.array(z.string()).default([]),
      broader: z.array(shortUri).default([]),
    }),
  ),
  skillGroups: z.array(
    z.strictObject({
      uri: shortUri,
      code: z.string().nullable(),
      en: z.string(),
      broader: z.array(shortUri),
    }),
  ),
  /** Skill, related skill, relation. */
  skillRelations: z.array(z.tuple([uuid, uuid, z.enum(["essential", "optional"])])),
  iscoGroups: z.array(z.strictObject({ code: z.string(), en: z.string() })),
  /** `essential` is complete, so that "3 of 12 essential skills" is true; `optional` is not. */
  occupations: z.array(
    z.strictObject({
      id: uuid,
      en: z.string(),
      alt: z.array(z.string()),
      code: z.string(),
      isco: z.string(),
      broader: z.array(shortUri),
      essential: z.array(uuid),
      optional: z.array(uuid),
    }),
  ),
});

export type SampleProvider = z.output<typeof providerShape>;
export type SampleTheme = z.output<typeof themeShape>;
export type SampleCourse = z.output<typeof courseShape>;
export type SampleOutcome = z.output<typeof outcome>;
export type SampleHours = z.output<typeof hours>;
export type SampleCredential = z.output<typeof credentialShape>;
export type SamplePlan = z.output<typeof planShape>;
export type SampleRun = z.output<typeof runShape>;
