import { describe, expect, it } from "vitest";
import { institutional, registration } from "@/features/evidence/evidence.fixture";
import type { Evidence } from "@/features/evidence/schema";
import { provider } from "@/features/trust/trust-case.fixture";
import { trustOf } from "@/features/trust/verdict";
import { evidenceState } from "./evidence-state";

const at = "2026-11-23";
const stateOf = (row: Evidence, others: readonly Evidence[] = []) =>
  evidenceState(trustOf({ subject: provider(), records: [row, ...others], at }).reasons, row.id);

describe("how a record stands", () => {
  it.each([
    ["counts", institutional()],
    ["ended", institutional({ validFrom: "2015-01-01", validTo: "2020-12-31" })],
    ["ahead", institutional({ validFrom: "2027-01-01", validTo: "2030-12-31" })],
    ["against", institutional({ decision: "negative" })],
    ["counts-not", institutional({ flag: "high" })],
  ])("is %s", (state, row) => {
    expect(stateOf(row)).toBe(state);
  });

  it("counts where another record speaks first", () => {
    expect(stateOf(registration({ id: "second" }), [institutional()])).toBe("counts");
  });

  it("is not known of a record that the verdict does not rest on", () => {
    expect(evidenceState([], "other")).toBeNull();
  });
});
