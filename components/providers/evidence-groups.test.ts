import { describe, expect, it } from "vitest";
import { institutional, OF_BODY, programme, registration } from "@/features/evidence/evidence.fixture";
import type { Evidence } from "@/features/evidence/schema";
import { provider } from "@/features/trust/trust-case.fixture";
import { trustOf } from "@/features/trust/verdict";
import { groupEvidence } from "./evidence-groups";

const at = "2026-11-23";
const OF_PROVIDER = { kind: "provider", id: "provider" } as const;
type Given = Partial<Omit<Evidence, "asserts" | "source">>;
const reports = (count: number, given: Given = {}) =>
  Array.from({ length: count }, (_, i) =>
    programme({
      subject: OF_PROVIDER,
      ...given,
      id: `${i}${given.id ?? ""}`,
    }),
  );

const grouped = (rows: readonly Evidence[]) =>
  groupEvidence(rows, trustOf({ subject: provider(), records: rows, at }).reasons).map(
    ({ newest, rows: all, state }) => [newest.id, all.length, state],
  );

describe("the evidence of a provider", () => {
  it("takes many reports on programmes together, at the place of the newest", () => {
    const rows = [institutional(), ...reports(331), registration()];
    expect(grouped(rows)).toEqual([
      ["institutional", 1, "counts"],
      ["0", 331, "counts-not"],
      ["registration", 1, "counts"],
    ]);
    const [, group] = groupEvidence(rows, []);
    expect(group?.rows.map(({ id }) => id)).toEqual(reports(331).map(({ id }) => id));
  });

  it("leaves three of a kind, and what is no report, one by one", () => {
    expect(grouped(reports(3))).toHaveLength(3);
    expect(grouped(reports(4))).toHaveLength(1);
    const entries = Array.from({ length: 9 }, (_, i) => registration({ id: `${i}` }));
    expect(grouped(entries)).toHaveLength(9);
  });

  it.each([
    ["another agency", { issuer: { name: "Another Agency", id: null } }],
    ["another kind of review", { activity: "joint-programme" }],
    ["a voluntary review", { obligation: "voluntary" }],
    ["another decision", { decision: "with-conditions" }],
    ["a flag", { flag: "low" }],
    ["one that has ended", { validFrom: "2015-01-01", validTo: "2020-12-31" }],
    ["one about another body", { subject: OF_BODY }],
  ] as const)("keeps apart: %s", (_, given) => {
    const rows = [...reports(4), ...reports(4, { ...given, id: "other" })];
    expect(groupEvidence(rows, trustOf({ subject: provider(), records: rows, at }).reasons)).toHaveLength(2);
  });
});
