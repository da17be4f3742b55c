import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { courses } from "@/db/schema/courses";
import { providers } from "@/db/schema/providers";
import { importItems, importRuns, sources } from "@/db/schema/sources";
import { course, credential, feed, provider } from "@/features/differences/surroundings.fixture";
import type { Draft, Note, Transformed } from "@/features/exchange/draft";
import { addDays } from "@/lib/dates";
import { testDatabase } from "@/tests/database";
import { insertProvider, insertSkill, NOW, TODAY, unique } from "@/tests/factories";
import { DRAFTS } from "./drafts.fixture";
import { exitCodeOf } from "./report";
import { importCourses, runImport } from "./run-import";
import type { Desk, ImportCommand } from "./schema";

const database = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "cairn-import-"));
afterAll(() => rmSync(folder, { recursive: true }));

let minutes = 0;
/** Each import begins a minute after the one before. */
const clock = () => new Date(NOW.getTime() + 60_000 * ++minutes);

/** A source of its own for each test, whose feed is a file that each import writes anew. */
function newSource() {
  const name = unique("feed");
  const address = path.join(folder, `${name}.json`);
  const run = (given: Transformed, options: Partial<ImportCommand> = {}, desk: Partial<Desk> = {}) => {
    writeFileSync(address, JSON.stringify(given));
    const command: ImportCommand = {
      format: "drafts",
      address,
      source: name,
      provider: null,
      isPartial: false,
      isDryRun: false,
      isConfirmed: true,
      isJson: false,
      dataDir: null,
      ...options,
    };
    return importCourses(database.db, DRAFTS, command, {
      clock,
      today: TODAY,
      progress: () => {},
      ask: null,
      ...desk,
    });
  };
  return { name, run };
}

async function stateOf(sourceName: string) {
  const { db } = database;
  const [source] = (await db.select().from(sources)).filter(({ name }) => name === sourceName);
  if (!source) return null;
  const ofSource = <R extends { sourceId: string }>(rows: R[]) =>
    rows.filter(({ sourceId }) => sourceId === source.id);
  return {
    courses: ofSource(await db.select().from(courses)),
    providers: ofSource(await db.select().from(providers)),
    items: ofSource(await db.select().from(importItems)),
    runs: ofSource(await db.select().from(importRuns)),
  };
}

const P = provider("P");
const six: Draft[] = ["A", "B", "C", "D", "E", "F"].map((id) => course(id));

describe("an import", () => {
  it("brings a feed in, and changes nothing the second time but the day of reading", async () => {
    const { name, run } = newSource();
    const skillId = await insertSkill(database.db);
    const outcomes = [{ text: { en: "Weld" }, skills: [{ skillId, method: "stated" as const }] }];
    const links = { credentials: [{ credential: "K", needs: "this-course", neededCount: null }] } as const;
    const given = feed([
      P,
      credential("K", { awardingBodies: ["P"], outcomes }),
      course("A", { outcomes, ...links }),
      course("B", { eqf: 9 }),
    ]);
    const first = await run(given);
    expect(first).toMatchObject({ added: 3, refused: 1, state: "applied", missing: 0 });
    expect(exitCodeOf(first)).toBe(0);
    const before = await stateOf(name);
    expect(before?.items.map(({ kind, outcome }) => `${outcome} ${kind}`)).toEqual([
      "added provider",
      "added credential",
      "added course",
      "refused course",
    ]);

    const second = await run(given, {}, { today: addDays(TODAY, 1) });
    expect(second).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 3,
      refused: 1,
      missing: 0,
      state: "unchanged",
    });
    const after = await stateOf(name);
    expect(after?.items).toEqual(before?.items);
    expect(after?.courses).toEqual(
      before?.courses.map((row) => ({ ...row, retrievedOn: addDays(TODAY, 1) })),
    );
    expect(after?.runs.map(({ state }) => state)).toEqual(["applied", "unchanged"]);
  });

  it("keeps what the source said of each changed record, and bumps that one alone", async () => {
    const { name, run } = newSource();
    await run(feed([P, course("A"), course("B")]));
    const report = await run(feed([P, course("A", { eqf: 6 }), course("B")]));
    expect(report).toMatchObject({ changed: 1, unchanged: 2 });
    expect(report.changes).toMatchObject([
      { record: "A", fields: [{ field: "eqf", before: "(not stated)", after: "6" }] },
    ]);
    const state = await stateOf(name);
    expect(
      state?.items.filter(({ outcome }) => outcome === "changed").map(({ externalId }) => externalId),
    ).toEqual(["A"]);
    expect(new Map(state?.courses.map(({ externalId, version }) => [externalId, version]))).toEqual(
      new Map([
        ["A", 2],
        ["B", 1],
      ]),
    );
  });

  it("withdraws what the feed no longer has, after the yes of a person", async () => {
    const { name, run } = newSource();
    await run(feed([P, ...six]));
    const shown: unknown[] = [];
    const ask = (answer: boolean) => async (difference: unknown) => {
      shown.push(difference);
      return answer;
    };
    const less = feed([P, ...six.slice(1)]);
    expect(await run(less, { isConfirmed: false }, { ask: ask(false) })).toMatchObject({
      state: "declined",
      missing: 1,
    });
    expect((await stateOf(name))?.courses.map(({ status }) => status)).toEqual(six.map(() => "published"));
    expect(await run(less, { isConfirmed: false }, { ask: ask(true) })).toMatchObject({ state: "applied" });
    const withdrawn = (await stateOf(name))?.courses.filter(({ status }) => status === "withdrawn");
    expect(withdrawn?.map(({ externalId }) => externalId)).toEqual(["A"]);
    expect(shown).toHaveLength(2);
    expect(shown[0]).toMatchObject({ changes: [{ outcome: "missing", record: "A" }] });
  });

  it.each([
    ["an empty feed", feed([])],
    ["one that lacks a third", feed([P, ...six.slice(2)])],
  ])("puts %s into quarantine and writes down only that", async (_name, given) => {
    const { name, run } = newSource();
    await run(feed([P, ...six]));
    const before = await stateOf(name);
    const report = await run(given);
    expect(exitCodeOf(report)).toBe(3);
    expect(report.state).toBe("quarantined");
    const after = await stateOf(name);
    expect(after).toMatchObject({ courses: before?.courses, items: before?.items });
    expect(after?.runs.map(({ state }) => state)).toEqual(["applied", "quarantined"]);
  });

  it("takes a part in and withdraws nothing", async () => {
    const { name, run } = newSource();
    await run(feed([P, ...six]));
    const report = await run(feed([course("A", { eqf: 6 })]), { isPartial: true });
    expect(report).toMatchObject({ changed: 1, missing: 0, state: "applied" });
    expect((await stateOf(name))?.courses.every(({ status }) => status === "published")).toBe(true);
  });

  it("leaves no trace of a dry run, nor of a source that brought nothing", async () => {
    const { name, run } = newSource();
    expect(await run(feed([P, course("A")]), { isDryRun: true })).toMatchObject({
      added: 2,
      state: "dry-run",
    });
    const refused = await run(feed([course("A")]));
    expect(refused).toMatchObject({ refused: 1, state: "refused" });
    expect(exitCodeOf(refused)).toBe(1);
    expect(exitCodeOf(await run(feed([])))).toBe(3);
    expect(await stateOf(name)).toBeNull();
  });

  it("keeps a change that needs review beside the published course, once", async () => {
    const { name, run } = newSource();
    await run(feed([P, course("A")]));
    const note: Note = {
      kind: "course",
      record: "A",
      field: null,
      rule: "odd",
      severity: "review",
      message: "Look at it.",
    };
    const odd = feed([P, course("A", { eqf: 6 })], { notes: [note] });
    const report = await run(odd);
    expect(report).toMatchObject({ proposed: 1, changed: 0, unchanged: 1, state: "unchanged" });
    await run(odd);
    const state = await stateOf(name);
    expect(state?.courses).toMatchObject([{ status: "published", version: 1, eqf: null }]);
    expect(state?.items.filter(({ outcome }) => outcome === "proposed")).toHaveLength(1);
  });

  it("lets two sources meet in one provider, by identifier", async () => {
    const [one, two] = [newSource(), newSource()];
    const identifiers = [{ scheme: "ror", value: unique("ror") }] as const;
    await one.run(feed([provider("P", { identifiers }), course("A")]));
    const report = await two.run(feed([provider("Q", { identifiers }), course("B", { provider: "Q" })]));
    expect(report).toMatchObject({ added: 1, unchanged: 1 });
    const [first, second] = [await stateOf(one.name), await stateOf(two.name)];
    expect(second?.providers).toEqual([]);
    expect(second?.courses[0]?.providerId).toBe(first?.providers[0]?.id);
    expect(
      await two.run(feed([provider("Q", { identifiers }), course("B", { provider: "Q" })])),
    ).toMatchObject({
      unchanged: 2,
      state: "unchanged",
    });
  });

  it("lets a stand-in go over to the source that knows better", async () => {
    const [one, two] = [newSource(), newSource()];
    const identifiers = [{ scheme: "national", value: unique("code") }] as const;
    const standIn = provider("code", { identifiers, identity: "placeholder" });
    const known = provider("U", { identifiers, legalName: { en: "University of Somewhere" } });
    await one.run(feed([standIn, course("A", { provider: "code" })]));
    const before = await stateOf(one.name);
    expect(await two.run(feed([known]))).toMatchObject({ changed: 1 });
    const after = await stateOf(two.name);
    expect(after?.providers).toMatchObject([
      { id: before?.providers[0]?.id, identity: "stated", slug: "university-of-somewhere" },
    ]);
    expect(await one.run(feed([standIn, course("A", { provider: "code" })]))).toMatchObject({
      state: "unchanged",
    });
  });

  it("takes the provider that the command line names, by identifier, slug or id", async () => {
    const value = unique("pic");
    const known = await insertProvider(database.db, { content: { identifiers: [{ scheme: "pic", value }] } });
    for (const words of [`pic:${value}`, known.slug, known.externalId]) {
      const { name, run } = newSource();
      await run(feed([course("A", { provider: words })]), { provider: words });
      expect((await stateOf(name))?.courses[0]?.providerId).toBe(known.id);
    }
    await expect(newSource().run(feed([course("A")]), { provider: "pic:nobody" })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining('No provider is known as "pic:nobody"'),
    });
  });

  it("refuses a source that holds another format", async () => {
    const { name, run } = newSource();
    await run(feed([P, course("A")]));
    const command = { format: "csv", address: folder, source: name } as const;
    const rest = {
      provider: null,
      isPartial: false,
      isDryRun: false,
      isConfirmed: true,
      isJson: false,
      dataDir: null,
    };
    await expect(
      runImport(database.db, { ...command, ...rest }, { clock, today: TODAY, progress: () => {}, ask: null }),
    ).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("holds drafts, not csv") });
  });

  it("gives way where another import of the source ended while it waited for its answer", async () => {
    const { name, run } = newSource();
    await run(feed([P, course("A")]));
    const ask = async () => {
      await run(feed([P, course("A", { eqf: 5 })]));
      return true;
    };
    const changed = feed([P, course("A", { eqf: 6 })]);
    await expect(run(changed, { isConfirmed: false }, { ask })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Another import of"),
    });
    expect((await stateOf(name))?.courses).toMatchObject([{ eqf: 5 }]);
  });

  it("takes in texts that a database cannot hold as they are", async () => {
    const { name, run } = newSource();
    const odd = { ...course("A", { title: { en: "a\u0000b\ud800c" } }), raw: { "x\u0000": "\udfff" } };
    expect(await run(feed([P, odd]))).toMatchObject({ added: 2 });
    expect((await stateOf(name))?.courses).toMatchObject([{ title: { en: "abc" } }]);
    expect(await run(feed([P, odd]))).toMatchObject({ state: "unchanged" });
  });

  it("takes in a word as long as a page, and texts as long as the rules allow", async () => {
    const { name, run } = newSource();
    const title = { en: "x".repeat(5_000) };
    const description = { en: Array.from({ length: 20_000 }, (_, i) => `w${i}`).join(" ") };
    expect(await run(feed([P, course("A", { title, description })]))).toMatchObject({ added: 2 });
    expect((await stateOf(name))?.courses).toMatchObject([{ slug: "x".repeat(80) }]);
  });

  it("lets no tax code reach the database", async () => {
    const { name, run } = newSource();
    const code = "RSSMRA85T10A562S";
    const personal = {
      ...course("A", { description: { en: `Ask ${code}` } }),
      raw: { codiceFiscale: code, docente: "Rossi", text: `by ${code}` },
    };
    await run(feed([P, personal]));
    const state = await stateOf(name);
    expect(JSON.stringify(state)).not.toContain(code);
    expect(JSON.stringify(state)).not.toContain("Rossi");
  });
});
