import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { searchNames } from "@/db/schema/search-names";
import { conceptFiles, ENGLISH, FINNISH, relationFiles, WELD } from "@/features/esco/files.fixture";
import { runEscoImport } from "@/features/esco/run-esco-import";
import type { InputFile } from "@/features/exchange/draft";
import { addSample, removeSample } from "@/features/sample/mutations";
import { testDatabase } from "@/tests/database";
import { NOW, TODAY } from "@/tests/factories";
import { nameAll } from "./mutations";

const folder = mkdtempSync(path.join(tmpdir(), "cairn-names-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function importEsco(files: readonly InputFile[]): Promise<void> {
  const address = path.join(mkdtempSync(path.join(folder, "esco-")), "v1.1.1");
  for (const { name, bytes } of files) {
    mkdirSync(path.dirname(path.join(address, name)), { recursive: true });
    writeFileSync(path.join(address, name), bytes);
  }
  await runEscoImport(
    database.db,
    {
      format: "esco",
      source: "ESCO",
      provider: null,
      isPartial: false,
      isDryRun: false,
      isConfirmed: true,
      isJson: false,
      dataDir: null,
      address,
    },
    { clock: () => NOW, today: TODAY, progress: () => {}, ask: null },
  );
}

const database = testDatabase();

const rows = async () =>
  (await database.db.select().from(searchNames)).map((row) => JSON.stringify(row)).sort();

/** The names as they are kept, once it is sure that writing them all anew would change nothing. */
async function keptNames(): Promise<string[]> {
  const kept = await rows();
  await database.db.transaction((tx) => nameAll(tx));
  expect(kept).toEqual(await rows());
  return kept;
}

describe("names", () => {
  it("follow the sample catalogue in and out", async () => {
    await addSample(database.db, { now: NOW });
    const names = await keptNames();
    for (const kind of ["course", "credential", "provider", "skill", "occupation"])
      expect(names.filter((row) => row.includes(`"kind":"${kind}"`)).length).toBeGreaterThan(5);
    await removeSample(database.db, { now: NOW });
    expect(await keptNames()).toEqual([]);
  });

  it("follow ESCO, in another language and under another name", async () => {
    const weldings = async () => (await keptNames()).filter((row) => row.includes(WELD)).join();
    await importEsco([...conceptFiles("en", ENGLISH), ...relationFiles()]);
    expect(await weldings()).toContain('"name":"weld metal"');
    await importEsco([
      ...conceptFiles("en", { ...ENGLISH, weld: "join metal" }),
      ...conceptFiles("fi", FINNISH),
      ...relationFiles(),
    ]);
    expect(await weldings()).toMatch(/"name":"join metal".*"name":"hitsata metallia"/);
    expect(await weldings()).not.toContain('"name":"weld metal"');
  });
});
