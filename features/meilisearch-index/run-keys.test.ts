import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RUN_FACETS } from "@/features/search/engine";
import { chosenKeys, countChosenKeys, keyAttribute, RUN_SETS, runKeys } from "./run-keys";

const values = fc.subarray(["a", "b", "c"], { minLength: 1 });
const run = fc.record({ start: values, mode: values, price: values, country: values, language: values });

describe("the sets of facets of runs", () => {
  it("are all 31, each with an attribute of its own whatever the order", () => {
    expect(new Set(RUN_SETS.map(keyAttribute)).size).toBe(31);
    expect(keyAttribute(["language", "start"])).toBe(keyAttribute(["start", "language"]));
    expect(keyAttribute(["mode"])).toBe("run_mode");
  });
});

describe("the keys of a course", () => {
  it("hold a chosen one where one run has all that was chosen, and only there", () => {
    fc.assert(
      fc.property(
        fc.array(run, { minLength: 1, maxLength: 4 }),
        fc.subarray([...RUN_FACETS], { minLength: 1 }),
        run,
        (runs, set, chosen) => {
          const keys = runKeys({ runs })[keyAttribute(set)] ?? [];
          const asked = chosenKeys(set, chosen);
          const isOnOneRun = runs.some((one) =>
            set.every((facet) => one[facet].some((value) => chosen[facet].includes(value))),
          );
          expect(asked.some((key) => keys.includes(key))).toBe(isOnOneRun);
          expect(asked).toHaveLength(countChosenKeys(set, chosen));
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
