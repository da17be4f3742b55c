import { FACETS } from "@/features/search/engine";
import { openJson } from "@/lib/answers";
import { env } from "@/lib/env";
import { PAGE_PARAMETERS, SEARCH_PARAMETERS } from "./parameters";
import { PLANS } from "./plans";
import { SCHEMAS } from "./schemas";
import { SOURCES } from "./sources";
import { SUGGEST } from "./suggest";

const content = (schema: object, type = "application/json") => ({ content: { [type]: { schema } } });
const problem = (description: string) => ({
  description,
  ...content({ $ref: "#/components/schemas/Problem" }, "application/problem+json"),
});
const FAULTS = {
  400: problem("A page beyond the reach of pages, or a day that does not exist"),
  503: problem("Not available right now"),
};

function read(summary: string, parameters: readonly object[], schema: object = { type: "object" }) {
  return {
    get: { summary, parameters, responses: { 200: { description: summary, ...content(schema) }, ...FAULTS } },
  };
}

const address = (name: string, description: string, extra: object = {}) => ({
  name,
  in: "path",
  required: true,
  description,
  schema: { type: "string", ...extra },
});
const id = address("id", "The id or the slug; an earlier slug redirects.");

const VERSION = {
  name: "version",
  in: "query",
  description: "Name of a version; without it the one in force.",
  schema: { type: "string" },
};

const AT = {
  name: "at",
  in: "query",
  description: "Trust as of this day, with what was known on it; today if not given.",
  schema: { type: "string", format: "date" },
};
const JUDGED = { $ref: "#/components/schemas/JudgedRecord" };

export function GET(): Response {
  return openJson({
    openapi: "3.1.0",
    info: {
      title: "Cairn",
      version: "1",
      description:
        "Short courses, micro-credentials, what they stack into, and providers. What is not stated is null or an empty list, never 0.",
      license: { name: "Each record names its source; /sources names the licence of each source." },
    },
    servers: [{ url: `${env().publicUrl}/api/v1` }],
    paths: {
      "/courses": read("Search the courses", SEARCH_PARAMETERS, { $ref: "#/components/schemas/CourseList" }),
      "/courses/{id}": read("One course with all its texts, outcomes and runs", [id]),
      "/courses/facets/{name}": read("Find values of one facet by a part of their name", [
        address("name", "The facet.", { enum: FACETS }),
        { name: "contains", in: "query", schema: { type: "string" } },
        ...SEARCH_PARAMETERS,
      ]),
      "/suggest": SUGGEST,
      "/credentials": read("The credentials, newest first", PAGE_PARAMETERS),
      "/credentials/{id}": read(
        "One credential with its elements and the courses that lead to it",
        [id, AT],
        JUDGED,
      ),
      "/providers": read("The providers", PAGE_PARAMETERS),
      "/providers/{id}": read("One provider with its identifiers", [id, AT], JUDGED),
      "/sources": SOURCES,
      "/qualifications": read("The qualifications with a programme in force", PAGE_PARAMETERS),
      "/qualifications/{id}": read("One qualification with its tree, rules and what counts in each part", [
        id,
        VERSION,
      ]),
      "/qualifications/{id}/programme": read("Its programme as a file of the `programme` format", [
        id,
        VERSION,
      ]),
      "/schemas/programme.json": read("JSON Schema of the `programme` format", []),
      "/schemas/pathway.json": read("JSON Schema of the `pathway` format", []),
      "/plans": PLANS,
    },
    components: { schemas: SCHEMAS },
  });
}
