import { SOURCE_COUNTS } from "@/features/sources/view";

const count = { type: "integer" };

const source = {
  type: "object",
  properties: {
    name: { type: "string" },
    format: { type: "string" },
    class: { enum: ["authoritative", "third-party", "provider"] },
    licence: { type: ["string", "null"] },
    sample: { type: "boolean" },
    lastReadOn: {
      type: ["string", "null"],
      format: "date",
      description: "The day of its last import that was applied.",
    },
    brought: {
      type: "object",
      description:
        "What of it stands today. `evidence`: records that its last reading still had, whatever they name; `institutions`: bodies that they are about.",
      properties: Object.fromEntries(SOURCE_COUNTS.map((noun) => [noun, count])),
      required: SOURCE_COUNTS,
    },
  },
};

const summary = "Where the records come from: what each source brought, when it was last read, its licence";

export const SOURCES = {
  get: {
    summary,
    responses: {
      200: {
        description: summary,
        content: {
          "application/json": {
            schema: { type: "object", properties: { data: { type: "array", items: source } } },
          },
        },
      },
    },
  },
};
