import { beforeAll, expect, it } from "vitest";
import { addSample } from "@/features/sample/mutations";
import { NO_SEARCH } from "@/features/search/schema";
import { testDatabase } from "@/tests/database";
import { NOW } from "@/tests/factories";
import { searchPage } from "./queries";

const database = testDatabase();
beforeAll(() => addSample(database.db, { now: NOW }));

// Words that name an occupation and that no course has.
it.each(["bookkeeper", "Bookkeeper", "become a bookkeeper"])(
  "%j is answered on pages and for the API, and leads to courses for the occupation",
  async (query) => {
    for (const locale of ["en", "fi", null] as const)
      for (const isExplained of [true, false]) {
        const at = { now: NOW, db: database.db };
        const found = await searchPage({ ...NO_SEARCH, query }, { ...at, locale, isExplained });
        expect(found).toMatchObject({ total: 0, ids: [], courses: [], reading: { kind: "all" }, why: {} });
        expect(found.nearest).toHaveLength(1);
        const [occupation] = found.occupations;
        expect(occupation?.label).toEqual({ en: "bookkeeper" });
        const followed = await searchPage(occupation?.params ?? NO_SEARCH, { ...at, locale });
        expect(followed.total).toBe(occupation?.count);
      }
  },
);
