import { QUERY_LENGTH } from "@/features/search/schema";
import { DEFAULT_LOCALE, LOCALES } from "@/lib/locales";

const name = {
  type: "object",
  properties: { text: { type: "string" }, language: { type: "string", description: "ISO 639-1." } },
};

const suggestion = {
  type: "object",
  properties: {
    label: { type: "string" },
    language: { type: "string", description: "Of the label, ISO 639-1." },
    matched: {
      oneOf: [name, { type: "null" }],
      description: "Another name, by which it was found; null where the label itself was.",
    },
    provider: { type: "string", description: "Of a course." },
    url: { type: "string", format: "uri", description: "Its page, or the search narrowed by it." },
    set: {
      type: "object",
      description: "What it adds to a search: one parameter and its value.",
      additionalProperties: { type: "string" },
    },
  },
  required: ["label", "language", "matched", "url"],
};

const sections = ["courses", "credentials", "providers", "skills", "occupations", "fields"];

/** `GET /api/v1/suggest`. */
export const SUGGEST = {
  get: {
    summary: "What may be meant by what was typed so far",
    description:
      "Records, skills, occupations and fields with all these words in one of their names, the last word perhaps as a beginning; a few of each kind. What would find no course is left out.",
    parameters: [
      {
        name: "q",
        in: "query",
        required: true,
        description: "What was typed so far.",
        schema: { type: "string", maxLength: QUERY_LENGTH },
      },
      {
        name: "locale",
        in: "query",
        description: "Language of labels and pages.",
        schema: { type: "string", enum: LOCALES, default: DEFAULT_LOCALE },
      },
    ],
    responses: {
      200: {
        description: "Suggestions by kind, the likeliest first",
        content: {
          "application/json": {
            schema: {
              type: "object",
              properties: Object.fromEntries(
                sections.map((section) => [section, { type: "array", items: suggestion }]),
              ),
              required: sections,
            },
          },
        },
      },
      400: {
        description: "q is missing or too long, or there is no such language",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  },
};
