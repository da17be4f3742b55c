import { describe, expect, it } from "vitest";
import { loadCourses } from "@/features/changes/queries";
import { listFoundIds } from "@/features/finding/queries";
import { addSample } from "@/features/sample/mutations";
import { NO_SEARCH } from "@/features/search/schema";
import { testDatabase } from "@/tests/database";
import { NOW } from "@/tests/factories";
import { exportCourses } from "./queries";
import { read } from "./reading.fixture";

describe("the export of a search", () => {
  const database = testDatabase();

  it("is what the template's reader reads back, record for record and in the order of the results", async () => {
    const { db } = database;
    await addSample(db, { now: NOW });
    const ids = await listFoundIds(NO_SEARCH, { now: NOW, db });
    expect(ids.length).toBeGreaterThan(300);

    let file = "";
    for await (const lines of exportCourses(ids, db)) file += lines;
    const { drafts, refused } = read(file);
    expect(refused).toEqual([]);

    const held = await loadCourses(db, ids);
    const contents = (kind: "course" | "credential" | "provider") =>
      new Map(
        drafts.filter((draft) => draft.kind === kind).map(({ externalId, content }) => [externalId, content]),
      );
    const expected = (records: readonly { id: string; content: unknown }[]) =>
      new Map(records.map(({ id, content }) => [id, content]));
    expect(contents("course")).toEqual(expected(held.courses));
    expect(contents("credential")).toEqual(expected(held.credentials));
    expect(contents("provider")).toEqual(expected(held.providers));
    expect([...contents("course").keys()]).toEqual(ids);
  });

  it("leaves out a course that has gone since it was found", async () => {
    const gone = "01900000-0000-7000-8000-000000000000";
    let file = "";
    for await (const lines of exportCourses([gone], database.db)) file += lines;
    expect(read(file).drafts).toEqual([]);
  });
});
