import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { programmeVersions } from "@/db/schema/pathways";
import { importItems, sources } from "@/db/schema/sources";
import { exitCodeOf } from "@/features/imports/report";
import { loadLiveVersions } from "@/features/pathways/queries";
import { findProgrammeFile } from "@/features/qualifications/queries";
import { testDatabase } from "@/tests/database";
import { NOW, TODAY, unique } from "@/tests/factories";
import { all, importProgrammes, item, makeStackWorld, pool, rule } from "@/tests/programmes";

const database = testDatabase();

const rulesOf = (report: { notes: readonly { rule: string; field: string | null }[] }) =>
  report.notes.map(({ rule: name, field }) => `${name} ${field ?? ""}`.trim());

describe("an import of programmes", () => {
  it("publishes a version once, and gives its file back equal", async () => {
    const { db } = database;
    const world = await makeStackWorld(db);
    const unit = await world.unit();
    const elsewhere = { source: "another catalogue", externalId: "X/1" };
    const file = world.document(
      all("root", pool("core", 5, { units: [world.refTo(unit), elsewhere] }), item("thesis", elsewhere)),
      { rules: [rule("r1", { eqfMin: 6 }, "core", world.refTo(world.body), { validTo: "2030-12-31" })] },
    );
    const source = unique("programmes");

    const first = await importProgrammes(db, [file], { source });
    expect([first.state, first.added, exitCodeOf(first)]).toEqual(["applied", 1, 0]);
    expect(rulesOf(first)).toEqual(["undefined-sharing root/core", "not-in-catalogue"]);
    const second = await importProgrammes(db, [file], { source });
    expect([second.state, second.added, second.unchanged, exitCodeOf(second)]).toEqual([
      "unchanged",
      0,
      1,
      0,
    ]);

    const exported = await findProgrammeFile(world.qualification.slug, { now: NOW, db });
    expect(exported).toEqual({ kind: "found", record: file });
    const versions = await db
      .select()
      .from(programmeVersions)
      .where(eq(programmeVersions.credentialId, world.qualification.id));
    expect(versions).toHaveLength(1);
  });

  it("names records by our ids, and leaves what is not here as it was named", async () => {
    const { db } = database;
    const world = await makeStackWorld(db);
    const unit = await world.unit();
    const elsewhere = { source: "another catalogue", externalId: "X/1" };
    await importProgrammes(db, [world.document(pool("core", 5, { units: [world.refTo(unit), elsewhere] }))]);
    const live = await loadLiveVersions(db, TODAY);
    const found = live.find(({ credentialId }) => credentialId === world.qualification.id);
    expect(found?.programme).toMatchObject({
      qualification: world.qualification.id,
      awardingBodies: [world.body.id],
      root: { from: { units: [unit.id, "source/another%20catalogue/X%2F1"] } },
    });
  });

  it("refuses a version that is published already and says something else", async () => {
    const { db } = database;
    const world = await makeStackWorld(db);
    const file = world.document(pool("core", 5, { eqfMin: 6 }));
    await importProgrammes(db, [file]);
    const changed = await importProgrammes(db, [{ ...file, totalCredits: 5 }]);
    expect([changed.state, exitCodeOf(changed), rulesOf(changed)]).toEqual([
      "refused",
      1,
      ["version-published version"],
    ]);
    const next = { ...file, version: "2027", validFrom: "2027-01-01" };
    expect(rulesOf(await importProgrammes(db, [next]))).toEqual(["changes-not-said changes"]);
    const said = await importProgrammes(db, [{ ...next, changes: { en: "Five credits less." } }]);
    expect(said.added).toBe(1);
  });

  it("refuses what the schema or the linter refuses, with the place, and takes the others", async () => {
    const { db } = database;
    const world = await makeStackWorld(db);
    const good = world.document(pool("core", 5, { eqfMin: 6 }));
    const report = await importProgrammes(db, [
      "{ no json",
      { ...good, totalCredits: -1 },
      { ...good, version: "k", root: { ...all("root", pool("a", 5, { eqfMin: 6 })), kind: "atLeast", k: 2 } },
      { ...good, version: "q", qualification: { source: world.name, externalId: "nobody" } },
      '{"format": "\\u0000"}',
      good,
    ]);
    expect([report.state, report.added, report.refused, exitCodeOf(report)]).toEqual(["applied", 1, 5, 0]);
    expect(rulesOf(report)).toEqual([
      "file-unreadable",
      "field-invalid totalCredits",
      "k-larger-than-children root",
      "qualification-unknown qualification",
      "file-unreadable",
    ]);
  });

  it("refuses that a qualification is needed for itself, and says by which way", async () => {
    const { db } = database;
    const [a, b, c] = [await makeStackWorld(db), await makeStackWorld(db), await makeStackWorld(db)];
    const needs = (world: typeof a, other: typeof a) =>
      world.document(item("part", other.refTo(other.qualification)));
    expect((await importProgrammes(db, [needs(a, b), needs(b, c)])).added).toBe(2);
    const closing = await importProgrammes(db, [needs(c, a)]);
    expect(rulesOf(closing)).toEqual(["cycle part"]);
    const titleOf = (world: typeof a) => world.qualification.content.title.en;
    expect(closing.notes[0]?.message).toContain(
      `It asks for "${titleOf(a)}", which asks for "${titleOf(b)}", which asks for "${titleOf(c)}".`,
    );
  });

  it("refuses the second of two programmes of one import that need each other", async () => {
    const { db } = database;
    const [a, b] = [await makeStackWorld(db), await makeStackWorld(db)];
    const report = await importProgrammes(db, [
      a.document(item("part", b.refTo(b.qualification))),
      b.document(item("part", a.refTo(a.qualification))),
    ]);
    expect([report.added, report.refused]).toEqual([1, 1]);
  });

  it("keeps what a source says once, and nothing of a dry run", async () => {
    const { db } = database;
    const world = await makeStackWorld(db);
    const source = unique("programmes");
    const bad = world.document(pool("core", 5, {}));
    const good = { ...world.document(pool("core", 5, { eqfMin: 6 })), version: "good" };
    await importProgrammes(db, [good, bad], { source, isDryRun: true });
    expect(await db.select().from(sources).where(eq(sources.name, source))).toEqual([]);
    await importProgrammes(db, [good, bad], { source });
    await importProgrammes(db, [good, bad], { source });
    const [held] = await db.select().from(sources).where(eq(sources.name, source));
    const items = await db
      .select()
      .from(importItems)
      .where(eq(importItems.sourceId, held?.id ?? ""));
    expect(items.map(({ outcome, externalId }) => `${outcome} ${externalId}`)).toEqual([
      `added ${world.qualification.externalId} good`,
      `refused ${world.qualification.externalId} 2026`,
    ]);
  });

  it("quarantines a folder without a file", async () => {
    const report = await importProgrammes(database.db, []);
    expect([report.state, exitCodeOf(report)]).toEqual(["quarantined", 3]);
  });
});

describe("a published version", () => {
  const refusal = { message: expect.stringMatching(/never changes|only with its credential/) };

  it("cannot be changed or removed by the role of the portal, and goes with its credential", async () => {
    const { db, sql } = database;
    const world = await makeStackWorld(db);
    await importProgrammes(db, [world.document(pool("core", 5, { eqfMin: 6 }))]);
    const id = world.qualification.id;
    await expect(
      sql`update programme_versions set document = '{}' where credential_id = ${id}`,
    ).rejects.toMatchObject(refusal);
    await expect(
      sql`update programme_versions set valid_to = '2026-12-31' where credential_id = ${id}`,
    ).rejects.toMatchObject(refusal);
    await expect(sql`delete from programme_versions where credential_id = ${id}`).rejects.toMatchObject(
      refusal,
    );
    await sql`delete from credentials where id = ${id}`;
    expect(await sql`select from programme_versions where credential_id = ${id}`).toHaveLength(0);
  });

  it("is kept by the trigger alone: without it the change goes through", async () => {
    const { db, ownerUrl } = database;
    const world = await makeStackWorld(db);
    await importProgrammes(db, [world.document(pool("core", 5, { eqfMin: 6 }))]);
    const { connect } = await import("@/db/client");
    const owner = connect(ownerUrl, { max: 1 });
    try {
      await owner.sql.begin(async (tx) => {
        await tx`alter table programme_versions disable trigger programme_versions_stay`;
        const changed = await tx`
          update programme_versions set total_credits = 1 where credential_id = ${world.qualification.id}`;
        expect(changed.count).toBe(1);
        await tx`alter table programme_versions enable trigger programme_versions_stay`;
      });
    } finally {
      await owner.end();
    }
  });
});
