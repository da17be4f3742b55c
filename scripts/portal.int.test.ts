import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { identify, isAlive, type ProcessIdentity } from "@/lib/processes";
import { testDatabase } from "@/tests/database";

const ROOT = path.join(import.meta.dirname, "..");
const PATIENCE = { timeout: 60_000, interval: 50 };

describe("the worker beside the portal", () => {
  const database = testDatabase();
  let launcher: ChildProcess | undefined;
  afterEach(() => {
    launcher?.kill("SIGKILL");
  });

  /** Starts it and waits until it works on the queue. */
  async function launch(): Promise<ChildProcess> {
    launcher = spawn(
      process.execPath,
      [
        ...["--conditions=react-server", "--import", "./scripts/runtime.mjs"],
        ...["tests/work-beside-program.ts", database.url],
      ],
      { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] },
    );
    await expect.poll(() => workerOf(launcher), PATIENCE).not.toBeNull();
    return launcher;
  }

  async function isWorking(): Promise<boolean> {
    await database.sql`select graphile_worker.add_job('tidy', job_key => 'test')`;
    const isDone = async () => {
      const [row] =
        await database.sql`select count(*)::int as n from graphile_worker.jobs where key = 'test'`;
      return row?.n;
    };
    await expect.poll(isDone, PATIENCE).toBe(0);
    return true;
  }
  const hasQueue = async () => {
    const [row] = await database.sql`select to_regclass('graphile_worker._private_jobs') is not null as has`;
    return row?.has;
  };

  it("is started again where it was killed, and ends with the portal", async () => {
    const portal = await launch();
    await expect.poll(hasQueue, PATIENCE).toBe(true);
    await isWorking();
    const first = workerOf(portal);
    if (!first) throw new Error("There is no worker");
    process.kill(first.pid, "SIGKILL");
    await expect.poll(() => workerOf(portal) !== null && !isAlive(first), PATIENCE).toBe(true);
    await isWorking();
    const second = workerOf(portal);
    expect(second?.pid).not.toBe(first.pid);
    const exited = once(portal, "exit");
    portal.kill("SIGTERM");
    expect((await exited)[0]).toBe(0);
    expect(second && isAlive(second)).toBe(false);
  });

  it("goes when the portal is killed", async () => {
    const portal = await launch();
    await isWorking();
    const worker = workerOf(portal);
    portal.kill("SIGKILL");
    await expect.poll(() => worker !== null && isAlive(worker), PATIENCE).toBe(false);
  });

  it("has none of the web server's secrets", async () => {
    const portal = await launch();
    const worker = workerOf(portal);
    const environment = readFileSync(`/proc/${worker?.pid}/environ`, "utf8").split("\0");
    expect(environment).toContain("MEILI_SEARCH_KEY=");
    expect(environment).toContain("DATABASE_OWNER_URL=");
  });
});

/** The child of this process that runs the worker. */
function workerOf(parent: ChildProcess | undefined): ProcessIdentity | null {
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const isChild = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] === String(parent?.pid);
      if (isChild && readFileSync(`/proc/${name}/cmdline`, "utf8").includes("scripts/worker.ts"))
        return identify(Number(name));
    } catch {
      // It has ended since it was listed.
    }
  }
  return null;
}
