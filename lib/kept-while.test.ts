import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeptWhile } from "./kept-while";

/** Reads the length of each key and remembers which were read. */
function reader() {
  const read: string[] = [];
  return {
    read,
    lengths: async (missing: readonly string[]) => {
      read.push(...missing);
      return new Map(missing.filter((key) => key !== "").map((key) => [key, key.length]));
    },
  };
}

describe("KeptWhile", () => {
  it("reads each key once while the state is the same", async () => {
    const { read, lengths } = reader();
    const kept = new KeptWhile<number>(10);
    expect(await kept.get("s", ["a", "bb", "a", ""], lengths)).toEqual(
      new Map([
        ["a", 1],
        ["bb", 2],
      ]),
    );
    expect(await kept.get("s", ["bb", "ccc"], lengths)).toEqual(
      new Map([
        ["bb", 2],
        ["ccc", 3],
      ]),
    );
    expect(read).toEqual(["a", "bb", "", "ccc"]);
  });

  it("reads all again in another state, and in one that comes again", async () => {
    const { read, lengths } = reader();
    const kept = new KeptWhile<number>(10);
    for (const state of ["s", "t", "s"]) await kept.get(state, ["a"], lengths);
    expect(read).toEqual(["a", "a", "a"]);
  });

  it("drops what was asked for longest ago", async () => {
    const { read, lengths } = reader();
    const kept = new KeptWhile<number>(2);
    for (const key of ["a", "b", "a", "c", "a", "b"]) await kept.get("s", [key], lengths);
    expect(read).toEqual(["a", "b", "c", "b"]);
  });

  it("never gives what was read before a write to one who asks after it", async () => {
    // Each step writes, or begins to ask, or lets the oldest question that waits be answered.
    const steps = fc.array(fc.constantFrom("write", "ask", "ask", "answer", "answer"), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const kept = new KeptWhile<number>(10);
        let version = 0;
        const waiting: (() => void)[] = [];
        const asked: Promise<void>[] = [];
        for (const step of all) {
          if (step === "write") version += 1;
          if (step === "answer") waiting.shift()?.();
          if (step === "ask") {
            const atLeast = version;
            // What is read is of the moment when the answer comes, or of any since the question: here the earliest.
            const read = async () => {
              const value = version;
              await new Promise<void>((resolve) => waiting.push(resolve));
              return new Map([["key", value]]);
            };
            asked.push(
              kept.get(String(version), ["key"], read).then((found) => {
                expect(found.get("key")).toBeGreaterThanOrEqual(atLeast);
              }),
            );
          }
          await Promise.resolve();
        }
        for (const resolve of waiting) resolve();
        await Promise.all(asked);
      }),
    );
  });
});
