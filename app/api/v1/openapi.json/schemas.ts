import { judgedTrust, trust, VALUE_STATUSES } from "./trust";

const nullable = (type: string, extra: object = {}) => ({ type: [type, "null"], ...extra });
const list = (items: object) => ({ type: "array", items });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const languageMap = {
  type: "object",
  description: "ISO 639-1 code to text.",
  additionalProperties: { type: "string" },
};

const providerRef = {
  type: "object",
  properties: {
    id: { type: "string", format: "uuid" },
    slug: { type: "string" },
    url: { type: "string", format: "uri" },
    name: ref("LanguageMap"),
    country: { type: "string", description: "ISO 3166-1 alpha-2." },
  },
};

const run = {
  type: "object",
  properties: {
    start: nullable("string", { format: "date" }),
    startKind: { enum: ["dated", "standing", "not-stated"] },
    startPrecision: { enum: ["day", "month", "term", null] },
    startText: {
      oneOf: [ref("LanguageMap"), { type: "null" }],
      description: "The words of a term or season.",
    },
    end: nullable("string", { format: "date" }),
    applyBy: nullable("string", { format: "date" }),
    state: { enum: ["open", "under-way", "past"] },
    modes: list({ type: "string" }),
    languages: list({ type: "string" }),
    country: nullable("string"),
    region: nullable("string", { description: "NUTS code." }),
    city: nullable("string"),
    price: {
      type: "object",
      properties: {
        cents: nullable("integer", { description: "Hundredths of the unit; 0 is free, null not stated." }),
        currency: nullable("string", { description: "ISO 4217." }),
        band: { enum: ["free", "under-100", "100-500", "over-500", "not-stated"] },
      },
    },
    url: nullable("string", { format: "uri" }),
  },
};

const course = {
  type: "object",
  properties: {
    id: { type: "string", format: "uuid" },
    slug: { type: "string" },
    url: { type: "string", format: "uri" },
    title: ref("LanguageMap"),
    defaultLanguage: { type: "string" },
    provider: ref("Provider"),
    level: {
      type: ["object", "null"],
      properties: {
        eqf: nullable("integer", { minimum: 1, maximum: 8 }),
        nqf: nullable("string", { format: "uri" }),
        cycle: nullable("string"),
        status: { enum: VALUE_STATUSES },
        inherited: { type: "boolean", description: "Taken from the one credential it leads to alone." },
        source: { type: "string" },
        asOf: { type: "string", format: "date" },
      },
    },
    credits: {
      type: ["object", "null"],
      properties: {
        ects: { type: "number" },
        status: { enum: VALUE_STATUSES },
        inherited: { type: "boolean" },
      },
    },
    workloadHours: {
      type: ["object", "null"],
      properties: { min: { type: "number" }, max: { type: "number" } },
    },
    durationWeeks: nullable("number"),
    trust: ref("Trust"),
    assessment: { enum: ["assessed", "attendance-only", "none", "unknown"] },
    credentials: list(ref("CredentialLink")),
    runs: { ...list(ref("Run")), description: "Open runs, soonest first." },
    field: list({ type: "string", description: "ISCED-F 2013." }),
    skills: list({ type: "string", format: "uri" }),
    sample: { type: "boolean", description: "Invented, to show how the portal works." },
    updatedAt: { type: "string", format: "date-time" },
  },
};

const credentialLink = {
  type: "object",
  description: "Of kind `none`, and nothing else, where the provider says that there is no credential.",
  properties: {
    id: { type: "string", format: "uuid" },
    slug: { type: "string" },
    url: { type: "string", format: "uri" },
    title: ref("LanguageMap"),
    kind: { type: "string" },
    needs: { enum: ["this-course", "all", "some"] },
    neededCount: nullable("integer"),
  },
  required: ["kind"],
};

const courseList = {
  type: "object",
  properties: {
    data: list(ref("Course")),
    meta: {
      type: "object",
      properties: {
        total: { type: "integer", description: "Exact." },
        page: { type: "integer" },
        pageSize: { type: "integer" },
        engine: { type: "string" },
        degraded: { type: "boolean" },
        tookMs: { type: "integer" },
        correctedQuery: nullable("string", {
          description: "What was most likely meant, where mistakes were forgiven.",
        }),
        reading: {
          type: "object",
          description:
            "How the words were taken: `all` as typed; `mistakes`: forgiven, as `corrected`; `most`: only `kept` was searched for. Decided by the words and all courses; filters do not matter.",
          required: ["kind"],
          properties: {
            kind: { enum: ["all", "mistakes", "most"] },
            corrected: { type: "string" },
            kept: { type: "string" },
            left: list({ type: "string" }),
          },
        },
        occupations: list({
          type: "object",
          description: "At most three ESCO occupations that the words name, in any language.",
          properties: {
            id: { type: "string", format: "uuid" },
            uri: { type: "string", format: "uri" },
            label: ref("LanguageMap"),
            count: { type: "integer", minimum: 1, description: "Exactly what `url` finds." },
            url: { type: "string", format: "uri" },
          },
        }),
        ignored: list({ type: "string", description: "name=value that could not be used." }),
        nearest: list({
          type: "object",
          description:
            'With fewer than five results: searches close by that find more. `drop` names what is left out, `change` becomes `to`. Where words such as "free" or "online" were left out: `add` names the filter that asks for the same.',
          required: ["count", "url"],
          properties: {
            drop: { type: "object", additionalProperties: list({ type: "string" }) },
            change: { type: "object", additionalProperties: list({ type: "string" }) },
            to: { type: "object", additionalProperties: list({ type: "string" }) },
            add: { type: "object", additionalProperties: list({ type: "string" }) },
            count: { type: "integer", minimum: 1, description: "Exactly what it finds." },
            url: { type: "string", format: "uri" },
          },
        }),
      },
    },
    facets: {
      type: "object",
      description: "By name of the parameter: courses found with each value in place of the present choice.",
      additionalProperties: list(ref("FacetCount")),
    },
    links: {
      type: "object",
      properties: {
        self: { type: "string", format: "uri" },
        next: nullable("string", { format: "uri" }),
        prev: nullable("string", { format: "uri" }),
      },
    },
  },
};

export const SCHEMAS = {
  LanguageMap: languageMap,
  Provider: providerRef,
  Run: run,
  Course: course,
  Trust: trust,
  JudgedTrust: judgedTrust,
  JudgedRecord: {
    type: "object",
    properties: { data: { type: "object", properties: { trust: ref("JudgedTrust") } } },
  },
  CredentialLink: credentialLink,
  CourseList: courseList,
  FacetCount: { type: "object", properties: { value: { type: "string" }, count: { type: "integer" } } },
  Problem: {
    type: "object",
    description: "RFC 9457.",
    properties: {
      type: { type: "string" },
      title: { type: "string" },
      status: { type: "integer" },
      detail: { type: "string" },
    },
  },
};
