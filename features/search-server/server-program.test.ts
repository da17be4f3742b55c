import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { isHealthy } from "@/features/meilisearch/meilisearch-engine";
import { identify, isAlive } from "@/lib/processes";
import { ROOT, RUNTIME, STAND_IN, testPrograms } from "./programs.fixture";
import { startMeilisearch } from "./server-program";

const masterKey = "a-master-key-for-a-test";
const { newFolder, program } = testPrograms();

async function until(isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 1_000 && !isTrue(); i++) await wait(20);
  expect(isTrue()).toBe(true);
}

describe("a server that is started", () => {
  it("answers, and has ended when it was stopped", async () => {
    const server = await startMeilisearch({ program: program(STAND_IN), dataDir: newFolder(), masterKey });
    expect(server.isRunning()).toBe(true);
    expect(await isHealthy(server.url)).toBe(true);
    expect(new URL(server.url).hostname).toBe("127.0.0.1");
    await server.stop();
    expect(server.isRunning()).toBe(false);
    expect(await isHealthy(server.url)).toBe(false);
    await server.stop();
  });

  it("has its key where no other user of the machine reads it", async () => {
    const server = await startMeilisearch({ program: program(STAND_IN), dataDir: newFolder(), masterKey });
    const commandLine = `/proc/${server.process.pid}/cmdline`;
    if (existsSync(commandLine)) expect(readFileSync(commandLine, "utf8")).not.toContain(masterKey);
    await server.stop();
  });

  it("is known to have ended when it was killed", async () => {
    const server = await startMeilisearch({ program: program(STAND_IN), dataDir: newFolder(), masterKey });
    process.kill(server.process.pid, "SIGKILL");
    await until(() => !server.isRunning());
    await server.stop();
  });

  it("ends when the program that started it is killed", async () => {
    const { child, server } = await startInChild(program(STAND_IN), newFolder());
    child.kill("SIGKILL");
    await until(() => !isAlive(server));
  });

  it("ends what is left over from an earlier run on the same data", async () => {
    const dataDir = newFolder();
    const file = program(STAND_IN);
    const first = await startMeilisearch({ program: file, dataDir, masterKey });
    const second = await startMeilisearch({ program: file, dataDir, masterKey });
    expect(first.isRunning()).toBe(false);
    await second.stop();
  });
});

describe("a server that does not start", () => {
  it.each([
    ["is not there", () => path.join(newFolder(), "nowhere")],
    ["ends at once", () => program("echo 'The disk is on fire' >&2; exit 1")],
  ])("since it %s is unavailable", async (_why, file) => {
    const starting = startMeilisearch({ program: file(), dataDir: newFolder(), masterKey });
    await expect(starting).rejects.toMatchObject({ code: "unavailable" });
  });

  it("says why", async () => {
    const file = program("echo 'The disk is on fire' >&2; exit 1");
    await expect(startMeilisearch({ program: file, dataDir: newFolder(), masterKey })).rejects.toThrow(
      "The disk is on fire",
    );
  });

  it("since its data are of another version starts without them: they are a copy", async () => {
    const dataDir = newFolder();
    const data = path.join(dataDir, "meilisearch/data");
    mkdirSync(data, { recursive: true });
    writeFileSync(path.join(data, "VERSION"), "1.0.0");
    const complaint =
      "Your database version (1.0.0) is incompatible with your current engine version (1.50.0).";
    const file = program(`[ -f "${data}/VERSION" ] && { echo "${complaint}" >&2; exit 1; }\n${STAND_IN}`);
    const server = await startMeilisearch({ program: file, dataDir, masterKey });
    expect(existsSync(path.join(data, "VERSION"))).toBe(false);
    await server.stop();
  });
});

/** Starts a server in another program, which can be killed. */
async function startInChild(file: string, dataDir: string) {
  const code = `
    const { startMeilisearch } = await import(${JSON.stringify(path.join(import.meta.dirname, "server-program.ts"))});
    const server = await startMeilisearch(${JSON.stringify({ program: file, dataDir, masterKey })});
    process.stdout.write(String(server.process.pid));
    setInterval(() => {}, 1_000);`;
  const child: ChildProcess = spawn(
    process.execPath,
    ["--import", RUNTIME, "--input-type=module", "-e", code],
    {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const said = await new Promise<string>((resolve) =>
    child.stdout?.once("data", (chunk) => resolve(String(chunk))),
  );
  const server = identify(Number(said));
  if (server === null) throw new Error(`No server has the id ${said}`);
  return { child, server };
}
