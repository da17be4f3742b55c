import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { skills } from "@/db/schema/skills";
import { applyChange } from "@/features/changes/mutations";
import { NO_SEARCH } from "@/features/search/schema";
import { testDatabase } from "@/tests/database";
import {
  ACTOR,
  insertCourse,
  insertProvider,
  insertSkill,
  MOMENT,
  makeOutcome,
  NOW,
} from "@/tests/factories";
import { searchPage } from "./queries";

const database = testDatabase();

describe("a page of results", () => {
  const page = () =>
    searchPage({ ...NO_SEARCH, query: "heron" }, { now: NOW, db: database.db, locale: "en" });

  it("shows what was written a moment ago, whatever it showed before", async () => {
    const provider = await insertProvider(database.db, { content: { legalName: { en: "Heron House" } } });
    const skillId = await insertSkill(database.db, { label: { en: "heron watching" } });
    const outcomes = [makeOutcome({ skills: [{ skillId, method: "stated" }] })];
    let course = await insertCourse(database.db, {
      content: { provider: provider.id, title: { en: "Heron 0" }, outcomes },
    });
    for (let round = 1; round <= 5; round++) {
      const before = await page();
      expect(before.courses.map(({ title }) => title.en)).toEqual([`Heron ${round - 1}`]);
      expect((await page()).courses).toEqual(before.courses);
      const content = { ...course.content, title: { en: `Heron ${round}` } };
      const written = await database.db.transaction((tx) =>
        applyChange(tx, ACTOR, { kind: "course", before: course, after: { ...course, content } }, MOMENT),
      );
      course = written.courses[0] ?? course;
      // Not by the one door, and in no search row: a name that only the page shows.
      await database.db
        .update(skills)
        .set({ label: { en: `watching ${round}` } })
        .where(eq(skills.id, skillId));
      const after = await page();
      expect(after.courses.map(({ title }) => title.en)).toEqual([`Heron ${round}`]);
      expect(after.labels.skill[skillId]).toEqual({ en: `watching ${round}` });
      expect(after.courses[0]?.skills[0]?.label).toEqual({ en: `watching ${round}` });
    }
  });
});
