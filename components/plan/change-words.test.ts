import { describe, expect, it } from "vitest";
import type { Change } from "@/features/plan-conflicts/lift";
import { withChange } from "./change-words";
import { type PlanQuery, planAddress } from "./plan-form";

const query: PlanQuery = {
  target: "data",
  hold: [{ kind: "catalogue", slug: "statistics", month: null }],
  limits: { languages: ["fi"], budgetCents: 50_000, finishBy: "2028-01-01" },
};

const addressAfter = (change: Change) => {
  const changed = withChange(query, change);
  return changed && planAddress("en", changed);
};

describe("withChange", () => {
  it("is the same question with the one limit moved or lifted", () => {
    expect(addressAfter({ kind: "amount", constraint: "limit:budget", from: 50_000, to: 79_050 })).toBe(
      "/en/plan?target=data&hold=statistics&language=fi&budget=790.5&finish-by=2028-01-01",
    );
    expect(addressAfter({ kind: "lift", constraint: "limit:language" })).toBe(
      "/en/plan?target=data&hold=statistics&budget=500&finish-by=2028-01-01",
    );
    expect(addressAfter({ kind: "lift", constraint: "limit:certainty" })).toContain("&certainty=possible");
  });

  it("leaves the rules of a qualification to who may change them", () => {
    expect(addressAfter({ kind: "amount", constraint: "node:methods", from: 500, to: 300 })).toBeNull();
    expect(addressAfter({ kind: "lift", constraint: "recency" })).toBeNull();
    expect(addressAfter({ kind: "lift", constraint: "constructor" })).toBeNull();
  });
});
