import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUCKETS } from "@/features/search/copy";
import type { Answer } from "./answers";
import type { Ask } from "./asking";
import { countInParts } from "./counted-in-parts";
import type { Question } from "./questions";
import { LISTED_VALUES } from "./settings";

const QUESTION: Question = {
  matchingStrategy: "all",
  filter: ['level IN ["6"]'],
  facets: ["skill"],
  page: 1,
  hitsPerPage: 0,
  attributesToRetrieve: ["id"],
};

interface Course {
  bucket: number;
  skills: string[];
}

/** A server with these courses, which lists as many values as ours; and what it was asked. */
function serverOf(courses: readonly Course[]): { ask: Ask; requests: Question[][] } {
  const requests: Question[][] = [];
  const answer = ({ filter }: Question): Answer => {
    const among = /^bucket IN \[([\d,]+)\]$/
      .exec(filter.at(-1) ?? "")?.[1]
      ?.split(",")
      .map(Number);
    const found = courses.filter(({ bucket }) => among?.includes(bucket));
    const listed = [...countsIn(found)].sort(([, a], [, b]) => b - a).slice(0, LISTED_VALUES);
    return { hits: [], totalHits: found.length, facetDistribution: { skill: Object.fromEntries(listed) } };
  };
  return {
    requests,
    ask: async (questions) => {
      requests.push(questions);
      return questions.map(answer);
    },
  };
}

function countsIn(courses: readonly Course[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const skill of courses.flatMap(({ skills }) => skills))
    counts.set(skill, (counts.get(skill) ?? 0) + 1);
  return counts;
}

const count = (ask: Ask, courses: readonly Course[]) =>
  countInParts(ask, QUESTION, { attribute: "skill", courses: courses.length });

describe("values counted in parts of the courses", () => {
  it("are as many as there are, each in as many courses, whatever courses have them", async () => {
    const course = fc.record({
      bucket: fc.nat(BUCKETS - 1),
      // Some courses alone have nearly as many as are listed.
      skills: fc
        .tuple(fc.nat(3_000), fc.nat(LISTED_VALUES / 4))
        .map(([from, length]) => Array.from({ length }, (_, i) => `skill-${(from + i * 7) % 3_000}`)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(course, { maxLength: 60 }), async (courses) => {
        const one = courses.filter(
          ({ bucket }, i) => courses.findIndex((other) => other.bucket === bucket) === i,
        );
        const { ask, requests } = serverOf(one);
        expect(await count(ask, one)).toEqual(countsIn(one));
        expect(requests.flat().every(({ filter }) => filter[0] === QUESTION.filter[0])).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("are asked for once where the first parts are small enough", async () => {
    const courses = Array.from({ length: BUCKETS }, (_, bucket) => ({ bucket, skills: [`skill-${bucket}`] }));
    const { ask, requests } = serverOf(courses);
    expect((await count(ask, courses)).size).toBe(BUCKETS);
    expect(requests.map((questions) => questions.length)).toEqual([1, 1, 1, 1]);
  });

  it("are refused where the courses are many, or those of the smallest part have too many", async () => {
    const refused = { name: "CairnError", code: "invalid" };
    const many = Array.from({ length: 2_001 }, (_, i) => ({ bucket: i % BUCKETS, skills: [] }));
    await expect(count(serverOf(many).ask, many)).rejects.toMatchObject(refused);
    const skills = Array.from({ length: LISTED_VALUES }, (_, i) => `skill-${i}`);
    const crowded = [{ bucket: 7, skills }];
    await expect(count(serverOf(crowded).ask, crowded)).rejects.toMatchObject(refused);
  });
});
