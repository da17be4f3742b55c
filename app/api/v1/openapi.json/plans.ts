import { z } from "zod";
import { CERTAINTIES } from "@/features/pathways/programme";
import { MAX_HELD } from "@/features/planning/audit";
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
