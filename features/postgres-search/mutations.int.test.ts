import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { applyChange } from "@/features/changes/mutations";
import type { CourseContent, CourseRecord } from "@/features/courses/schema";
import type { SearchRequest } from "@/features/search/engine";
import { addDays } from "@/lib/dates";
import { testDatabase } from "@/tests/database";
import {
  ACTOR,
  insertCourse,
  insertCredential,
  insertProvider,
  insertSkill,
  MOMENT,
  makeDatedRun,
  makeOutcome,
  makeRun,
  TODAY,
  unique,
} from "@/tests/factories";
import { insertCatalogue } from "@/tests/search-catalogue";
import { NO_REQUEST } from "@/tests/search-contract";
import { listDue } from "./documents";
import { indexCourses, reindexAll, renewDue } from "./mutations";
import { postgresEngine } from "./postgres-engine";

const database = testDatabase();

const search = (request: Partial<SearchRequest>) =>
  postgresEngine(database.db).search({ ...NO_REQUEST, limit: 100, ...request });
const find = async (query: string) => (await search({ query })).ids;

const insertTitled = async (title: string) =>
  (await insertCourse(database.db, { content: { title: { en: title } } })).id;

async function change(
  before: CourseRecord,
  after: Partial<Pick<CourseRecord, "status">> & { content?: Partial<CourseContent> },
) {
  const content = { ...before.content, ...after.content };
  const { courses } = await database.db.transaction((tx) =>
    applyChange(tx, ACTOR, { kind: "course", before, after: { ...before, ...after, content } }, MOMENT),
  );
  const [written] = courses;
  if (!written) throw new Error("Nothing was written");
  return written;
}

describe("words", () => {
  it.each([
    ["Filmkunst in Łódź", ["lodz", "Łódź", "LÓDZ", "lod"]],
    ["Ørsted und Maß", ["orsted", "ørsted", "mass", "maß", "mas"]],
    ["Die Straße", ["strasse", "straße", "STRASSE", "STRAẞE"]],
    ["Isparta ırmağı", ["irmagi", "ırmağı", "IRMAGI"]],
    ["ο λόγος", ["λογος", "ΛΟΓΟΣ", "λόγοσ"]],
    ["Ħamrun Đuro þing cœur Ægir", ["hamrun", "duro", "thing", "coeur", "aegir", "ægir"]],
  ])("of %s are found however they are typed", async (title, queries) => {
    const id = await insertTitled(title);
    for (const query of queries) expect(await find(query), query).toContain(id);
  });

  it("must all be there; only the last one may be a beginning", async () => {
    const id = await insertTitled("Quokka husbandry for zookeepers");
    expect(await find("husbandry quokka")).toEqual([id]);
    expect(await find("quokka husb")).toEqual([id]);
    expect(await find("quok husbandry")).toEqual([]);
    expect(await find("quokka wombat")).toEqual([]);
  });

  it("of skills in every language, of outcomes, of the provider and of all texts find a course", async () => {
    const skillId = await insertSkill(database.db, {
      label: { en: "okapi grooming", fi: "okapin hoito" },
      altLabels: { fi: ["kirahviharjaus"] },
    });
    const provider = await insertProvider(database.db, { content: { legalName: { en: "Tapir Institute" } } });
    const { id } = await insertCourse(database.db, {
      content: {
        provider: provider.id,
        title: { en: "Care", fi: "Märehtijät" },
        summary: { en: "axolotl" },
        description: { sv: "näbbdjur" },
        outcomes: [makeOutcome({ text: { en: "numbat" }, skills: [{ skillId, method: "accepted" }] })],
      },
    });
    for (const word of [
      "grooming",
      "okapin",
      "kirahviharjaus",
      "tapir",
      "marehtijat",
      "axolotl",
      "nabbdjur",
      "numbat",
    ]) {
      expect(await find(word), word).toEqual([id]);
    }
  });

  it("of a suggested or rejected skill find nothing", async () => {
    const skillId = await insertSkill(database.db, { label: { en: "fossa keeping" } });
    for (const method of ["suggested", "rejected"] as const) {
      await insertCourse(database.db, {
        content: { outcomes: [makeOutcome({ skills: [{ skillId, method }] })] },
      });
    }
    expect(await find("fossa")).toEqual([]);
    expect((await search({ selection: { skill: [skillId] } })).total).toBe(0);
  });

  it("in hostile texts are just words", async () => {
    const id = await insertTitled(`'dugong':1A | \\' & !x:* <-> "manatee'; drop table courses; --`);
    for (const query of ["dugong", "'dugong':1A", "dugong & !manatee:*", "drop TABLE manatee"]) {
      expect(await find(query), query).toContain(id);
    }
  });
});

describe("indexCourses", () => {
  it("takes a course out when it is no longer published, and in again", async () => {
    const published = await insertCourse(database.db, { content: { title: { en: "Aardvark" } } });
    expect(await find("aardvark")).toEqual([published.id]);
    const withdrawn = await change(published, { status: "withdrawn" });
    expect(await find("aardvark")).toEqual([]);
    await change(withdrawn, { status: "published" });
    expect(await find("aardvark")).toEqual([published.id]);
  });

  it("takes a deleted course out", async () => {
    const course = await insertCourse(database.db, { content: { title: { en: "Dodo" } } });
    await database.db.transaction((tx) =>
      applyChange(tx, ACTOR, { kind: "course", before: course, after: null }, MOMENT),
    );
    expect(await find("dodo")).toEqual([]);
  });

  it("follows its provider and its credential", async () => {
    const provider = await insertProvider(database.db, { content: { legalName: { en: "Kakapo College" } } });
    const credential = await insertCredential(database.db, { content: { eqf: 4 } });
    const { id } = await insertCourse(database.db, {
      content: {
        provider: provider.id,
        credentials: [{ credential: credential.id, needs: "this-course", neededCount: null }],
      },
    });
    const selection = { provider: [provider.slug] };
    expect((await search({ selection })).facets.level).toEqual([{ value: "4", count: 1 }]);

    await database.db.transaction(async (tx) => {
      const content = { ...provider.content, legalName: { en: "Kea College" } };
      await applyChange(
        tx,
        ACTOR,
        { kind: "provider", before: provider, after: { ...provider, content } },
        MOMENT,
      );
      const higher = { ...credential.content, eqf: 5 };
      await applyChange(
        tx,
        ACTOR,
        { kind: "credential", before: credential, after: { ...credential, content: higher } },
        MOMENT,
      );
    });
    expect(await find("kakapo")).toEqual([]);
    expect(await find("kea")).toEqual([id]);
    const now = await search({ selection: { provider: ["kea-college"] } });
    expect(now.facets.level).toEqual([{ value: "5", count: 1 }]);
    expect((await search({ selection })).total).toBe(0);
  });

  it("shows nothing to others before its transaction ends, and nothing at all if it fails", async () => {
    const failing = database.db.transaction(async (tx) => {
      const course = await insertCourse(tx, { content: { title: { en: "Thylacine" } } });
      expect(await find("thylacine")).toEqual([]);
      expect((await postgresEngine(tx).search({ ...NO_REQUEST, query: "thylacine" })).ids).toEqual([
        course.id,
      ]);
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    expect(await find("thylacine")).toEqual([]);
  });

  it("loses nothing when many write at once", async () => {
    const name = unique("caracal");
    const ids = await Promise.all(Array.from({ length: 12 }, () => insertTitled(name)));
    expect((await find(name)).sort()).toEqual(ids.sort());
    expect(await whatBitsSay()).toEqual(await whatDocumentsSay());
  });

  it("gives a freed place to the next course", async () => {
    const [first] = [await insertCourse(database.db), await insertCourse(database.db)];
    const before = await ordinals();
    await change(first, { status: "withdrawn" });
    await insertCourse(database.db);
    expect(await ordinals()).toEqual(before);
  });
});

describe("a deadline", () => {
  it("passes: the run leaves the results with the day, without any change", async () => {
    const run = makeDatedRun(addDays(TODAY, 30), { applyBy: addDays(TODAY, 2), modes: ["online"] });
    const provider = await insertProvider(database.db);
    const { id } = await insertCourse(database.db, {
      content: {
        provider: provider.id,
        runs: [run, makeDatedRun(addDays(TODAY, 60), { modes: ["blended"] })],
      },
    });
    const online = { provider: [provider.slug], mode: ["online"] };
    const on = async (days: number) => {
      const { total, facets } = await search({ selection: online, today: addDays(TODAY, days) });
      return { total, modes: facets.mode?.map(({ value, count }) => `${value} ${count}`) };
    };
    expect(await on(2)).toEqual({ total: 1, modes: ["blended 1", "online 1"] });
    expect(await listDue(database.db, addDays(TODAY, 2))).not.toContain(id);
    expect(await listDue(database.db, addDays(TODAY, 3))).toContain(id);
    expect(await on(3)).toEqual({ total: 0, modes: ["blended 1", "online 0"] });
    expect(await listDue(database.db, addDays(TODAY, 3))).toEqual([]);
    expect(await on(61)).toEqual({ total: 0, modes: ["not-stated 1", "online 0"] });
    expect(await on(2)).toEqual({ total: 1, modes: ["blended 1", "online 1"] });
  });

  it("that has passed makes rows due once", async () => {
    await insertCourse(database.db, { content: { runs: [makeRun({ applyBy: addDays(TODAY, 5) })] } });
    const day = { today: addDays(TODAY, 6) };
    expect((await renewDue(database.db, day)).courses).toBeGreaterThan(0);
    expect(await renewDue(database.db, day)).toEqual({ courses: 0 });
  });
});

describe("a whole catalogue", () => {
  const catalogue = testDatabase();

  it("is the same built course by course, renewed and changed, as built anew", async () => {
    const { courses } = await insertCatalogue(catalogue.db, 5);
    const index = (ids: readonly string[], days: number) =>
      catalogue.db.transaction((tx) => indexCourses(tx, ids, { today: addDays(TODAY, days) }));
    for (const days of [3, -4, 10]) await renewDue(catalogue.db, { today: addDays(TODAY, days) });
    await catalogue.sql`update courses set status = 'withdrawn' where external_id like '%1'`;
    await catalogue.sql`update courses set status = 'published', published_at = now() where external_id like '%2'`;
    await catalogue.sql`update runs set modes = '{hybrid}' where external_id like '%3'`;
    await index(
      courses.map(({ record }) => record.id),
      10,
    );
    const [bits, documents] = [await whatBitsSay(catalogue), await whatDocumentsSay(catalogue)];
    expect(bits).toEqual(documents);

    await catalogue.db.transaction((tx) => reindexAll(tx, { today: addDays(TODAY, 10) }));
    expect(await whatBitsSay(catalogue)).toEqual(bits);
    expect(bits.length).toBeGreaterThan(500);
  });
});

/** Every set bit by the name of what it stands for, and the counts beside them. */
async function whatBitsSay({ sql: query } = database) {
  const cells = await query<{ cell: string }[]>`
    select concat_ws(' ', course_id, v.facet, v.value, plane) as cell
    from search_bits b join search_values v on v.id = value_id
    join search_documents on ordinal >> 13 = chunk and get_bit(bits, ordinal & 8191) = 1`;
  const [bits] = await query<
    { set: number }[]
  >`select coalesce(sum(bit_count(bits)), 0)::int as set from search_bits`;
  const counts = await query<{ count: string }[]>`
    select concat_ws(' ', facet, value, course_count) as count from search_values where course_count <> 0`;
  expect(cells).toHaveLength(bits?.set ?? 0);
  return [...cells.map(({ cell }) => cell), ...counts.map(({ count }) => count)].sort();
}

/** The same from what each course remembers to have set. */
async function whatDocumentsSay({ sql: query } = database) {
  const cells = await query<{ cell: string }[]>`
    select concat_ws(' ', course_id, facet, value, plane) as cell
    from search_documents, unnest(cell_values, cell_planes) as cells(value_id, plane) join search_values on id = value_id`;
  const counts = await query<{ count: string }[]>`
    select concat_ws(' ', facet, value, count(*)) as count
    from search_documents, unnest(cell_values, cell_planes) as cells(value_id, plane) join search_values on id = value_id
    where plane = 0 group by facet, value`;
  return [...cells.map(({ cell }) => cell), ...counts.map(({ count }) => count)].sort();
}

async function ordinals(): Promise<number[]> {
  const rows = await database.db.execute<{ ordinal: number }>(
    sql`select ordinal from search_documents order by ordinal`,
  );
  return rows.map(({ ordinal }) => ordinal);
}
