import { describe, expect, it } from "vitest";
import { connect } from "@/db/client";
import { addDays } from "@/lib/dates";
import { testDatabase } from "@/tests/database";
import { insertCourse, insertProvider, TODAY } from "@/tests/factories";
import { insertCatalogue } from "@/tests/search-catalogue";
import { expectRightAnswers, NO_REQUEST, proveBruteForce, searchContract } from "@/tests/search-contract";
import { indexCourses } from "./mutations";
import { postgresEngine } from "./postgres-engine";

searchContract(postgresEngine);
proveBruteForce();

describe("a catalogue whose courses lie in two bitmaps", () => {
  const database = testDatabase();

  it("is searched as by brute force", async () => {
    const { id } = await insertCourse(database.db);
    const plain = await database.sql<{ id: string }[]>`
      insert into courses
      select (jsonb_populate_record(course, jsonb_build_object(
        'id', gen_random_uuid(), 'slug', 'plain-' || n, 'external_id', 'plain-' || n))).*
      from courses as course, generate_series(1, 8160) as n where course.id = ${id}
      returning id`;
    const ids = [id, ...plain.map((course) => course.id)];
    const index = () => database.db.transaction((tx) => indexCourses(tx, ids, { today: TODAY }));
    await index();
    const catalogue = await insertCatalogue(database.db, 6);
    await database.sql`update courses set status = 'withdrawn' where id = any(${ids})`;
    await index();
    const [places] = await database.sql<{ low: number; high: number }[]>`
      select count(*) filter (where ordinal < 8192)::int as low, count(*) filter (where ordinal >= 8192)::int as high
      from search_documents`;
    expect(places?.low).toBeGreaterThan(10);
    expect(places?.high).toBeGreaterThan(10);
    for (const days of [0, 2]) {
      await expectRightAnswers(postgresEngine(database.db), catalogue, {
        today: addDays(TODAY, days),
        seed: days,
      });
    }
  }, 120_000);
});

describe("hits by relevance", () => {
  const database = testDatabase();

  it("have what is in the title before what is only in the texts, however often it is there", async () => {
    const manyWords = Array.from({ length: 400 }, (_, i) => `word${i}`).join(" ");
    const inTitle = await insertCourse(database.db, {
      content: { title: { en: "A tapir" }, description: { en: manyWords } },
    });
    const provider = await insertProvider(database.db, {
      content: { legalName: { en: "Tapir tapir tapir" } },
    });
    const inText = await insertCourse(database.db, {
      content: { provider: provider.id, title: { en: "Care" }, description: { en: "tapir tapir tapir" } },
    });
    const { ids } = await postgresEngine(database.db).search({ ...NO_REQUEST, query: "tapir" });
    expect(ids).toEqual([inTitle.id, inText.id]);
  });
});

describe("a database that does not answer", () => {
  const database = testDatabase();

  it("is unavailable when its connections have ended", async () => {
    const { db, end } = connect(database.url);
    await end();
    await expect(postgresEngine(db).search(NO_REQUEST)).rejects.toMatchObject({ code: "unavailable" });
  });

  it("is unavailable when a statement takes too long", async () => {
    const { db, end } = connect(database.url, { statementTimeout: 50 });
    await database.sql.begin(async (tx) => {
      await tx`lock table search_bits in access exclusive mode`;
      await expect(postgresEngine(db).search(NO_REQUEST)).rejects.toMatchObject({ code: "unavailable" });
    });
    expect((await postgresEngine(db).search(NO_REQUEST)).total).toBe(0);
    await end();
  });

  it("does not hide a fault of ours", async () => {
    await expect(
      postgresEngine(database.db).search({ ...NO_REQUEST, today: "no day" }),
    ).rejects.not.toMatchObject({ code: "unavailable" });
  });
});
