import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { windowOf } from "./windows";

describe("a window", () => {
  it("holds exactly the slice that was asked for, on one page of the server", () => {
    fc.assert(
      fc.property(fc.nat(9_999), fc.integer({ min: 1, max: 1_000 }), (offset, limit) => {
        fc.pre(offset + limit <= 10_000);
        const { page, hitsPerPage, skip, take } = windowOf({ offset, limit });
        expect((page - 1) * hitsPerPage + skip).toBe(offset);
        expect(take).toBe(limit);
        expect(skip + take).toBeLessThanOrEqual(hitsPerPage);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is no larger than need be where the slice is a page", () => {
    expect(windowOf({ offset: 40, limit: 20 })).toEqual({ page: 3, hitsPerPage: 20, skip: 0, take: 20 });
    expect(windowOf({ offset: 3, limit: 20 })).toEqual({ page: 1, hitsPerPage: 23, skip: 3, take: 20 });
  });

  it("of nothing asks for no hits", () => {
    expect(windowOf({ offset: 5, limit: 0 })).toMatchObject({ hitsPerPage: 0, take: 0 });
  });
});
