import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { outcomes } from "@/db/schema/outcomes";
import { runs } from "@/db/schema/runs";
import { slugs } from "@/db/schema/slugs";
import { addDays } from "@/lib/dates";
import { testDatabase } from "@/tests/database";
import {
  ACTOR,
  insertCourse,
  insertCredential,
  insertProvider,
  insertSkill,
  insertSource,
  MOMENT,
  makeDatedRun,
  makeOutcome,
  makeRun,
  NOW,
  TODAY,
} from "@/tests/factories";
import { applyChange, applyChanges } from "./mutations";
import { loadRecords } from "./queries";
import type { Actor, Change, Moment } from "./schema";

const database = testDatabase();
const LATER: Moment = { now: new Date(NOW.getTime() + 86_400_000), today: addDays(TODAY, 1) };

const apply = (changes: readonly Change[], moment = LATER) =>
  database.db.transaction((tx) => applyChanges(tx, ACTOR, changes, moment));

const courseOf = async (sourceId: string) => {
  const [course] = (await loadRecords(database.db, sourceId)).courses;
  if (!course) throw new Error("The source has no course");
  return course;
};

describe("applyChanges", () => {
  it("writes whole records that read back as they were given", async () => {
    const sourceId = await insertSource(database.db);
    const skillId = await insertSkill(database.db);
    const provider = await insertProvider(database.db, {
      sourceId,
      content: { identifiers: [{ scheme: "national", value: "FI-0001" }], country: "FI", region: "FI1B" },
    });
    const outcome = makeOutcome({
      text: { en: "Weld", fi: "Hitsaa" },
      skills: [{ skillId, method: "stated" }],
    });
    const credential = await insertCredential(database.db, {
      sourceId,
      content: {
        awardingBodies: [provider.id],
        outcomes: [outcome],
        modes: ["online"],
        hoursMin: 50,
        hoursMax: 65.5,
      },
    });
    const course = await insertCourse(database.db, {
      sourceId,
      content: {
        provider: provider.id,
        fields: ["0715"],
        ectsHundredths: 250,
        outcomes: [outcome, makeOutcome()],
        runs: [
          makeDatedRun("2027-01-12", {
            modes: ["online", "blended"],
            priceKind: "paid",
            priceCents: 25_000,
            currency: "EUR",
          }),
          makeRun({ hoursPerWeek: 7.5 }),
        ],
        credentials: [{ credential: credential.id, needs: "some", neededCount: 2 }],
      },
    });

    expect(await loadRecords(database.db, sourceId)).toEqual({
      providers: [provider],
      credentials: [credential],
      courses: [course],
    });
    expect(course).toMatchObject({ version: 1, createdAt: NOW, updatedAt: NOW, publishedAt: NOW });
  });

  it("keeps the ids of outcomes and runs that go on", async () => {
    const sourceId = await insertSource(database.db);
    const [weld, braze, solder] = [{ en: "Weld" }, { en: "Braze" }, { en: "Solder" }];
    const [first, second, third] = [makeRun(), makeRun(), makeRun()];
    const course = await insertCourse(database.db, {
      sourceId,
      content: {
        outcomes: [makeOutcome({ text: weld }), makeOutcome({ text: braze })],
        runs: [first, second],
      },
    });
    const idsBefore = await partIds(course.id);

    await apply([
      {
        kind: "course",
        before: course,
        after: {
          ...course,
          content: {
            ...course.content,
            outcomes: [
              makeOutcome({ text: braze }),
              makeOutcome({ text: solder }),
              makeOutcome({ text: weld }),
            ],
            runs: [third, { ...second, city: "Turku" }],
          },
        },
      },
    ]);

    const ids = await partIds(course.id);
    expect(ids.outcomes.get("Weld")).toBe(idsBefore.outcomes.get("Weld"));
    expect(ids.outcomes.get("Braze")).toBe(idsBefore.outcomes.get("Braze"));
    expect(ids.runs.get(second.externalId)).toBe(idsBefore.runs.get(second.externalId));
    const after = await courseOf(sourceId);
    expect(after.content.outcomes.map(({ text }) => text)).toEqual([braze, solder, weld]);
    expect(after.content.runs.map(({ city }) => city)).toEqual([null, "Turku"]);
  });

  it("refuses a change of a record that someone else has changed, and writes nothing of the batch", async () => {
    const sourceId = await insertSource(database.db);
    const course = await insertCourse(database.db, { sourceId });
    const other = await insertCourse(database.db, { sourceId });
    const withdraw = (record: typeof course): Change => ({
      kind: "course",
      before: record,
      after: { ...record, status: "withdrawn" },
    });
    await apply([withdraw(course)]);
    await expect(apply([withdraw(other), withdraw(course)])).rejects.toMatchObject({ code: "conflict" });
    await expect(apply([{ kind: "course", before: course, after: null }])).rejects.toMatchObject({
      code: "conflict",
    });
    const { courses } = await loadRecords(database.db, sourceId);
    expect(new Map(courses.map(({ id, status }) => [id, status]))).toEqual(
      new Map([
        [course.id, "withdrawn"],
        [other.id, "published"],
      ]),
    );
  });

  it("moves only the day of reading where nothing else changed", async () => {
    const sourceId = await insertSource(database.db);
    const course = await insertCourse(database.db, { sourceId });
    const written = await apply([
      { kind: "course", before: course, after: { ...course, retrievedOn: LATER.today } },
    ]);
    expect(written.courses).toEqual([]);
    expect(await courseOf(sourceId)).toEqual({ ...course, retrievedOn: LATER.today });
  });

  it("counts versions, and keeps the day of the first publication", async () => {
    const sourceId = await insertSource(database.db);
    const course = await insertCourse(database.db, { sourceId });
    const withdrawn = await apply([
      { kind: "course", before: course, after: { ...course, status: "withdrawn" } },
    ]);
    expect(withdrawn.courses[0]).toMatchObject({
      version: 2,
      status: "withdrawn",
      publishedAt: NOW,
      updatedAt: LATER.now,
      createdAt: NOW,
    });
    const draft = await insertCourse(database.db, { status: "submitted" });
    expect(draft.publishedAt).toBeNull();
  });

  it("removes records with their parts, and forgets the addresses of samples only", async () => {
    const sourceId = await insertSource(database.db);
    const real = await insertCourse(database.db, { sourceId, content: { outcomes: [makeOutcome()] } });
    const sample = await insertCourse(database.db, { sourceId, isSample: true });
    await apply([
      { kind: "course", before: real, after: null },
      { kind: "course", before: sample, after: null },
    ]);
    expect((await loadRecords(database.db, sourceId)).courses).toEqual([]);
    expect(await database.db.select().from(outcomes).where(eq(outcomes.courseId, real.id))).toEqual([]);
    const left = await database.db
      .select({ slug: slugs.slug })
      .from(slugs)
      .where(sql`${slugs.recordId} in (${real.id}, ${sample.id})`);
    expect(left).toEqual([{ slug: real.slug }]);
  });

  it("lets two changes of different records through at once", async () => {
    const sourceId = await insertSource(database.db);
    const provider = await insertProvider(database.db, { sourceId });
    const title = { en: "Made at the same moment" };
    const courses = await Promise.all(
      Array.from({ length: 4 }, () =>
        insertCourse(database.db, { sourceId, content: { provider: provider.id, title } }),
      ),
    );
    expect(courses.map(({ slug }) => slug).sort()).toEqual([
      "made-at-the-same-moment",
      "made-at-the-same-moment-2",
      "made-at-the-same-moment-3",
      "made-at-the-same-moment-4",
    ]);
  });
});

describe("the door", () => {
  it("opens to the portal's own programs alone", async () => {
    const course = await insertCourse(database.db);
    const visitor = { kind: "visitor", name: "somebody" } as unknown as Actor;
    const change: Change = { kind: "course", before: course, after: null };
    await expect(
      database.db.transaction((tx) => applyChange(tx, visitor, change, MOMENT)),
    ).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("applyChange", () => {
  it("is the batch of one", async () => {
    const course = await insertCourse(database.db);
    const change: Change = { kind: "course", before: course, after: { ...course, status: "suspended" } };
    const written = await database.db.transaction((tx) => applyChange(tx, ACTOR, change, MOMENT));
    expect(written.courses[0]?.status).toBe("suspended");
  });
});

async function partIds(courseId: string) {
  const outcomeRows = await database.db.select().from(outcomes).where(eq(outcomes.courseId, courseId));
  const runRows = await database.db.select().from(runs).where(eq(runs.courseId, courseId));
  return {
    outcomes: new Map(outcomeRows.map(({ id, text }) => [text.en, id])),
    runs: new Map(runRows.map(({ id, externalId }) => [externalId, id])),
  };
}
