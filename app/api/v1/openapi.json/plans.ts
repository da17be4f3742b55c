import { z } from "zod";
import { MAX_HELD } from "@/features/audit/audit";
import { CERTAINTIES } from "@/features/pathways/programme";
import { planRequestSchema } from "@/features/plans/plan-question";

const list = (items: object) => ({ type: "array", items });
const ofAnything = { type: "object" };

const counted = {
  type: "object",
  properties: {
    part: { type: "string", description: "Id of the part; `parts` has its title." },
    ects: { type: "number" },
    certainty: { enum: CERTAINTIES },
    decidedBy: ofAnything,
    until: { type: ["object", "null"] },
    reasons: list({ type: "object", properties: { code: { type: "string" }, params: ofAnything } }),
  },
};

const answer = {
  type: "object",
  properties: {
    target: ofAnything,
    audit: {
      type: "object",
      description: "What is held counts where; counted and possible are never added.",
      properties: {
        countedEcts: { type: "number" },
        possibleEcts: { type: "number" },
        counts: list(counted),
        possible: list(counted),
        wasted: list(ofAnything),
        nodes: list({
          type: "object",
          properties: {
            node: { type: "string", description: "Id of the part; `parts` has its title." },
            state: { enum: ["met", "met-if-possible", "to-be-checked", "open"] },
            unit: { enum: ["ects", "parts"], description: "What the three amounts count." },
            counted: { type: "number" },
            required: { type: "number" },
            missing: { type: "number" },
          },
        }),
        bounds: list({
          type: "object",
          description: "Minima and maxima of the whole, in ECTS.",
          properties: {
            constraint: { type: "string" },
            kind: { enum: ["min", "max"] },
            counted: { type: "number" },
            possible: { type: "number" },
            required: { type: "number" },
            missing: { type: "number" },
          },
        }),
      },
    },
    outcome: { enum: ["plans", "none", "out-of-time"] },
    plans: list({
      type: "object",
      properties: {
        wins: list({ type: "string" }),
        steps: list({ type: "object", properties: { unit: ofAnything, counts: list(counted) } }),
        priceCents: { type: ["integer", "null"], description: "Euro cents; null where one is not known." },
        hours: { type: ["integer", "null"] },
        certainty: { enum: [...CERTAINTIES, null] },
        decidedBy: list(ofAnything),
        notice: { type: "string", description: "To be shown with the plan." },
      },
    }),
    notTaken: list(ofAnything),
    conflict: { type: ["object", "null"], description: "What cannot hold together, where there is no plan." },
    relaxations: {
      ...list(list(ofAnything)),
      description: "After each of these sets of changes there is one.",
    },
    gap: { type: ["number", "null"], description: "0: proven best. 0.02: at most 2 % from it." },
    ignored: list({ type: "string" }),
  },
};

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

/** `POST /api/v1/plans`. */
export const PLANS = {
  post: {
    summary: "What is held counts where, and the ways on to a qualification",
    description: `\`hold\` is \`SLUG[~YYYY-MM]\` or \`own~TITLE~ECTS~EQF~YYYY-MM~ISCEDF~COUNTRY\`, up to ${MAX_HELD} of them. Nothing of the question is kept.`,
    requestBody: {
      required: true,
      content: { "application/json": { schema: z.toJSONSchema(planRequestSchema, { io: "input" }) } },
    },
    responses: {
      200: { description: "Audit and plans", content: { "application/json": { schema: answer } } },
      400: problem("Fields that cannot be used, each by its name"),
      404: problem("No qualification in force has this address"),
      413: problem("More than 64 kB"),
      503: problem("Too many plans are being made: ask again after `Retry-After` seconds"),
    },
  },
};
