import { describe, expect, it } from "vitest";
import { course, credential, feed, held, outcomes, plan, provider } from "./surroundings.fixture";

const P = provider("P");

describe("planImport, what goes missing", () => {
  const six = ["A", "B", "C", "D", "E", "F"].map((id) => course(id));
  const live = held(plan(feed([P, ...six])));

  it("withdraws what a whole feed no longer has, once", () => {
    const planned = plan(feed([P, ...six.slice(0, 5)]), live);
    expect(planned.quarantine).toBeNull();
    expect(outcomes(planned).at(-1)).toBe("missing course F");
    expect(planned.items.at(-1)?.change?.after).toMatchObject({ status: "withdrawn" });
    const again = plan(feed([P, ...six.slice(0, 5)]), held(planned, live));
    expect(outcomes(again)).not.toContain("missing course F");
    expect(outcomes(plan(feed([P, ...six]), held(planned, live))).at(-1)).toBe("changed course F");
  });

  it("withdraws nothing for a part, nor for a list that holds less than it declares", () => {
    for (const planned of [
      plan(feed([P, ...six.slice(0, 2)]), live, true),
      plan(feed([P, ...six.slice(0, 2)], { isComplete: false }), live),
    ]) {
      expect(planned.quarantine).toBeNull();
      expect(outcomes(planned)).not.toContain("missing course F");
    }
  });

  it("does not count as missing what is refused, or what courses still lead to", () => {
    const withLink = (id: string) =>
      course(id, { credentials: [{ credential: "K", needs: "all", neededCount: null }] });
    const before = held(plan(feed([P, credential("K"), withLink("A")])));
    expect(outcomes(plan(feed([P, withLink("A")]), before))).toEqual([
      "unchanged provider P",
      "unchanged course A",
    ]);
    const refused = plan(feed([P, ...six.slice(0, 5), course("F", { eqf: 9 })]), live);
    expect(outcomes(refused).at(-1)).toBe("refused course F");
  });

  it.each([
    ["nothing in it", [], true],
    ["a third less", [P, ...six.slice(0, 4)], true],
    ["a sixth less", [P, ...six.slice(0, 5)], false],
  ])("puts a feed with %s into quarantine: %s", (_name, drafts, isQuarantined) => {
    expect(plan(feed(drafts), live).quarantine !== null).toBe(isQuarantined);
  });

  it("puts an empty part into quarantine too", () => {
    expect(plan(feed([]), live, true).quarantine).toContain("no record");
  });
});
