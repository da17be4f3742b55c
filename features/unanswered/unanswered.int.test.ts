import { describe, expect, it, vi } from "vitest";
import { searchPage } from "@/features/finding/queries";
import { NO_SEARCH, type SearchParams } from "@/features/search/schema";
import type { Day } from "@/lib/dates";
import { log } from "@/lib/log";
import { testDatabase } from "@/tests/database";
import { insertCourse, NOW, TODAY } from "@/tests/factories";
import { countUnanswered, KEPT_A_DAY, writeUnanswered } from "./mutations";
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
    await writeUnanswered(database.db);
    expect(await rows()).toEqual([
      { locale: "en", words: "", filters: "level=8", count: 1, day: TODAY },
      { locale: "", words: "qwxyz", filters: "", count: 1, day: TODAY },
      { locale: "en", words: "qwxyz", filters: "", count: 2, day: TODAY },
    ]);
  });

  it("are gathered before they are written, so that what is kept of the data outlives them", async () => {
    await database.sql`delete from unanswered_searches`;
    const later = vi.fn<(work: () => void) => void>();
    countUnanswered(database.db, unanswered("qwxyz"), later);
    countUnanswered(database.db, unanswered("qwxyz"), later);
    expect((await search({ query: "qwxyz" })).total).toBe(0);
    expect(await rows()).toHaveLength(0);
    expect(later).toHaveBeenCalledTimes(1);
    later.mock.calls[0]?.[0]();
    await expect.poll(rows).toMatchObject([{ words: "qwxyz", count: 3 }]);
    await search({ query: "qwxyz" });
    await writeUnanswered(database.db);
    expect(await rows()).toMatchObject([{ words: "qwxyz", count: 4 }]);
  });

  it("are kept to a number of different ones a day; those that are known are counted on", async () => {
    await database.sql`delete from unanswered_searches`;
    const other = "2026-11-26";
    const count = (...words: [string, Day?][]) => {
      for (const [each, day] of words) countUnanswered(database.db, unanswered(each, day));
      return writeUnanswered(database.db, 2);
    };
    await count(["a"]);
    await count(["b"], ["c"], ["a"], ["c"], ["c", other], ["d", other], ["e", other]);
    await count(["e"], ["b"], ["d", other]);
    expect((await rows()).map(({ words, count, day }) => `${words} ${count} ${day}`)).toEqual([
      `a 2 ${TODAY}`,
      `b 2 ${TODAY}`,
      `c 1 ${other}`,
      `d 2 ${other}`,
    ]);
  });

  it("are gathered up to as many different ones as are kept of a day", async () => {
    await database.sql`delete from unanswered_searches`;
    for (let i = 0; i <= KEPT_A_DAY; i++) countUnanswered(database.db, unanswered(`word${i}`));
    await writeUnanswered(database.db, 2 * KEPT_A_DAY);
    expect(await rows()).toHaveLength(KEPT_A_DAY);
  });

  it("do not fail where they cannot be counted", async () => {
    const warned = vi.spyOn(log, "warn").mockImplementation(() => {});
    countUnanswered(database.db, unanswered("x", "not a day"));
    await writeUnanswered(database.db);
    expect(warned).toHaveBeenCalledTimes(1);
    warned.mockRestore();
  });
});
