import { CLAIM_STATUSES } from "@/features/claims/claim";
import { DECISIONS, EVIDENCE_KINDS, SUBJECT_KINDS } from "@/features/evidence/schema";
import { REASON_CODES } from "@/features/trust-words/reason";
import { BODY_ROLES, SUB_STATUSES, TIERS } from "@/features/trust-words/tiers";

const nullable = (type: string, extra: object = {}) => ({ type: [type, "null"], ...extra });
const list = (items: object) => ({ type: "array", items });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

export const VALUE_STATUSES = CLAIM_STATUSES.filter((status) => status !== "not-stated");

export const trust = {
  type: "object",
  properties: {
    tier: { enum: TIERS },
    subStatus: { enum: [...SUB_STATUSES, null] },
    conditions: { type: "boolean", description: "The decision it rests on was made with conditions." },
    body: {
      type: ["object", "null"],
      description: "Whose evidence counts; an offer's own has no id.",
      properties: {
        role: { enum: BODY_ROLES },
        id: nullable("string", { format: "uuid" }),
        slug: nullable("string"),
        name: { oneOf: [ref("LanguageMap"), { type: "null" }] },
      },
    },
    changesOn: nullable("string", {
      format: "date",
      description: "The first later day with another answer if no record is added.",
    }),
  },
};

/** Of a provider or a credential, on the day that was asked for. */
export const judgedTrust = {
  type: "object",
  properties: {
    tier: trust.properties.tier,
    status: trust.properties.subStatus,
    conditions: trust.properties.conditions,
    body: trust.properties.body,
    reasons: list({
      type: "object",
      description: "What counts first, the best first; then each record that does not count, and why.",
      properties: {
        code: { enum: REASON_CODES },
        sentence: { type: "string" },
        evidence: nullable("string", { description: "Id of the record it rests on." }),
        link: nullable("string", { format: "uri" }),
      },
    }),
    evidence: list({
      type: "object",
      description: "Every record that was known on the day, also those that have lapsed or do not count.",
      properties: {
        id: { type: "string" },
        subject: {
          type: "object",
          properties: { kind: { enum: SUBJECT_KINDS }, id: { type: "string", format: "uuid" } },
        },
        kind: { enum: EVIDENCE_KINDS },
        decision: { enum: DECISIONS },
        validFrom: nullable("string", { format: "date" }),
        validTo: nullable("string", { format: "date" }),
        link: nullable("string", { format: "uri" }),
        retrievedOn: { type: "string", format: "date" },
      },
    }),
    changesOn: trust.properties.changesOn,
  },
};
