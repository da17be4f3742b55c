import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { importItems } from "@/db/schema/sources";
import { evidenceFor } from "@/features/evidence/queries";
import { exitCodeOf } from "@/features/imports/report";
import { testDatabase } from "@/tests/database";
import { importRegister, indexedSince, lastChange } from "@/tests/evidence";
import { insertCourse, insertCredential, insertProvider, insertSource, unique } from "@/tests/factories";

const database = testDatabase();

const national = (value: string) => ({ scheme: "national" as const, value });

async function aProvider(name = unique("Harbour Institute")) {
  const identifier = national(unique("N"));
  const provider = await insertProvider(database.db, {
    content: { legalName: { en: name }, identifiers: [identifier] },
  });
  const row = { subject_type: "provider", scheme: "national", identifier: identifier.value, name };
  return { provider, row };
}

const rowsOf = async (id: string) => (await evidenceFor(database.db, [id])).get(id) ?? [];

describe("an authority's list", () => {
  it("becomes evidence about the provider that has the identifier, and is read again without a new row", async () => {
    const { db } = database;
    const { provider, row } = await aProvider();
    const list = [
      {
        ...row,
        scope: "Trusted provider",
        valid_from: "2025-01-01",
        valid_to: "2027-12-31",
        link: "https://list.example.org/1",
      },
    ];
    const source = unique("ministry");
    const first = await importRegister(db, list, { source });
    expect([first.state, first.added, exitCodeOf(first)]).toEqual(["applied", 1, 0]);
    expect(first.matching?.named).toEqual({ matched: 1, otherName: 0, proposed: 0, unmatched: 0 });
    const again = await importRegister(db, list, { source, today: "2026-12-24" });
    expect([again.state, again.unchanged, exitCodeOf(again)]).toEqual(["unchanged", 1, 0]);
    expect(await rowsOf(provider.id)).toEqual([
      expect.objectContaining({
        kind: "national-register",
        subject: { kind: "provider", id: provider.id },
        register: source,
        issuer: { name: source, id: null },
        answer: "found",
        decision: "positive",
        scope: "Trusted provider",
        validFrom: "2025-01-01",
        validTo: "2027-12-31",
        retrievedOn: "2026-12-24",
        enteredOn: "2026-11-25",
        enteredBy: "import register",
        source: expect.objectContaining({ name: source, class: "authoritative", providerId: null }),
        supersedes: null,
        supersededBy: null,
      }),
    ]);
  });

  it("corrects by a row that supersedes, and says when each spoke", async () => {
    const { db } = database;
    const { provider, row } = await aProvider();
    const source = unique("ministry");
    await importRegister(db, [{ ...row, decision: "positive" }], { source });
    const changed = await importRegister(db, [{ ...row, decision: "with-conditions" }], {
      source,
      today: "2026-12-01",
    });
    expect(changed.changes[0]?.fields).toEqual([
      { field: "decision", before: "positive", after: "with-conditions" },
    ]);
    const [older, newer] = await rowsOf(provider.id);
    expect(older).toMatchObject({
      decision: "positive",
      supersededBy: newer?.id,
      supersededOn: "2026-12-01",
    });
    expect(newer).toMatchObject({ decision: "with-conditions", supersedes: older?.id, supersededBy: null });
  });

  it("lets what it no longer lists lapse, and come back", async () => {
    const { db } = database;
    const { provider, row } = await aProvider();
    const others = await Promise.all(Array.from({ length: 6 }, () => aProvider()));
    const rest = others.map((other) => other.row);
    const source = unique("ministry");
    await importRegister(db, [row, ...rest], { source });
    const without = await importRegister(db, rest, { source, today: "2026-12-01" });
    expect([without.missing, without.state]).toEqual([1, "applied"]);
    expect((await importRegister(db, rest, { source, today: "2026-12-02" })).missing).toBe(0);
    await importRegister(db, [row, ...rest], { source, today: "2026-12-03" });
    const answers = (await rowsOf(provider.id)).map(({ answer, enteredOn, supersededOn }) => [
      answer,
      enteredOn,
      supersededOn,
    ]);
    expect(answers).toEqual([
      ["found", "2026-11-25", "2026-12-01"],
      ["not-found", "2026-12-01", "2026-12-03"],
      ["found", "2026-12-03", null],
    ]);
  });

  it("keeps everything when the feed is empty, has shrunken, or is only a part", async () => {
    const { db } = database;
    const listed = await Promise.all(Array.from({ length: 6 }, () => aProvider()));
    const rows = listed.map(({ row }) => row);
    const source = unique("ministry");
    await importRegister(db, rows, { source });
    const shrunken = await importRegister(db, rows.slice(0, 3), { source });
    expect([shrunken.state, exitCodeOf(shrunken)]).toEqual(["quarantined", 3]);
    const part = await importRegister(db, rows.slice(0, 1), { source, isPartial: true });
    expect([part.state, part.missing]).toEqual(["unchanged", 0]);
    const header = { subject_type: "", scheme: "", identifier: "" };
    const empty = await importRegister(db, [header], { source });
    expect([empty.state, exitCodeOf(empty)]).toEqual(["quarantined", 3]);
    for (const { provider } of listed) expect(await rowsOf(provider.id)).toHaveLength(1);
  });

  it("is not taken in twice by two who begin at the same time", async () => {
    const { db } = database;
    const { provider, row } = await aProvider();
    const source = unique("ministry");
    await importRegister(db, [row], { source });
    const meanwhile = async () => {
      await importRegister(db, [{ ...row, scope: "One" }], { source });
      return true;
    };
    const late = importRegister(db, [{ ...row, scope: "Two" }], {
      source,
      isConfirmed: false,
      desk: { ask: meanwhile },
    });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
    expect(await rowsOf(provider.id)).toHaveLength(2);
  });

  it("writes nothing on a dry run", async () => {
    const { db } = database;
    const { provider, row } = await aProvider();
    const report = await importRegister(db, [row], { isDryRun: true });
    expect([report.state, report.added]).toEqual(["dry-run", 1]);
    expect(await rowsOf(provider.id)).toEqual([]);
  });

  it("refuses a row that cannot be read, takes in the others, and does not take it for gone", async () => {
    const { db } = database;
    const [good, bad] = [await aProvider(), await aProvider()];
    const source = unique("ministry");
    await importRegister(db, [good.row, bad.row], { source });
    const report = await importRegister(db, [good.row, { ...bad.row, eqf: "nine", valid_to: "soon" }], {
      source,
    });
    expect([report.unchanged, report.refused, report.missing]).toEqual([1, 1, 0]);
    expect(
      report.notes.filter(({ severity }) => severity === "refuse").map(({ message }) => message),
    ).toEqual([
      'Row 3, column eqf: "nine" is no EQF level. Write 1 to 8.',
      'Row 3, column valid_to: "soon" is no date. Write it as 2027-01-31.',
    ]);
    expect((await rowsOf(bad.provider.id)).map(({ answer }) => answer)).toEqual(["found"]);
    const items = await db.select().from(importItems).where(sql`${importItems.outcome} = 'refused'`);
    expect(items.map(({ externalId }) => externalId)).toContain(`provider national:${bad.row.identifier}`);
  });

  it("keeps two authorisations of one provider apart, and moves a single one whose day is corrected", async () => {
    const { db } = database;
    const { provider, row } = await aProvider();
    const source = unique("ministry");
    const two = [
      { ...row, scope: "Adult learning", valid_from: "2024-01-01" },
      { ...row, scope: "Vocational learning", valid_from: "2025-01-01" },
    ];
    expect((await importRegister(db, two, { source })).added).toBe(2);
    const [first, second] = two;
    const moved = await importRegister(db, [first ?? row, { ...second, valid_from: "2025-02-01" }], {
      source,
    });
    expect([moved.unchanged, moved.changed, moved.missing]).toEqual([1, 1, 0]);
    const rows = await rowsOf(provider.id);
    expect(rows.map(({ validFrom, supersededBy }) => [validFrom, supersededBy !== null])).toEqual([
      ["2024-01-01", false],
      ["2025-01-01", true],
      ["2025-02-01", false],
    ]);
  });

  it("names offers by the feed they came from, and keeps what is not here until it is", async () => {
    const { db } = database;
    const feed = unique("feed");
    const sourceId = await insertSource(db, { name: feed });
    const body = await insertProvider(db);
    const credential = await insertCredential(db, {
      sourceId,
      externalId: "K-1",
      content: { awardingBodies: [body.id] },
    });
    const course = await insertCourse(db, { sourceId, externalId: "C-1", content: { provider: body.id } });
    const of = (subject_type: string, identifier: string) => ({
      subject_type,
      scheme: `source:${feed}`,
      identifier,
      name: identifier,
      eqf: "6",
    });
    const source = unique("qualifications");
    const report = await importRegister(
      db,
      [of("credential", "K-1"), of("course", "C-1"), of("qualification", "K-1"), of("course", "C-2")],
      { source },
    );
    expect(report.matching?.named).toEqual({ matched: 3, otherName: 0, proposed: 0, unmatched: 1 });
    expect(report.notes.filter(({ rule }) => rule === "not-in-catalogue")).toHaveLength(1);
    expect((await rowsOf(credential.id)).map(({ subject }) => subject.kind)).toEqual([
      "credential",
      "qualification",
    ]);
    expect((await rowsOf(course.id)).map(({ asserts }) => asserts.eqf)).toEqual([6]);
    const later = await insertCourse(db, { sourceId, externalId: "C-2", content: { provider: body.id } });
    expect(await rowsOf(later.id)).toHaveLength(1);
  });

  it("finds a provider that comes later, or gets its identifier later", async () => {
    const { db } = database;
    const value = unique("N");
    const name = unique("Coast College");
    await importRegister(db, [{ subject_type: "provider", scheme: "national", identifier: value, name }]);
    const provider = await insertProvider(db, {
      content: { legalName: { en: name }, identifiers: [national(value)] },
    });
    expect((await rowsOf(provider.id)).map(({ answer }) => answer)).toEqual(["found"]);
  });

  it("renews the search rows of the courses that rest on it, and of no others", async () => {
    const { db } = database;
    const { provider, row } = await aProvider();
    const other = await insertCourse(db);
    const own = await insertCourse(db, { content: { provider: provider.id } });
    const joint = await insertCredential(db, { content: { awardingBodies: [provider.id] } });
    const leading = await insertCourse(db, {
      content: { credentials: [{ credential: joint.id, needs: "this-course", neededCount: null }] },
    });
    const since = await lastChange(db);
    await importRegister(db, [row]);
    const indexed = await indexedSince(db, since);
    expect(indexed.sort()).toEqual([own.id, leading.id].sort());
    expect(indexed).not.toContain(other.id);
  });
});
