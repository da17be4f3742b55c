import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { evidenceFor } from "@/features/evidence/queries";
import { testDatabase } from "@/tests/database";
import { insertProvider } from "@/tests/factories";

const ROOT = path.join(import.meta.dirname, "..");
const database = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "cairn-match-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(script: string, ...args: string[]) {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "./scripts/runtime.mjs", `scripts/${script}.ts`, ...args],
    { cwd: ROOT, env: { ...process.env, DATABASE_URL: database.url }, stdio: ["ignore", "pipe", "pipe"] },
  );
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { code, stdout, stderr };
}

describe("npm run import -- register, npm run match", () => {
  it("say who is proposed, and let a person decide", async () => {
    const provider = await insertProvider(database.db, {
      content: {
        legalName: { en: "Harbour Institute" },
        identifiers: [{ scheme: "national", value: "N-1" }],
      },
    });
    const file = path.join(folder, "list.csv");
    writeFileSync(file, "subject_type,scheme,identifier,name\nprovider,national,N-1,Quite another school\n");
    const imported = await run("import", "register", file, "--source", "Ministry", "--yes", "--json");
    expect([imported.code, JSON.parse(imported.stdout)]).toEqual([
      0,
      expect.objectContaining({
        added: 1,
        matching: expect.objectContaining({ providers: expect.objectContaining({ otherName: 1 }) }),
      }),
    ]);

    const listed = await run("match", "list", "--json");
    const [proposal] = JSON.parse(listed.stdout);
    expect(proposal).toMatchObject({ ground: "identifier", record: { id: provider.id } });
    expect((await run("match", "list")).stdout).toContain("claims its identifier under another name");
    expect((await run("match", "accept", proposal.id)).code).toBe(0);
    const rows = (await evidenceFor(database.db, [provider.id])).get(provider.id);
    expect(rows?.map(({ answer }) => answer)).toEqual(["found"]);
    expect((await run("match", "list")).stdout).toContain("Nothing waits");

    expect((await run("match", "accept", provider.id)).code).toBe(1);
    expect((await run("match", "accept", "1")).code).toBe(2);
    expect((await run("match", "list", "--nonsense")).code).toBe(2);
  });
});
