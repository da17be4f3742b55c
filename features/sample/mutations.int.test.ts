import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sampleCredentials, sampleProviders, sampleThemes } from "@/db/sample/catalogue";
import { sampleProgrammes } from "@/db/sample/programmes";
import { courses } from "@/db/schema/courses";
import { curatedPathways, programmeVersions } from "@/db/schema/pathways";
import { skills } from "@/db/schema/skills";
import { sources } from "@/db/schema/sources";
import { loadRecords } from "@/features/changes/queries";
import { addDays } from "@/lib/dates";
import { uuidv7 } from "@/lib/uuid";
import { type TestDatabase, testDatabase } from "@/tests/database";
import { insertCourse, insertSource, makeOutcome, NOW, TODAY } from "@/tests/factories";
import { addSample, isCatalogueEmpty, removeSample, type SampleCounts } from "./mutations";
import { samplePathwaysOn } from "./pathways";
import { sampleRecords } from "./records";
import { sampleId } from "./sample-id";

const now = { now: NOW };
const COUNTS = {
  courses: sampleThemes.flatMap(({ courses }) => courses).length,
  credentials: sampleCredentials.length,
  providers: sampleProviders.length,
};
const SOURCE_ID = sampleId("source", "Sample catalogue");

/** Rows of every table, but for the dictionary that search keeps. */
/** What was changed is told for ever; a value or a word that no course has any more keeps its row. */
const STAYING = ["record_changes", "search_values"];

async function rowCounts({ sql: query }: TestDatabase): Promise<Record<string, number>> {
  const tables = await query<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' order by 1`;
  const counts = await Promise.all(
    tables.map(async ({ name }) => {
      const isHeld = name === "search_terms" ? query`where course_count > 0` : query``;
      const [row] = await query<{ n: number }[]>`select count(*)::int as n from ${query(name)} ${isHeld}`;
      return [name, row?.n ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([name, n]) => n > 0 && !STAYING.includes(name)));
}

describe("addSample", () => {
  const database = testDatabase();
  const held = () => loadRecords(database.db, SOURCE_ID);
  let counts: SampleCounts;

  beforeAll(async () => {
    expect(await isCatalogueEmpty(database.db)).toBe(true);
    counts = await addSample(database.db, now);
  });

  it("adds what the files hold", async () => {
    expect(counts).toEqual(COUNTS);
    expect(await isCatalogueEmpty(database.db)).toBe(false);
    const keys = (records: readonly { externalId: string }[]) =>
      records.map(({ externalId }) => externalId).sort();
    const wanted = sampleRecords(SOURCE_ID, TODAY);
    const { providers, credentials, courses } = await held();
    expect([providers, credentials, courses].map(keys)).toEqual(
      [wanted.providers, wanted.credentials, wanted.courses].map(keys),
    );
  });

  it("changes nothing the second time", async () => {
    const published = () =>
      Promise.all([
        database.db.select().from(programmeVersions).orderBy(programmeVersions.id),
        database.db.select().from(curatedPathways).orderBy(curatedPathways.id),
      ]);
    const [rows, records, documents] = [await rowCounts(database), await held(), await published()];
    const later = new Date(NOW.getTime() + 3_600_000);
    expect(await addSample(database.db, { now: later })).toEqual(counts);
    expect(await rowCounts(database)).toEqual(rows);
    expect(await held()).toEqual(records);
    expect(await published()).toEqual(documents);
  });

  it("takes out what an older version had", async () => {
    await database.db.insert(curatedPathways).values({
      id: uuidv7(),
      slug: "of-an-older-version",
      sourceId: SOURCE_ID,
      version: "1",
      checkedOn: TODAY,
      document: samplePathwaysOn(TODAY)[0]?.document,
      retrievedOn: TODAY,
      updatedAt: NOW,
    });
    await insertCourse(database.db, {
      sourceId: SOURCE_ID,
      externalId: "of-an-older-version",
      isSample: true,
      content: { provider: sampleId("provider", "kaarnala") },
    });
    await addSample(database.db, now);
    const ids = (await held()).courses.map(({ externalId }) => externalId);
    expect(ids).not.toContain("of-an-older-version");
    expect(ids).toHaveLength(COUNTS.courses);
    expect(await database.db.$count(curatedPathways)).toBe(samplePathwaysOn(TODAY).length);
  });

  it("brings the dates of a sample that is there to the day", async () => {
    const before = await held();
    const then = addDays(TODAY, 200);
    await addSample(database.db, { now: new Date(`${then}T09:00:00Z`) });
    const after = await held();
    const addresses = ({ courses, credentials }: typeof after) =>
      [...courses, ...credentials].map(({ id, slug }) => [id, slug]);
    expect(addresses(after)).toEqual(addresses(before));
    const starts = after.courses.flatMap(({ content }) => content.runs.map(({ startOn }) => startOn ?? ""));
    expect(starts.filter((day) => day > then).length).toBeGreaterThan(300);
    expect(after.providers).toEqual(before.providers.map((record) => ({ ...record, retrievedOn: then })));
    const [rule] = await database.sql<{ day: string; n: number }[]>`
      select valid_to::text as day, count(*)::int as n from counted_towards where ground_id = 'lage-dijk-agreement'
      group by 1`;
    expect(rule).toEqual({ day: "2027-12-31", n: 1 });
    expect(await database.db.$count(programmeVersions)).toBe(sampleProgrammes.length);
  });
});

describe("a pathway of another source", () => {
  const database = testDatabase();

  it("keeps its address: the sample stays out, all of it", async () => {
    const [pathway] = samplePathwaysOn(TODAY);
    await database.db.insert(curatedPathways).values({
      id: uuidv7(),
      slug: pathway?.id ?? "",
      sourceId: await insertSource(database.db),
      version: "1",
      checkedOn: TODAY,
      document: pathway?.document,
      retrievedOn: TODAY,
      updatedAt: NOW,
    });
    await expect(addSample(database.db, now)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(pathway?.id ?? ""),
    });
    expect(await isCatalogueEmpty(database.db)).toBe(true);
  });
});

describe("two that start at once", () => {
  const database = testDatabase();

  beforeAll(async () => {
    await Promise.all([addSample(database.db, now), addSample(database.db, now)]);
  });

  it("add it once", async () => {
    expect(await database.db.$count(courses)).toBe(COUNTS.courses);
  });
});

describe("removeSample", () => {
  const database = testDatabase();
  let empty: Record<string, number>;

  beforeAll(async () => {
    empty = await rowCounts(database);
  });
  beforeEach(async () => {
    await addSample(database.db, now);
  });

  it("leaves no row behind", async () => {
    expect(await removeSample(database.db, now)).toEqual(COUNTS);
    expect(await rowCounts(database)).toEqual(empty);
    expect(await removeSample(database.db, now)).toEqual({ courses: 0, credentials: 0, providers: 0 });
  });

  it("leaves records of other sources, with the skills that they teach and what lies above those", async () => {
    const skill = "welding techniques";
    const [taught] = await database.db.select().from(skills).where(sql`label ->> 'en' = ${skill}`);
    if (!taught) throw new Error(`The sample has no skill "${skill}"`);
    const sourceId = await insertSource(database.db);
    const real = await insertCourse(database.db, {
      sourceId,
      content: { outcomes: [makeOutcome({ skills: [{ skillId: taught.id, method: "stated" }] })] },
    });
    await removeSample(database.db, now);

    expect((await loadRecords(database.db, sourceId)).courses).toEqual([real]);
    const rows = await rowCounts(database);
    expect(rows).toMatchObject({
      courses: 1,
      providers: 1,
      skills: 1,
      outcome_skills: 1,
      search_documents: 1,
    });
    expect(rows).not.toHaveProperty("occupations");
    expect(await namesAbove(taught.uri)).toEqual(
      [
        "engineering, manufacturing and construction",
        "knowledge",
        "mechanics and metal trades",
        "engineering and engineering trades",
      ].sort(),
    );
    expect(await database.db.$count(sources, eq(sources.isSample, true))).toBe(0);

    await addSample(database.db, now);
    expect(
      await database.db.select({ id: skills.sourceId }).from(skills).where(eq(skills.id, taught.id)),
    ).toEqual([{ id: sampleId("source", "ESCO excerpt") }]);
  });

  it("leaves ESCO concepts that an import has taken over, and their relations, as they are", async () => {
    const escoId = await insertSource(database.db, { format: "esco" });
    for (const table of ["skills", "skill_groups", "occupations", "isco_groups"])
      await database.sql`update ${database.sql(table)} set source_id = ${escoId}`;
    const concepts = ({ skills, occupations, occupation_skills, skill_broader }: Record<string, number>) => ({
      skills,
      occupations,
      occupation_skills,
      skill_broader,
    });
    await database.sql`delete from occupation_skills where relation = 'optional'`;
    const before = concepts(await rowCounts(database));
    await addSample(database.db, now);
    expect(concepts(await rowCounts(database))).toEqual(before);
    await removeSample(database.db, now);
    expect(concepts(await rowCounts(database))).toEqual(before);
  });

  it("says which records of other sources would lose their provider, and takes nothing out", async () => {
    const before = await rowCounts(database);
    await insertCourse(database.db, {
      externalId: "borrowed",
      content: { provider: sampleId("provider", "kaarnala") },
    });
    await expect(removeSample(database.db, now)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("borrowed"),
    });
    expect((await rowCounts(database)).courses).toBe((before.courses ?? 0) + 1);
  });

  async function namesAbove(uri: string): Promise<string[]> {
    const rows = await database.sql<{ name: string }[]>`
      with recursive above (uri) as (
        select broader_uri from skill_broader where uri = ${uri}
        union select step.broader_uri from skill_broader step join above on above.uri = step.uri)
      select label ->> 'en' as name from skill_groups join above using (uri) order by 1`;
    return rows.map(({ name }) => name);
  }
});
