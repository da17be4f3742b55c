import { beforeAll, describe, expect, it } from "vitest";
import type { CourseContent, Run } from "@/features/courses/schema";
import { searchCourses } from "@/features/finding/queries";
import { NO_SEARCH, parseSearchParams, type SearchParams } from "@/features/search/schema";
import { toQueryString } from "@/features/search/url";
import { testDatabase } from "@/tests/database";
import { insertCourse, makeRun, NOW } from "@/tests/factories";

const database = testDatabase();
const asked = (query: string, params: Partial<SearchParams> = {}) =>
  searchCourses({ ...NO_SEARCH, query, ...params }, { now: NOW, db: database.db });
const FREE = { priceKind: "free" } as const;
const PAID = { priceKind: "paid", priceCents: 50_00, currency: "EUR" } as const;

/** The filters that a search is offered for words that were left out, with what each finds. */
async function intended(query: string, params: Partial<SearchParams> = {}) {
  const { nearest } = await asked(query, params);
  return nearest.flatMap(({ change, count }) =>
    change.kind === "add" ? [`${change.parameter} ${change.values.join(" ")} = ${count}`] : [],
  );
}

beforeAll(async () => {
  const courses: [title: string, runs: Partial<Run>[]][] = [
    ["Welding of steel", [{ ...FREE, modes: ["presential"] }]],
    ["Welding of pipes", [{ ...PAID, modes: ["online"] }]],
    ["Welding of art", [{ ...FREE, modes: ["online"] }]],
    ["Welding of boats", [{ ...PAID, modes: ["presential"] }]],
    [
      "Welding of rails",
      [
        { ...FREE, modes: ["presential"] },
        { ...PAID, modes: ["online"] },
      ],
    ],
    ["Welding of tanks", [{ ...PAID, modes: ["presential"] }]],
    ["Basket weaving", [{ ...PAID, modes: ["presential"] }]],
    ["Free verse", [{ ...FREE, modes: ["online"] }]],
  ];
  for (const [en, runs] of courses) {
    const content: Partial<CourseContent> = { title: { en }, runs: runs.map(makeRun) };
    await insertCourse(database.db, { content });
  }
});

describe("words of intent that no course of the topic has", () => {
  it("are left out, and offered as filters with what these find", async () => {
    const { total, reading } = await asked("free online welding course");
    expect(reading).toEqual({ kind: "most", kept: "welding", left: ["free", "online", "course"] });
    expect(total).toBe(6);
    expect(await intended("free online welding course")).toEqual(["price free = 3", "mode online = 3"]);
    expect(await intended("Ilmainen hitsaus welding")).toEqual(["price free = 3"]);
  });

  it("find exactly what is said when the offer is followed, with which the next is offered", async () => {
    for (const facetLimit of [NO_SEARCH.facetLimit, 1]) {
      const { nearest } = await asked("free online welding", { facetLimit });
      expect(nearest.length).toBe(2);
      for (const { count, params } of nearest) {
        const followed = parseSearchParams(new URLSearchParams(toQueryString(params)));
        expect(followed.ignored).toEqual([]);
        expect((await searchCourses(followed.params, { now: NOW, db: database.db })).total).toBe(count);
      }
    }
    // Of the courses that are free, one is online and free at once.
    expect(await intended("free online welding", { selection: { price: ["free"] } })).toEqual([
      "mode online = 1",
    ]);
  });

  it("are offered neither where they find nothing, or no less, nor beside a choice, nor on further pages", async () => {
    expect(await intended("free basket weaving")).toEqual([]);
    expect(await intended("certificate welding")).toEqual([]);
    expect(await intended("free welding", { selection: { price: ["under-100"] } })).toEqual([]);
    expect(await intended("free welding", { selection: { mode: ["online"], price: ["free"] } })).toEqual([]);
    expect(await intended("online welding", { page: 2, pageSize: 2 })).toEqual([]);
    expect(await intended("online verse")).toEqual([]);
  });

  it("are words like all others where a course has them", async () => {
    expect((await asked("free verse")).reading).toEqual({ kind: "all" });
    expect(await intended("free verse")).toEqual([]);
  });
});
