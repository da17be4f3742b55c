import { describe, expect, it } from "vitest";
import { keepRunning } from "./keep-running";

describe("keepRunning", () => {
  it("starts again what has ended or did not start, ever later, until it is told to stop", async () => {
    const stopping = new AbortController();
    const told: number[] = [];
    let starts = 0;
    const start = async () => {
      starts += 1;
      if (starts === 1) throw new Error("not yet");
      if (starts === 3) stopping.abort();
      return { exited: starts === 3 ? new Promise(() => {}) : Promise.resolve() };
    };
    await keepRunning(null, start, (seconds) => told.push(seconds), stopping.signal, 10);
    expect(starts).toBe(3);
    expect(told).toEqual([0.01, 0.02]);
  });
});
