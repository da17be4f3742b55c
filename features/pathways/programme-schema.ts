import { z } from "zod";
import { isDay } from "@/lib/dates";
import { CERTAINTIES, QUALITY_TIERS, type Requirement, type Selector } from "./programme";
import { type Ref, refKey, refOfKey } from "./ref";
import type { Prerequisite } from "./unit";

const MAX_CREDITS = 10_000;
const MAX_CHILDREN = 500;
const MAX_LISTED = 5_000;

const word = z.string().trim().min(1).max(200);
const day = z.string().refine(isDay, { error: "a day that exists, as YYYY-MM-DD" }).meta({ format: "date" });
const text = z
  .record(z.string().regex(/^[a-z]{2}$/), z.string().min(1).max(5_000))
  .refine((map) => Object.keys(map).length > 0, { error: "a text in at least one language" });

const refSchema = z.union([
  z.strictObject({ source: word, externalId: word }),
  z.strictObject({ scheme: word, value: word }),
]);

const ref = z.codec(refSchema, z.string(), {
  decode: (value: Ref) => refKey(value),
  encode: (key, context) => {
    const value = refOfKey(key);
    if (value) return value;
    context.issues.push({ code: "custom", input: key, message: `"${key}" is not a reference key` });
    return z.NEVER;
  },
});

const credits = z.codec(
  z
    .number()
    .min(0)
    .max(MAX_CREDITS)
    .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, {
      error: "credits with at most two decimals",
    }),
  z.int(),
  { decode: (value) => Math.round(value * 100), encode: (value) => value / 100 },
);

const eqf = z.int().min(1).max(8);
const count = z.int().min(1).max(MAX_CHILDREN);
const months = z.int().min(1).max(1_200);
const nodeId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/);
const words = z.array(word).min(1).max(MAX_LISTED);
const quality = z.array(z.enum(QUALITY_TIERS)).min(1);
const minGrade = z.strictObject({ scale: word, value: z.number(), best: z.enum(["highest", "lowest"]) });

const selector: z.ZodType<Selector, unknown> = z
  .strictObject({
    anyOf: z
      .array(z.lazy(() => selector))
      .min(1)
      .optional(),
    allOf: z
      .array(z.lazy(() => selector))
      .min(1)
      .optional(),
    not: z.lazy(() => selector).optional(),
    units: z.array(ref).min(1).max(MAX_LISTED).optional(),
    fields: z
      .array(z.string().regex(/^\d{2,4}$/))
      .min(1)
      .optional(),
    eqfMin: eqf.optional(),
    eqfMax: eqf.optional(),
    providers: z.array(ref).min(1).optional(),
    tags: words.optional(),
    teaches: words.optional(),
    quality: quality.optional(),
  })
  .meta({ id: "selector" });

const node = { id: nodeId, title: text };
const children = z
  .array(z.lazy(() => requirement))
  .min(1)
  .max(MAX_CHILDREN);

const requirement: z.ZodType<Requirement, unknown> = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("all"), ...node, of: children }),
    z.strictObject({ kind: z.literal("atLeast"), ...node, k: count, of: children }),
    z.strictObject({
      kind: z.literal("credits"),
      ...node,
      minCredits: credits,
      maxCredits: credits.optional(),
      from: selector,
      fits: z.enum(["designed", "possible"]).optional(),
      minItems: count.optional(),
      distinctFields: count.optional(),
    }),
    z.strictObject({ kind: z.literal("item"), ...node, unit: ref, minGrade: minGrade.optional() }),
    z.strictObject({ kind: z.literal("outcome"), ...node, skill: word, minLevel: eqf.optional() }),
    z.strictObject({ kind: z.literal("manual"), ...node, text, checkedBy: ref }),
  ])
  .meta({ id: "requirement" });

const between = z.tuple([nodeId, nodeId]);
const source = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  title: word,
  retrievedOn: day,
  quote: z.string().min(1).max(2_000).optional(),
  licence: word.optional(),
});

const policy = z.strictObject({
  levelMinima: z.array(z.strictObject({ eqf, credits })),
  residency: z.strictObject({
    minFromAwardingBody: credits.optional(),
    maxRecognised: credits.optional(),
    maxRecognisedPercent: z.int().min(0).max(100).optional(),
  }),
  providerMaxima: z.array(z.strictObject({ provider: ref, credits })),
  recency: z
    .strictObject({
      maxAgeMonths: months,
      countFrom: z.enum(["award", "application"]),
      overrides: z.array(z.strictObject({ selector, months })),
    })
    .nullable(),
  sharing: z.array(
    z.discriminatedUnion("mode", [
      z.strictObject({ between, mode: z.enum(["forbid", "allow"]) }),
      z.strictObject({ between, mode: z.literal("upTo"), credits }),
    ]),
  ),
  maxSharedWithOtherAwards: credits.optional(),
  exclusions: z.array(z.strictObject({ units: z.array(ref).min(2), maxCount: count })),
});

const rule = z.strictObject({
  id: nodeId,
  from: selector,
  to: z.union([z.strictObject({ node: nodeId }), z.strictObject({ unit: ref })]),
  credits: z.union([z.literal("same"), credits]),
  conditions: z.strictObject({
    minGrade: minGrade.optional(),
    maxAgeMonths: months.optional(),
    assessment: words.optional(),
    identityVerified: z.boolean().optional(),
    quality: quality.optional(),
  }),
  certainty: z.enum(CERTAINTIES),
  decisionBody: ref,
  evidenceRequired: z.array(text),
  validFrom: day,
  validTo: day.nullable(),
  source,
});

const equivalence = z.strictObject({
  id: nodeId,
  units: z.array(ref).min(2),
  certainty: z.enum(CERTAINTIES),
  decisionBody: ref,
  source,
});

const prerequisite: z.ZodType<Prerequisite, unknown> = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("unit"), unit: ref }),
    z.strictObject({
      kind: z.literal("all"),
      of: z
        .array(z.lazy(() => prerequisite))
        .min(1)
        .max(MAX_CHILDREN),
    }),
    z.strictObject({
      kind: z.literal("atLeast"),
      k: count,
      of: z
        .array(z.lazy(() => prerequisite))
        .min(1)
        .max(MAX_CHILDREN),
    }),
  ])
  .meta({ id: "prerequisite" });

export const PROGRAMME_FORMAT = "cairn-programme/1";

/** The documented file: credits in decimals, records by reference. Decoded: hundredths and reference keys. */
export const programmeSchema = z.strictObject({
  format: z.literal(PROGRAMME_FORMAT),
  qualification: ref,
  version: word,
  title: text,
  awardingBodies: z.tuple([ref], ref),
  eqf: eqf.nullable(),
  totalCredits: credits,
  validFrom: day,
  validTo: day.nullable(),
  changes: text.nullable(),
  root: requirement,
  policy,
  rules: z.array(rule),
  equivalences: z.array(equivalence),
  prerequisites: z.array(z.strictObject({ unit: ref, requires: prerequisite })).optional(),
  source,
});
