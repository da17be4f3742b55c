import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { getPriority } from "node:os";
import { createInterface } from "node:readline";
import { describe, expect, it, onTestFinished } from "vitest";
import { letGiveWay } from "./give-way";

/** A session with two processes that wait for their end: the one that leads it, and one that was started by that. */
async function session(): Promise<{ leader: number; member: number }> {
  const child = spawn("sh", ["-c", "sleep 60 & echo $!; wait"], {
    detached: true,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const leader = child.pid ?? Number.NaN;
  onTestFinished(() => void process.kill(-leader, "SIGKILL"));
  const [line] = await once(createInterface(child.stdout), "line");
  return { leader, member: Number(line) };
}

const groupPriority = (pid: number): number =>
  Number(/nice (-?\d+)/.exec(readFileSync(`/proc/${pid}/autogroup`, "utf8"))?.[1]);

describe("a process that gives way", () => {
  it("has a lower priority than before", async () => {
    const { member } = await session();
    const before = getPriority(member);
    letGiveWay(member);
    expect(getPriority(member)).toBe(Math.min(19, before + 10));
  });

  it.skipIf(!existsSync("/proc/self/autogroup"))("does so with its session, where it leads one", async () => {
    const { leader, member } = await session();
    letGiveWay(member);
    expect(groupPriority(leader)).toBe(0);
    letGiveWay(leader);
    expect(groupPriority(leader)).toBe(10);
  });

  it("may be gone", () => {
    expect(() => letGiveWay(2 ** 22 + 1)).not.toThrow();
  });
});
