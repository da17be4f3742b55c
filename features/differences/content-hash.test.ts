import { describe, expect, it } from "vitest";
import { contentHash } from "./content-hash";

describe("contentHash", () => {
  it("does not depend on the order of keys, at any depth", () => {
    expect(contentHash({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(contentHash({ b: [{ d: 3, c: 2 }], a: 1 }));
  });

  it("depends on values and on the order of lists", () => {
    const hashes = [{ a: 1 }, { a: 2 }, { b: 1 }, [1, 2], [2, 1], null, "null"].map(contentHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
