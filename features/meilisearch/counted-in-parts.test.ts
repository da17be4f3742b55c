import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeDocument } from "@/features/meilisearch-index/document.fixture";
import { LISTED_VALUES } from "@/features/meilisearch-index/settings";
import { LONG_FACETS, partAttributes, valueParts } from "@/features/meilisearch-index/value-parts";
import type { Ask } from "./asking";
import { countInParts } from "./counted-in-parts";
import type { Question } from "./questions";

const QUESTION: Question = {
  matchingStrategy: "all",
  filter: ['level IN ["6"]'],
  facets: ["skill"],
  page: 1,
  hitsPerPage: 0,
  attributesToRetrieve: ["id"],
};

const { values: VALUES } = makeDocument();

/** A server with courses that teach these skills, which lists as many values as ours; and what it was asked. */
function serverOf(courses: readonly string[][]): { ask: Ask; asked: Question[] } {
  const documents = courses.map((skill) => valueParts({ ...VALUES, skill }));
  const asked: Question[] = [];
  const distribution = (attribute: string) => {
    const listed = [...countsIn(documents.map((document) => document[attribute] ?? []))].sort();
    return Object.fromEntries(listed.slice(0, LISTED_VALUES));
  };
  return {
    asked,
    ask: async (questions) => {
      asked.push(...questions);
      return questions.map(({ facets }) => ({
        hits: [],
        totalHits: courses.length,
        facetDistribution: Object.fromEntries(facets.map((facet) => [facet, distribution(facet)])),
      }));
    },
  };
}

function countsIn(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of lists.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

describe("values counted in parts", () => {
  it("are all there are, each in as many courses, whatever courses have them", async () => {
    const skills = fc.uniqueArray(fc.oneof(fc.uuid(), fc.constantFrom("a", "b", "c", "ab", "ba")));
    await fc.assert(
      fc.asyncProperty(fc.array(skills, { maxLength: 60 }), async (courses) => {
        const { ask } = serverOf(courses);
        expect(await countInParts(ask, QUESTION, "skill")).toEqual(countsIn(courses));
      }),
    );
  });

  it("are five times as many as the server lists, of the courses that were asked for", async () => {
    const skills = Array.from({ length: 5 * LISTED_VALUES }, (_, i) => `skill-${i}`);
    const { ask, asked } = serverOf([skills, skills]);
    expect(await countInParts(ask, QUESTION, "skill")).toEqual(countsIn([skills, skills]));
    expect(asked.flatMap(({ facets }) => facets).sort()).toEqual(partAttributes("skill").sort());
    expect(asked.every(({ filter }) => filter === QUESTION.filter)).toBe(true);
  });

  it("are refused where they are too many for the parts, and of facets that have no parts", async () => {
    const refused = { name: "CairnError", code: "invalid" };
    const many = Array.from({ length: 20 * LISTED_VALUES }, (_, i) => `skill-${i}`);
    await expect(countInParts(serverOf([many]).ask, QUESTION, "skill")).rejects.toMatchObject(refused);
    await expect(countInParts(serverOf([]).ask, QUESTION, "field")).rejects.toMatchObject(refused);
  });
});

describe("the values of a course in parts", () => {
  it("stand each in one attribute of its facet, under no name that another facet has", () => {
    const long = { provider: ["p-1"] as const, skill: ["a", "b"], "stacks-into": ["q"] };
    const parts = valueParts({ ...VALUES, ...long });
    for (const facet of LONG_FACETS) {
      const attributes = partAttributes(facet);
      expect(attributes.flatMap((attribute) => parts[attribute] ?? []).sort()).toEqual([...long[facet]]);
    }
    expect(new Set(LONG_FACETS.flatMap(partAttributes)).size).toBe(24);
  });
});
