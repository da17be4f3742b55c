import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { unavailable } from "./errors";
import { endProcess, freePort, identify, isAlive, isPortFree, requireFreePort, self } from "./processes";

function program(code: string) {
  return spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });
}

describe("identify", () => {
  it("knows a live process, and that another with its id is not it", () => {
    expect(identify(process.pid)).toEqual(self());
    expect(isAlive(self())).toBe(true);
    expect(isAlive({ pid: process.pid, startedAt: "long ago" })).toBe(false);
  });

  it("knows nobody once the process has ended", async () => {
    const child = program("");
    await once(child, "exit");
    expect(identify(child.pid ?? 0)).toBeNull();
  });

  it("takes a process that ended and was not collected for ended", async () => {
    const parent = spawn("sh", ["-c", "true & echo $!; exec sleep 60"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(parent.stdout, "data");
    await expect.poll(() => identify(Number(line))).toBeNull();
    parent.kill();
    await once(parent, "exit");
  });
});

describe("endProcess", () => {
  it("goes to the next signal where one does not work", async () => {
    const child = program("process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000);");
    await once(child.stdout, "data");
    const who = identify(child.pid ?? 0);
    if (!who) throw new Error("The child has gone");
    expect(await endProcess(who, [["SIGTERM", 50]])).toBe(false);
    expect(
      await endProcess(who, [
        ["SIGTERM", 50],
        ["SIGKILL", 5_000],
      ]),
    ).toBe(true);
  });

  it("leaves a process alone that was given the same id", async () => {
    expect(await endProcess({ pid: process.pid, startedAt: "long ago" }, [["SIGKILL", 0]])).toBe(true);
  });
});

describe("a port in use", () => {
  it("is told in one sentence", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    expect(await isPortFree(port)).toBe(false);
    await expect(requireFreePort(port, "127.0.0.1")).rejects.toThrow(
      unavailable(
        `Port ${port} is in use: stop the program that has it, or choose another with --port NUMBER.`,
      ),
    );
    const patient = requireFreePort(port, "127.0.0.1", 5_000);
    server.close();
    await expect(patient).resolves.toBeUndefined();
  });

  it("is not one that freePort gives", async () => {
    await expect(requireFreePort(await freePort(), "127.0.0.1")).resolves.toBeUndefined();
  });

  it("is told from an address of another machine", async () => {
    await expect(requireFreePort(0, "192.0.2.1")).rejects.toThrow(
      "HOST=192.0.2.1 is not an address of this machine.",
    );
  });
});
