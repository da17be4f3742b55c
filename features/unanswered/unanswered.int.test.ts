import { describe, expect, it, vi } from "vitest";
import { connect } from "@/db/client";
import { searchPage } from "@/features/finding/queries";
import { NO_SEARCH, type SearchParams } from "@/features/search/schema";
import { log } from "@/lib/log";
import { testDatabase } from "@/tests/database";
import { insertCourse, NOW, TODAY } from "@/tests/factories";
import { countUnanswered } from "./mutations";
import type { Unanswered } from "./unanswered";

const database = testDatabase();
const search = (params: Partial<SearchParams>, locale: "en" | null = "en") =>
  searchPage({ ...NO_SEARCH, ...params }, { now: NOW, db: database.db, locale });
const rows = () => database.sql`
  select locale, words, filters, count, day::text as day from unanswered_searches order by words, locale, filters`;
const unanswered = (words: string, day = TODAY): Unanswered => ({ day, locale: "en", words, filters: "" });

describe("searches that find nothing", () => {
  it("are counted by words, filters, language and day, and others are not", async () => {
    await insertCourse(database.db, { content: { title: { en: "Heron keeping" } } });
    await search({ query: "heron" });
    await search({ query: "Qwxyz" });
    await search({ query: "qwxyz", sort: "price" });
    await search({ query: "qwxyz", page: 2 });
    await search({ query: "qwxyz", selection: { provider: ["no-such-provider"] } });
    await search({ query: "qwxyz" }, null);
    await search({ selection: { level: ["8"] } });
    await expect.poll(rows).toEqual([
      { locale: "en", words: "", filters: "level=8", count: 1, day: TODAY },
      { locale: "", words: "qwxyz", filters: "", count: 1, day: TODAY },
      { locale: "en", words: "qwxyz", filters: "", count: 2, day: TODAY },
    ]);
  });

  it("are answered before they are counted", async () => {
    const other = connect(database.ownerUrl, { max: 1 });
    await other.sql`truncate unanswered_searches`;
    await other.sql.begin(async (tx) => {
      await tx`lock table unanswered_searches in access exclusive mode`;
      expect((await search({ query: "qwxyz" })).total).toBe(0);
    });
    await other.end();
    await expect.poll(rows).toHaveLength(1);
  });

  it("are kept to a number of different ones a day; those that are known are counted on", async () => {
    await database.sql`delete from unanswered_searches`;
    for (const words of ["a", "b", "c", "a"]) await countUnanswered(database.db, unanswered(words), 2);
    await countUnanswered(database.db, unanswered("c", "2026-11-26"), 2);
    expect((await rows()).map(({ words, count, day }) => `${words} ${count} ${day}`)).toEqual([
      `a 2 ${TODAY}`,
      `b 1 ${TODAY}`,
      "c 1 2026-11-26",
    ]);
  });

  it("do not fail where they cannot be counted", async () => {
    const warned = vi.spyOn(log, "warn").mockImplementation(() => {});
    await countUnanswered(database.db, unanswered("x", "not a day"));
    expect(warned).toHaveBeenCalledTimes(1);
    warned.mockRestore();
  });
});
