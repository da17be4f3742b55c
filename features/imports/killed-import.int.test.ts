import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { importItems, importRuns } from "@/db/schema/sources";
import { loadRecords } from "@/features/changes/queries";
import { contentHash } from "@/features/differences/content-hash";
import { course, credential, feed, provider } from "@/features/differences/surroundings.fixture";
import { testDatabase } from "@/tests/database";
import { makeRun, TODAY } from "@/tests/factories";
import { DRAFTS } from "./drafts.fixture";
import { findSource } from "./queries";
import { importCourses } from "./run-import";

const ROUNDS = 5;
const COURSES = 250;
const ROOT = path.join(import.meta.dirname, "../..");
const PROGRAM = path.join(import.meta.dirname, "killed-import.fixture.ts");

const database = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "cairn-killed-"));
afterAll(() => rmSync(folder, { recursive: true }));

const address = path.join(folder, "feed.json");
const links = [{ credential: "K", needs: "all", neededCount: null }] as const;
const offers = Array.from({ length: COURSES }, (_, i) =>
  course(`${i}`, { runs: [makeRun({ externalId: "1" }), makeRun({ externalId: "2" })], credentials: links }),
);
writeFileSync(
  address,
  JSON.stringify(feed([provider("P"), credential("K", { awardingBodies: ["P"] }), ...offers])),
);

/** Imports in a process of its own; `killAfter` milliseconds of writing it is killed, null: never. */
async function importInProcess(source: string, killAfter: number | null): Promise<{ milliseconds: number }> {
  const child = spawn(
    process.execPath,
    [
      "--conditions=react-server",
      "--import",
      "./scripts/runtime.mjs",
      PROGRAM,
      database.url,
      address,
      source,
      TODAY,
    ],
    { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(child, "exit");
  const hasBegun = Promise.race([once(child.stdout, "data"), ended]);
  await hasBegun;
  const start = performance.now();
  if (killAfter !== null) {
    await Promise.race([wait(killAfter), ended]);
    child.kill("SIGKILL");
  }
  await ended;
  return { milliseconds: performance.now() - start };
}

async function importHere(source: string): Promise<void> {
  const command = {
    format: "drafts",
    address,
    source,
    provider: null,
    isPartial: false,
    isDryRun: false,
    isConfirmed: true,
    isJson: false,
    dataDir: null,
  };
  const clock = () => new Date();
  await importCourses(database.db, DRAFTS, command, { clock, today: TODAY, progress: () => {}, ask: null });
}

/** All that a source brought, without our ids and the time; null before it brought anything. */
async function contentOf(sourceName: string): Promise<string | null> {
  const { db } = database;
  const source = await findSource(db, sourceName);
  if (!source) return null;
  const { providers, credentials, courses } = await loadRecords(db, source.id);
  const nameOf = new Map([...providers, ...credentials].map(({ id, externalId }) => [id, externalId]));
  const items = (await db.select().from(importItems)).filter(({ sourceId }) => sourceId === source.id);
  const runs = (await db.select().from(importRuns)).filter(({ sourceId }) => sourceId === source.id);
  const said = [...providers, ...credentials, ...courses].map(({ kind, externalId, content }) => [
    kind,
    externalId,
    JSON.stringify(content, (_key, value) => nameOf.get(value) ?? value),
  ]);
  const applied = runs.filter(({ state }) => state === "applied").map(({ counts }) => counts);
  return contentHash([
    said,
    items.map(({ kind, externalId, outcome }) => `${kind} ${externalId} ${outcome}`).sort(),
    applied,
  ]);
}

describe("an import that is killed", () => {
  it("has applied nothing or all, and run again ends as one that was not", { timeout: 120_000 }, async () => {
    const { milliseconds } = await importInProcess("whole", null);
    const whole = await contentOf("whole");
    expect(whole).not.toBeNull();
    let cutShort = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const source = `killed ${round}`;
      await importInProcess(source, Math.random() * milliseconds * 0.8);
      const left = await contentOf(source);
      expect([null, whole]).toContain(left);
      if (left === null) cutShort++;
      await importHere(source);
      expect(await contentOf(source)).toBe(whole);
    }
    expect(cutShort).toBeGreaterThan(0);
  });
});
