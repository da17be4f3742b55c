import { z } from "zod";
import {
  ACTIVITIES,
  ANSWERS,
  DECISIONS,
  EVIDENCE_KINDS,
  FLAGS,
  LABELS,
  LISTED_KINDS,
  OBLIGATIONS,
} from "../schema/evidence";
import { SOURCE_CLASSES } from "../schema/sources";
import evidence from "./data/evidence.json";

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const provider = z.strictObject({ provider: key });
/** A provider of the sample, or a body in words alone, which then says that it is a sample. */
const body = z.union([provider, z.strictObject({ name: z.string().regex(/sample/i) })]);
/** Days from now; negative is past. */
const days = z.int().nullable().default(null);

const recordShape = z.strictObject({
  key,
  about: z.union([
    provider,
    z.strictObject({ credential: key }),
    z.strictObject({ qualification: key }),
    z.strictObject({ course: key }),
  ]),
  kind: z.enum(EVIDENCE_KINDS),
  label: z.enum(LABELS).nullable().default(null),
  issuer: body,
  register: z.string().nullable().default(null),
  number: z.string().nullable().default(null),
  identifier: z.string().nullable().default(null),
  answer: z.enum(ANSWERS).default("found"),
  nameInRegister: z.string().nullable().default(null),
  listedAs: z.enum(LISTED_KINDS).nullable().default(null),
  scope: z.string().regex(/^Sample: /),
  activity: z.enum(ACTIVITIES).default("other"),
  obligation: z.enum(OBLIGATIONS).default("not-applicable"),
  flag: z.enum(FLAGS).default("none"),
  decision: z.enum(DECISIONS).default("positive"),
  eqf: z.literal([1, 2, 3, 4, 5, 6, 7, 8]).nullable().default(null),
  ects: z.number().positive().nullable().default(null),
  awardingPower: z.boolean().nullable().default(null),
  from: days,
  to: days,
  registerEnd: days,
  edition: z.string().nullable().default(null),
  developedBy: z.array(body).default([]),
  assuredBy: z.array(body).default([]),
  awardedBy: z.array(body).default([]),
  class: z.enum(SOURCE_CLASSES),
  /** Whose word it is, with class `provider`. */
  wordOf: key.nullable().default(null),
  /** Days from now on which the row came in. */
  entered: z.int().max(0).default(0),
  /** The earlier row that it corrects, in place of which it speaks from the day on which it came in. */
  corrects: key.nullable().default(null),
});
export type SampleEvidence = z.output<typeof recordShape>;

/** Evidence of every kind, state and contradiction, about providers and offers of the sample. */
export const sampleEvidence: readonly SampleEvidence[] = z.array(recordShape).parse(evidence);
