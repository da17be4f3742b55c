import { expect, it } from "vitest";
import { NO_POLICY, type ProgrammeVersion, type RecognitionRule, type Requirement } from "./programme";
import { lintProgramme } from "./programme-lint";

const title = { en: "Part" };
const source = { url: "https://example.org", title: "Rules", retrievedOn: "2027-01-15" };
const item = (id: string, unit: string): Requirement => ({ kind: "item", id, title, unit });
const all = (...of: Requirement[]): Requirement => ({ kind: "all", id: "root", title, of });
const pool = (more: Partial<Extract<Requirement, { kind: "credits" }>>): Requirement => ({
  kind: "credits",
  id: "pool",
  title,
  minCredits: 500,
  from: { fields: ["06"] },
  ...more,
});
const rule = (more: Partial<RecognitionRule>): RecognitionRule => ({
  id: "r",
  from: {},
  to: { node: "a" },
  credits: "same",
  conditions: {},
  certainty: "agreement",
  decisionBody: "board",
  evidenceRequired: [],
  validFrom: "2026-01-01",
  validTo: null,
  source,
  ...more,
});

function lint(
  root: Requirement,
  more: Partial<ProgrammeVersion> = {},
  needs: Record<string, string[]> = {},
): string[] {
  const version: ProgrammeVersion = {
    qualification: "q",
    version: "1",
    title,
    awardingBodies: ["uni"],
    eqf: 7,
    totalCredits: 6_000,
    validFrom: "2026-01-01",
    validTo: null,
    changes: null,
    root,
    policy: NO_POLICY,
    rules: [],
    equivalences: [],
    source,
    ...more,
  };
  const context = { today: "2027-03-01", creditsOf: () => 200, needs: (unit: string) => needs[unit] ?? [] };
  return lintProgramme(version, context).map(({ severity, code, path }) => `${severity} ${code} ${path}`);
}

it("has nothing to say of a sound programme", () => {
  expect(lint(all(item("a", "a"), pool({})), { rules: [rule({})] })).toEqual([]);
});

it.each<[string, Requirement, Partial<ProgrammeVersion>, string]>([
  [
    "k larger than its children",
    all({ kind: "atLeast", id: "choice", title, k: 2, of: [item("a", "a")] }),
    {},
    "refuse k-larger-than-children root/choice",
  ],
  ["an empty pool", all(pool({ from: { units: [] } })), {}, "refuse empty-pool root/pool"],
  ["a pool from anything", all(pool({ from: {} })), {}, "refuse empty-pool root/pool"],
  [
    "a minimum out of reach",
    all(pool({ from: { units: ["a", "b"] } })),
    {},
    "refuse unreachable-minimum root/pool",
  ],
  [
    "more items than are listed",
    all(pool({ minCredits: 0, minItems: 3, from: { units: ["a", "b"] } })),
    {},
    "refuse unreachable-minimum root/pool",
  ],
  [
    "a maximum below the minimum",
    all(item("a", "a"), pool({ maxCredits: 400 })),
    {},
    "refuse maximum-below-minimum root/pool",
  ],
  ["a total out of reach", pool({ maxCredits: 1_000 }), {}, "refuse unreachable-total pool"],
  ["a part named twice", all(item("a", "a"), item("a", "b")), {}, "refuse duplicate-node root/a"],
  ["a qualification that needs itself", all(item("a", "q")), {}, "refuse cycle root/a"],
  ["the same over another", all(item("a", "between")), {}, "refuse cycle root/a"],
  [
    "a level minimum above the total",
    all(item("a", "a")),
    { policy: { ...NO_POLICY, levelMinima: [{ eqf: 7, credits: 6_001 }] } },
    "refuse level-minimum-above-total policy",
  ],
  [
    "a residency above the total",
    all(item("a", "a")),
    { policy: { ...NO_POLICY, residency: { minFromAwardingBody: 6_001 } } },
    "refuse residency-minimum-above-total policy",
  ],
  [
    "an expired rule",
    all(item("a", "a")),
    { rules: [rule({ validTo: "2027-02-28" })] },
    "warn rule-expired rules/r",
  ],
  [
    "a rule to nowhere",
    all(item("a", "a")),
    { rules: [rule({ to: { node: "b" } })] },
    "refuse unknown-node rules/r",
  ],
  [
    "a rule to an inner part",
    all(item("a", "a")),
    { rules: [rule({ to: { node: "root" } })] },
    "refuse rule-to-inner-node rules/r",
  ],
  [
    "two rules of one name",
    all(item("a", "a")),
    { rules: [rule({}), rule({})] },
    "refuse duplicate-rule rules/r",
  ],
  ["sharing left open", all(item("a", "x"), item("b", "x")), {}, "warn undefined-sharing root/a"],
  [
    "sharing declared twice",
    all(item("a", "x"), item("b", "x")),
    {
      policy: {
        ...NO_POLICY,
        sharing: [
          { between: ["a", "b"], mode: "allow" },
          { between: ["b", "a"], mode: "forbid" },
        ],
      },
    },
    "refuse sharing-declared-twice policy",
  ],
  [
    "sharing with a part that is not there",
    all(item("a", "x")),
    { policy: { ...NO_POLICY, sharing: [{ between: ["a", "z"], mode: "allow" }] } },
    "refuse unknown-node policy",
  ],
  [
    "validity that ends first",
    all(item("a", "x")),
    { validTo: "2025-01-01" },
    "refuse validity-ends-before-it-starts validTo",
  ],
])("finds %s", (_, root, more, finding) => {
  expect(lint(root, more, { between: ["further"], further: ["q"] })).toEqual([finding]);
});

it("warns of units that ask for each other in a circle", () => {
  const unit = (id: string) => ({ kind: "unit" as const, unit: id });
  const asks = (from: string, ...of: string[]) => ({
    unit: from,
    requires: { kind: "all" as const, of: of.map(unit) },
  });
  const found = (prerequisites: ProgrammeVersion["prerequisites"]) =>
    lint(pool({}), prerequisites ? { prerequisites } : {});
  expect(found([asks("a", "b"), asks("b", "c"), asks("c", "a"), asks("d", "a")])).toEqual(
    Array.from({ length: 3 }, () => "warn prerequisite-cycle prerequisites"),
  );
  expect(found([asks("a", "b", "c"), asks("b", "c")])).toEqual([]);
});
