import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { applyChange } from "@/features/changes/mutations";
import { exitCodeOf } from "@/features/imports/report";
import { testDatabase } from "@/tests/database";
import { ACTOR, insertCredential, insertSource, MOMENT, NOW, TODAY, unique } from "@/tests/factories";
import { findPathway, listPathways } from "./queries";
import { runPathwayImport } from "./run-pathway-import";

const database = testDatabase();

let minutes = 0;

async function importPathways(source: string, documents: readonly unknown[]) {
  const folder = mkdtempSync(path.join(tmpdir(), "cairn-pathways-"));
  try {
    for (const [index, document] of documents.entries())
      writeFileSync(path.join(folder, `${index}.json`), JSON.stringify(document));
    const command = {
      format: "pathway",
      address: folder,
      source,
      provider: null,
      isPartial: false,
      isDryRun: false,
      isConfirmed: true,
      isJson: false,
      dataDir: null,
    };
    return await runPathwayImport(database.db, command, {
      clock: () => new Date(NOW.getTime() + 60_000 * ++minutes),
      today: TODAY,
      progress: () => {},
      ask: null,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function makePathway() {
  const { db } = database;
  const name = unique("pathway-catalogue");
  const sourceId = await insertSource(db, { name });
  const credential = await insertCredential(db, { sourceId });
  const target = { source: name, externalId: credential.externalId };
  const document = {
    format: "cairn-pathway/1",
    id: unique("into-data"),
    version: "1",
    title: { en: "Into data work" },
    summary: null,
    leadsTo: null,
    maintainers: [{ name: "Guidance centre", url: null }],
    checkedOn: "2026-11-01",
    steps: [
      {
        id: "first",
        target,
        alternatives: [
          { text: { en: "A course at work" } },
          { target: { source: "elsewhere", externalId: "X" } },
        ],
        reason: { en: "It comes first." },
      },
      { id: "second", target, alternatives: [], reason: { en: "It comes next." } },
    ],
  };
  return { credential, document, source: unique("pathways") };
}

describe("an import of curated pathways", () => {
  it("puts a pathway in once, brings it up to date, and names what is not here", async () => {
    const { document, source, credential } = await makePathway();
    const first = await importPathways(source, [document]);
    expect([first.state, first.added, exitCodeOf(first)]).toEqual(["applied", 1, 0]);
    expect(first.notes.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["hint not-in-catalogue"]);
    expect((await importPathways(source, [document])).state).toBe("unchanged");

    const changed = { ...document, version: "2", checkedOn: "2026-11-20" };
    const second = await importPathways(source, [changed]);
    expect(second.changes[0]?.fields.map(({ field }) => field).toSorted()).toEqual(["checkedOn", "version"]);
    const found = await findPathway(document.id, { db: database.db });
    expect(found).toMatchObject({ slug: document.id, version: "2", checkedOn: "2026-11-20" });
    expect(found?.steps[0]).toMatchObject({
      choice: { kind: "record", record: { id: credential.id, isOffered: true } },
      alternatives: [{ kind: "text" }, { kind: "record", record: { kind: "elsewhere" } }],
      isDead: false,
    });
    const { pathways } = await listPathways({ page: 1, pageSize: 100 }, database.db);
    expect(pathways.map(({ slug }) => slug)).toContain(document.id);
  });

  it("flags a step of which nothing is offered any more, unless another way is left", async () => {
    const { document, source, credential } = await makePathway();
    await importPathways(source, [document]);
    const after = { ...credential, status: "withdrawn" } as const;
    await database.db.transaction((tx) =>
      applyChange(tx, ACTOR, { kind: "credential", before: credential, after }, MOMENT),
    );
    const found = await findPathway(document.id, { db: database.db });
    expect(found?.steps.map(({ isDead }) => isDead)).toEqual([false, true]);
  });

  it("refuses what the schema refuses, an id used twice, and one of another source", async () => {
    const { document, source } = await makePathway();
    await importPathways(source, [document]);
    const [step] = document.steps;
    const report = await importPathways(unique("others"), [
      document,
      { ...document, id: "two-targets", steps: [{ ...step, text: { en: "Both" } }] },
      { ...document, id: "fresh" },
      { ...document, id: "fresh", version: "9" },
    ]);
    expect([report.added, report.refused]).toEqual([1, 3]);
    const refusals = report.notes.filter(({ severity }) => severity === "refuse");
    expect(refusals.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      "id-taken id",
      "field-invalid steps.0",
      "id-used-twice id",
    ]);
  });
});
