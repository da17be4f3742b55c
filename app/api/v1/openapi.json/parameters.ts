import { ENGINES, FACETS, type Facet, JOINT_FACETS, PAGED_RESULTS, SORTS } from "@/features/search/engine";
import { FACET_VALUES } from "@/features/search/facet-values";
import { FACET_LIMIT, PAGE_SIZE, QUERY_LENGTH } from "@/features/search/schema";

const ANY_OF = "Repeat for alternatives. ";
const SAME_RUN = "Holds on the same open run as the other parameters about runs. ";

const MEANING: Record<Facet, string> = {
  level: "EQF level.",
  ects: "Band of credits, lower bound included.",
  trust:
    "Who stands behind the offer: the best evidence among its own, its provider's and its awarding bodies'. A review of an institution covers the institution.",
  confirmed:
    "Only values that somebody else than the provider has checked or confirmed; of trust the three upper tiers. Repeat for several that must all hold; each count is that of adding the value.",
  assessment: "Whether what was learnt is assessed.",
  credential: "What the course leads to.",
  duration: "How long it takes.",
  start: `${SAME_RUN}Month \`2027-01\`, \`anytime\`, \`not-stated\` or \`no-open-run\`.`,
  mode: `${SAME_RUN}How people take part.`,
  price: `${SAME_RUN}Band of price in euro; 100.00 and 500.00 belong to the middle one.`,
  country: `${SAME_RUN}ISO 3166-1 alpha-2 of the place, else of the provider.`,
  language: `${SAME_RUN}ISO 639-1 of teaching, or \`not-stated\`.`,
  field: "ISCED-F 2013 code of 2 to 4 digits, or `not-stated`; a broad field includes its narrow ones.",
  provider: "Slug of the provider.",
  skill: "The uuid that ends the URI of an ESCO skill.",
  "stacks-into":
    "Slug of a qualification towards which the course counts, itself or by its credential; what is only possible does not count.",
};

function facetParameter(facet: Facet) {
  const values = Object.entries(FACET_VALUES).find(([name]) => name === facet)?.[1];
  return {
    name: facet,
    in: "query",
    description: (JOINT_FACETS.includes(facet) ? "" : ANY_OF) + MEANING[facet],
    schema: { type: "array", items: { type: "string", ...(values ? { enum: values } : {}) } },
    style: "form",
    explode: true,
  };
}

const query = (name: string, description: string, schema: object) => ({
  name,
  in: "query",
  description,
  schema,
});

export const PAGE_PARAMETERS = [
  query("page", `From 1; pages reach the first ${PAGED_RESULTS} results.`, {
    type: "integer",
    minimum: 1,
    default: 1,
  }),
  query("page-size", "Records on a page.", { type: "integer", minimum: 1, maximum: 100, default: PAGE_SIZE }),
];

export const SEARCH_PARAMETERS = [
  query(
    "q",
    "Words, of which the first ten are looked at: each must be found, the last may be a beginning. Where no course has them all, mistakes are forgiven, or most of them searched for: `meta.reading` says how.",
    { type: "string", maxLength: QUERY_LENGTH },
  ),
  query("words", "`as-typed`: mistakes are not forgiven and no word is left out.", {
    type: "string",
    enum: ["as-typed"],
  }),
  ...FACETS.map(facetParameter),
  query("ects-min", "At least so many credits.", { type: "number", minimum: 0 }),
  query("ects-max", "At most so many credits.", { type: "number", minimum: 0 }),
  query(
    "occupation",
    "The uuid that ends the URI of an ESCO occupation: courses that teach at least one skill which is essential to it and not transversal.",
    { type: "string", format: "uuid" },
  ),
  query("sort", "Ascending, newest first; unknown last; ties by id.", {
    type: "string",
    enum: SORTS,
    default: SORTS[0],
  }),
  ...PAGE_PARAMETERS,
  query(
    "engine",
    "Answer by this engine where it is at hand, so that all pages are of one order; the links between pages have it.",
    { type: "string", enum: ENGINES },
  ),
  query("facet-limit", "Values listed of each facet.", {
    type: "integer",
    minimum: 1,
    maximum: 500,
    default: FACET_LIMIT,
  }),
];
