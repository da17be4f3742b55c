import { and, eq, getTableColumns, or } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { countedTowards, programmeVersions } from "@/db/schema/pathways";
import { applyChange } from "@/features/changes/mutations";
import { loadRecords } from "@/features/changes/queries";
import { readCountsTowards } from "@/features/qualifications/queries";
import { testDatabase } from "@/tests/database";
import {
  ACTOR,
  insertCourse,
  insertProvider,
  insertSource,
  MOMENT,
  makeCourse,
  NOW,
  TODAY,
  unique,
} from "@/tests/factories";
import { all, importProgrammes, item, makeStackWorld, pool, rule } from "@/tests/programmes";

const database = testDatabase();

/** "part basis ground certainty refusal" of a credential or course. */
async function groundsOf(world: { qualification: { id: string } }, { id }: { id: string }) {
  const { db } = database;
  const rows = await db
    .select({ ground: getTableColumns(countedTowards) })
    .from(countedTowards)
    .innerJoin(programmeVersions, eq(programmeVersions.id, countedTowards.versionId))
    .where(
      and(
        eq(programmeVersions.credentialId, world.qualification.id),
        or(eq(countedTowards.credentialId, id), eq(countedTowards.courseId, id)),
      ),
    );
  return rows
    .map(({ ground }) => ground)
    .map(({ nodeId, basis, groundId, certainty, refusal }) =>
      [nodeId, basis, groundId, certainty, refusal].filter((part) => part !== null).join(" "),
    )
    .sort();
}

describe("what counts towards a qualification", () => {
  it("is what the programme names, what fits, and what a rule or an equivalence lets count", async () => {
    const { db } = database;
    const world = await makeStackWorld(db);
    const { refTo } = world;
    const [named, fitting, ruled, equal] = [
      await world.unit(),
      await world.unit({ content: { fields: ["0613"] } }),
      await world.unit({ content: { fields: ["0311"], assessmentTypes: ["written-examination"] } }),
      await world.unit(),
    ];
    const body = refTo(world.body);
    await importProgrammes(db, [
      world.document(
        all(
          "root",
          pool("core", 5, { units: [refTo(named)] }),
          pool("open", 5, { fields: ["06"] }, { fits: "designed" }),
          item("thesis", { source: "elsewhere", externalId: "T" }),
        ),
        {
          rules: [
            rule("agreed", { units: [refTo(ruled)] }, "core", body),
            rule("over", { units: [refTo(ruled)] }, "open", body, { validTo: "2026-06-30" }),
            rule("asks", { units: [refTo(ruled)] }, "thesis", body, {
              conditions: { assessment: ["portfolio"] },
              certainty: "precedent",
            }),
          ],
          equivalences: [
            {
              id: "same",
              units: [refTo(named), refTo(equal)],
              certainty: "agreement",
              decisionBody: body,
              source: { url: "https://rules.example/", title: "Rules", retrievedOn: "2026-11-01" },
            },
          ],
        },
      ),
    ]);
    expect(await groundsOf(world, named)).toEqual(["core named designed"]);
    expect(await groundsOf(world, fitting)).toEqual(["open fits designed"]);
    expect(await groundsOf(world, equal)).toEqual(["core equivalent same agreement"]);
    expect(await groundsOf(world, ruled)).toEqual([
      "core rule agreed agreement",
      "open rule over agreement",
      "thesis rule asks precedent assessment-not-shown",
    ]);

    const { towards, notTowards } = await readCountsTowards(
      { kind: "credential", id: ruled.id },
      { now: NOW, db },
    );
    expect(towards).toEqual([
      expect.objectContaining({
        certainty: "agreement",
        rule: "agreed",
        credits: 500,
        via: null,
        qualification: expect.objectContaining({ slug: world.qualification.slug }),
        decider: expect.objectContaining({ id: world.body.id }),
        part: { id: "core", titles: [{ en: "Part core" }] },
      }),
    ]);
    const few = { now: NOW, db, limit: 2 };
    const [fewer, whole] = [
      await readCountsTowards({ kind: "credential", id: ruled.id }, few),
      await readCountsTowards({ kind: "credential", id: ruled.id }, { now: NOW, db }),
    ];
    expect([fewer.more, fewer.towards.length + fewer.notTowards.length, whole.more]).toEqual([1, 2, 0]);
    expect(notTowards.map(({ because, day, rule: name }) => [name, because, day])).toEqual([
      ["over", "rule-expired", "2026-06-30"],
      ["asks", "assessment-not-shown", null],
    ]);
  });

  it("follows a change of the unit, in the change's own transaction", async () => {
    const { db } = database;
    const world = await makeStackWorld(db);
    const unit = await world.unit({ content: { fields: ["0613"] } });
    await importProgrammes(db, [world.document(pool("open", 5, { fields: ["06"] }))]);
    expect(await groundsOf(world, unit)).toEqual(["open fits possible"]);

    const changed = { ...unit, content: { ...unit.content, fields: ["0311"] } };
    const change = { kind: "credential", before: unit, after: changed } as const;
    const failing = db.transaction(async (tx) => {
      await applyChange(tx, ACTOR, change, MOMENT);
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    expect(await groundsOf(world, unit)).toEqual(["open fits possible"]);

    await db.transaction((tx) => applyChange(tx, ACTOR, change, MOMENT));
    expect(await groundsOf(world, unit)).toEqual([]);
  });

  it("gains a unit or a body that comes later under the name that a programme gave it", async () => {
    const { db } = database;
    const world = await makeStackWorld(db);
    const name = unique("late-source");
    const late = (externalId: string) => ({ source: name, externalId });
    const fitting = await world.unit();
    await importProgrammes(db, [
      world.document(
        all(
          "root",
          pool("core", 5, { units: [late("unit")] }),
          pool("theirs", 5, { providers: [late("body"), { scheme: "did", value: "did:web:late.example" }] }),
        ),
      ),
    ]);
    expect(await groundsOf(world, fitting)).toEqual([]);

    const sourceId = await insertSource(db, { name });
    const body = await insertProvider(db, { sourceId, externalId: "body" });
    const other = await insertProvider(db, {
      content: { identifiers: [{ scheme: "did", value: "did:web:late.example" }] },
    });
    const unit = await world.unit({
      sourceId,
      externalId: "unit",
      content: { awardingBodies: [other.id] },
    });
    const theirs = await world.unit({ content: { awardingBodies: [body.id] } });
    expect(await groundsOf(world, unit)).toEqual(["core named designed", "theirs fits possible"]);
    expect(await groundsOf(world, theirs)).toEqual(["theirs fits possible"]);
  });

  it("counts a course by its credential, and by itself where it leads to none", async () => {
    const { db } = database;
    const world = await makeStackWorld(db);
    const credential = await world.unit({ content: { fields: [] } });
    const facts = { fields: ["0613"], eqf: 6, ectsHundredths: 500, assessment: "assessed" } as const;
    const provider = world.body.id;
    const leading = await insertCourse(db, {
      content: {
        ...facts,
        provider,
        credentials: [{ credential: credential.id, needs: "this-course", neededCount: null }],
      },
    });
    const alone = await insertCourse(db, { content: { ...facts, provider } });
    const unassessed = await insertCourse(db, { content: { ...facts, provider, assessment: "none" } });
    await importProgrammes(db, [world.document(pool("open", 5, { fields: ["06"] }, { fits: "designed" }))]);
    expect(await groundsOf(world, leading)).toEqual([]);
    expect(await groundsOf(world, credential)).toEqual(["open fits designed"]);
    expect(await groundsOf(world, alone)).toEqual(["open fits designed"]);
    expect(await groundsOf(world, unassessed)).toEqual([]);
    const { towards } = await readCountsTowards({ kind: "course", id: leading.id }, { now: NOW, db });
    const here = towards.filter(({ qualification }) => qualification.id === world.qualification.id);
    expect(here.map(({ via }) => via)).toEqual([expect.objectContaining({ id: credential.id })]);

    const held = await loadRecords(db, leading.sourceId);
    const [before] = held.courses;
    if (!before) throw new Error("The course is gone");
    const after = { ...before, content: { ...makeCourse(), ...before.content, credentials: [] } };
    await db.transaction((tx) => applyChange(tx, ACTOR, { kind: "course", before, after }, MOMENT));
    expect(await groundsOf(world, leading)).toEqual(["open fits designed"]);
    expect(await groundsOf(world, credential)).toEqual([]);
  });

  it("keeps to the version in force and those to come, and never counts a qualification towards itself", async () => {
    const { db } = database;
    const world = await makeStackWorld(db);
    const unit = await world.unit();
    const first = world.document(pool("old", 5, { units: [world.refTo(unit)] }));
    await importProgrammes(db, [first]);
    const changes = { en: "Another part." };
    await importProgrammes(db, [
      { ...first, version: "now", validFrom: TODAY, changes, root: pool("now", 5, { eqfMin: 1 }) },
      { ...first, version: "next", validFrom: "2027-06-01", changes, root: pool("next", 5, { eqfMin: 1 }) },
    ]);
    expect(await groundsOf(world, unit)).toEqual(["next fits possible", "now fits possible"]);
    expect(await groundsOf(world, world.qualification)).toEqual([]);
    const towardsAt = async (now: Date) => {
      const { towards } = await readCountsTowards({ kind: "credential", id: unit.id }, { now, db });
      return towards
        .filter(({ qualification }) => qualification.id === world.qualification.id)
        .map(({ part, version }) => `${version} ${part.id}`);
    };
    expect(await towardsAt(NOW)).toEqual(["now now"]);
    expect(await towardsAt(new Date("2027-07-01T09:00:00Z"))).toEqual(["next next"]);
  });
});
