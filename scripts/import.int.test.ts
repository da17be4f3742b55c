import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";

const ROOT = path.join(import.meta.dirname, "..");
const database = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "cairn-command-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as a script would, without a terminal. */
async function run(...args: string[]) {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "./scripts/runtime.mjs", "scripts/import.ts", ...args],
    { cwd: ROOT, env: { ...process.env, DATABASE_URL: database.url }, stdio: ["ignore", "pipe", "pipe"] },
  );
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { code, stdout, stderr };
}

const HEADER =
  "course_id,title_en,default_language,provider_id,provider_name_en,provider_default_language,provider_country";
function writeCourses(name: string, rows: readonly string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, `${[HEADER, ...rows].join("\n")}\n`);
  return file;
}
const row = (id: number, country = "FI") => `C-${id},Course ${id},en,P-1,Institute,en,${country}`;

describe("npm run import", () => {
  it("prints one JSON object and nothing else, and answers 0 when something came in or was there already", async () => {
    const file = writeCourses(
      "whole.csv",
      [1, 2, 3, 4, 5, 6].map((id) => row(id)),
    );
    for (const expected of [
      { added: 7, unchanged: 0 },
      { added: 0, unchanged: 7 },
    ]) {
      const { code, stdout } = await run("csv", file, "--source", "institute", "--yes", "--json");
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        ...expected,
        changed: 0,
        refused: 0,
        missing: 0,
        notes: expect.any(Array),
      });
    }
    const lost = await run("csv", writeCourses("lost.csv", [row(1)]), "--source", "institute", "--yes");
    expect(lost.code).toBe(3);
    expect(lost.stdout).toContain("Quarantined. The feed lacks 5 of the 6 courses");
  });

  it("answers 1 where all was refused, in words for a person", async () => {
    const { code, stdout } = await run("csv", writeCourses("bad.csv", [row(1, "nowhere")]), "--yes");
    expect(code).toBe(1);
    expect(stdout).toMatch(/Refused:\n {2}provider P-1/);
    expect(stdout).toContain("Everything was refused");
  });

  it.each([
    ["no path", ["csv"]],
    ["an unknown format", ["dance", "x", "--yes"]],
    ["an unknown option", ["csv", "x", "--dance"]],
    ["nobody to ask", ["csv", "x"]],
    ["a path to nothing", ["csv", "/nowhere/at/all.csv", "--yes"]],
    ["an address inside", ["csv", "http://127.0.0.1/feed.csv", "--yes", "--json"]],
  ])("answers 2 and one sentence for %s", async (_name, args) => {
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
