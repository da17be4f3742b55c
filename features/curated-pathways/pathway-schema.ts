import { z } from "zod";
import { isDay } from "@/lib/dates";

export const PATHWAY_FORMAT = "cairn-pathway/1";

const word = z.string().trim().min(1).max(200);
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "small letters, digits and hyphens" });
const text = z
  .record(z.string().regex(/^[a-z]{2}$/), z.string().min(1).max(5_000))
  .refine((map) => Object.keys(map).length > 0, { error: "a text in at least one language" });
const day = z.string().refine(isDay, { error: "a day that exists, as YYYY-MM-DD" }).meta({ format: "date" });

const ref = z.union([
  z.strictObject({ source: word, externalId: word }),
  z.strictObject({ scheme: word, value: word }),
]);

/** A course or credential by reference, or what no catalogue holds in words. */
const choice = z.union([z.strictObject({ target: ref }), z.strictObject({ text })]);

const step = z
  .strictObject({
    id,
    target: ref.optional(),
    text: text.optional(),
    alternatives: z.array(choice).max(20),
    /** Why this step, and why here. */
    reason: text,
  })
  .refine(({ target, text: words }) => (target === undefined) !== (words === undefined), {
    error: "either a target or a text",
  });

/** The documented file of one curated pathway. */
export const pathwaySchema = z
  .strictObject({
    format: z.literal(PATHWAY_FORMAT),
    /** Its address too; kept from one version to the next. */
    id: id.max(80),
    version: word,
    title: text,
    summary: text.nullable(),
    /** The qualification that it leads towards; null where it leads to none in particular. */
    leadsTo: ref.nullable(),
    /** Who answers for it: bodies, not persons. */
    maintainers: z
      .array(z.strictObject({ name: word, url: z.url({ protocol: /^https?$/ }).nullable() }))
      .min(1)
      .max(20),
    checkedOn: day,
    steps: z.array(step).min(1).max(100),
  })
  .refine(({ steps }) => new Set(steps.map((each) => each.id)).size === steps.length, {
    error: "each step needs an id of its own",
    path: ["steps"],
  });

export type PathwayDocument = z.output<typeof pathwaySchema>;
export type PathwayRef = z.output<typeof ref>;

/** JSON Schema (draft 2020-12) of the file. */
export const pathwayJsonSchema = (): object => z.toJSONSchema(pathwaySchema, { io: "input" });
