import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endProcess, identify, isAlive, type ProcessIdentity } from "@/lib/processes";
import { temporaryData } from "@/tests/temporary-data";
import { openEmbedded, stopAbandoned } from "./embedded";

const isRoot = process.geteuid?.() === 0;
const KILL = [["SIGKILL", 5_000]] as const;

let dataDir: string;
beforeAll(() => {
  dataDir = temporaryData();
});
afterAll(async () => {
  await stopAbandoned(dataDir);
  rmSync(dataDir, { recursive: true });
});

const open = () => openEmbedded({ dataDir });

async function ask<T extends postgres.Row>(url: string, query: string): Promise<T[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe<T[]>(query);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function postmaster(): ProcessIdentity {
  const pid = Number(readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  const found = identify(pid);
  if (!found) throw new Error(`No process ${pid}`);
  return found;
}

interface Program {
  started: boolean;
  appUrl: string;
  process: ChildProcess;
  leave(): Promise<unknown>;
  kill(): Promise<unknown>;
}

/** Another program on the same data folder. */
async function program(): Promise<Program> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(import.meta.dirname, "../tests/database-program.ts"), dataDir],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const exited = once(child, "exit");
  const [line] = await once(createInterface(child.stdout), "line");
  return {
    ...JSON.parse(line),
    process: child,
    leave() {
      child.stdin.end();
      return exited;
    },
    kill() {
      child.kill("SIGKILL");
      return exited;
    },
  };
}

describe("the embedded server", () => {
  it("starts in an empty folder, with two roles of which the web's owns nothing", async () => {
    const database = await open();
    expect(database.started).toBe(true);
    await ask(database.ownerUrl, "create table kept (id int)");
    await expect(ask(database.appUrl, "create table mine (id int)")).rejects.toThrow(/permission denied/);
    await database.stop();
    expect(database.isRunning()).toBe(false);
  });

  it("keeps its passwords in a private file, asks for them, and listens on this machine only", async () => {
    const database = await open();
    expect(statSync(path.join(dataDir, "postgres.json")).mode & 0o777).toBe(0o600);
    const guess = new URL(database.appUrl);
    guess.password = "cairn";
    await expect(ask(guess.href, "select 1")).rejects.toThrow(/password authentication failed/);
    const [row] = await ask(
      database.ownerUrl,
      "select current_setting('listen_addresses') as addresses, current_setting('password_encryption') as encryption",
    );
    expect(row).toEqual({ addresses: "127.0.0.1", encryption: "scram-sha-256" });
    await database.stop();
  });

  it("serves every program of the folder, and stops with the last of them", async () => {
    const first = await program();
    const second = await program();
    expect([first.started, second.started]).toEqual([true, false]);
    expect(second.appUrl).toBe(first.appUrl);
    const server = postmaster();
    await first.leave();
    expect(isAlive(server)).toBe(true);
    await second.leave();
    expect(isAlive(server)).toBe(false);
  });

  it("is taken over, and then stopped, where the program that started it was killed", async () => {
    const killed = await program();
    const server = postmaster();
    await killed.kill();
    const database = await open();
    expect(database.started).toBe(false);
    expect(postmaster()).toEqual(server);
    await database.stop();
    expect(isAlive(server)).toBe(false);
  });

  it("starts again after it was killed, with all that was acknowledged", async () => {
    const before = await program();
    await ask((await open()).ownerUrl, "insert into kept values (1)");
    await endProcess(postmaster(), KILL);
    await before.kill();
    const database = await open();
    expect(database.started).toBe(true);
    expect(await ask(database.ownerUrl, "select id from kept")).toEqual([{ id: 1 }]);
    await database.stop();
  });

  it("starts although its lock names a process that was given the same id since", async () => {
    writeFileSync(
      path.join(dataDir, "postgres/postmaster.pid"),
      `${process.pid}\n/elsewhere\n1\n5432\n\n127.0.0.1\n`,
    );
    const database = await open();
    expect(database.started).toBe(true);
    await database.stop();
  });

  it("starts although a killed program left the folder locked", async () => {
    symlinkSync("1 long ago", path.join(dataDir, "postgres.lock"));
    const database = await open();
    await database.stop();
  });

  it("moves to another port where its own was taken meanwhile, and remembers it", async () => {
    const portOf = async () => {
      const database = await open();
      await database.stop();
      return new URL(database.appUrl).port;
    };
    const port = await portOf();
    const taker = createServer().listen(Number(port), "127.0.0.1");
    await once(taker, "listening");
    const moved = await portOf();
    expect(moved).not.toBe(port);
    taker.close();
    expect(await portOf()).toBe(moved);
  });
});

describe("a data folder that cannot be used", () => {
  const inside = (name: string) => {
    const folder = path.join(dataDir, name);
    mkdirSync(folder);
    return folder;
  };
  const message = (folder: string) =>
    openEmbedded({ dataDir: folder }).then(
      () => "opened",
      (error: Error) => error.message,
    );

  it("of another major version is left alone and named", async () => {
    const folder = inside("older");
    mkdirSync(path.join(folder, "postgres"));
    writeFileSync(path.join(folder, "postgres/PG_VERSION"), "16\n");
    expect(await message(folder)).toBe(
      `${folder}/postgres holds the data of Postgres 16, and this Cairn brings Postgres 18: move the folder away, or run a Postgres 16 on it and set DATABASE_URL.`,
    );
  });

  it("that holds something else is left alone", async () => {
    const folder = inside("foreign");
    mkdirSync(path.join(folder, "postgres"));
    expect(await message(folder)).toMatch(/exists but holds no Postgres data/);
  });

  it("that is a file, or not ours to write, is named in one sentence", async () => {
    const file = path.join(dataDir, "file");
    writeFileSync(file, "");
    expect(await message(file)).toMatch(/^The data folder \S+ is not writable for you: .*$/);

    const folder = inside("read-only");
    execFileSync("chmod", ["500", folder]);
    if (isRoot) process.seteuid?.("nobody");
    try {
      expect(await message(folder)).toMatch(/^The data folder \S+ is not writable for you: .*$/);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  describe.each(["8m", "36m"])("on a disk of %s", (size) => {
    const disk = () => path.join(dataDir, `disk-${size}`);
    let mounted = false;
    beforeAll(() => {
      mkdirSync(disk());
      try {
        execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", disk()], { stdio: "ignore" });
        mounted = true;
      } catch {
        process.stdout.write("Only root can make a small disk: the full disk is not tested.\n");
      }
    });
    afterAll(() => {
      if (mounted) execFileSync("umount", [disk()]);
    });

    it("says that it is full", async (context) => {
      if (!mounted) context.skip();
      expect(await message(disk())).toBe(
        `The disk that holds ${disk()} is full: free some space and start again.`,
      );
    });
  });
});
