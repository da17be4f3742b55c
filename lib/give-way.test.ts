import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { getPriority } from "node:os";
import { describe, expect, it, onTestFinished } from "vitest";
import { letGiveWay } from "./give-way";

/** A process that waits for its end. */
function idler({ detached }: { detached: boolean }): number {
  const child = spawn("sleep", ["60"], { detached, stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child.pid ?? Number.NaN;
}

const groupPriority = (pid: number): number =>
  Number(/nice (-?\d+)/.exec(readFileSync(`/proc/${pid}/autogroup`, "utf8"))?.[1]);

describe("a process that gives way", () => {
  it("has a lower priority than before", () => {
    const pid = idler({ detached: false });
    const before = getPriority(pid);
    letGiveWay(pid);
    expect(getPriority(pid)).toBe(Math.min(19, before + 10));
  });

  it.skipIf(!existsSync("/proc/self/autogroup"))("does so with its session, where that is its own", () => {
    const [alone, among] = [idler({ detached: true }), idler({ detached: false })];
    const before = groupPriority(among);
    for (const pid of [alone, among]) letGiveWay(pid);
    expect(groupPriority(alone)).toBe(10);
    expect(groupPriority(among)).toBe(before);
  });

  it("may be gone", () => {
    expect(() => letGiveWay(2 ** 22 + 1)).not.toThrow();
  });
});
