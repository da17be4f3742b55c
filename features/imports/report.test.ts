import { describe, expect, it } from "vitest";
import { course, feed, held, plan, provider } from "@/features/differences/surroundings.fixture";
import { countsOfRun, endingOf, exitCodeOf, reportLines, reportOf } from "./report";

const SOURCE = { name: "Pavia", format: "ugov" };
const P = provider("P");
const live = held(plan(feed([P, ...["A", "B", "C", "D", "E", "F"].map((id) => course(id))])));
const report = reportOf(
  plan(
    feed(
      [
        P,
        course("A", { eqf: 6 }),
        course("B", { eqf: 9 }),
        course("C", { outcomes: [] }),
        course("D"),
        course("E", { eqf: 7 }),
        course("G"),
      ],
      {
        notes: [
          { kind: "course", record: "E", field: null, rule: "odd", severity: "review", message: "Look." },
        ],
      },
    ),
    live,
  ),
  SOURCE,
);

describe("reportOf", () => {
  it("counts records, in all and by kind", () => {
    expect(report).toMatchObject({ added: 1, changed: 2, unchanged: 2, proposed: 1, refused: 1, missing: 1 });
    expect(report.byKind.provider).toEqual({
      added: 0,
      changed: 0,
      unchanged: 1,
      proposed: 0,
      refused: 0,
      missing: 0,
    });
    expect(countsOfRun(report)).toEqual({ added: 1, changed: 2, unchanged: 3, refused: 1, missing: 1 });
  });

  it("has a note for each finding, with record, field, rule and message", () => {
    expect(report.notes).toContainEqual({
      kind: "course",
      record: "B",
      field: "eqf",
      rule: "level-range",
      severity: "refuse",
      message: "EQF level 9 does not exist: levels are 1 to 8.",
    });
  });
});

describe("reportLines", () => {
  it("shows counts, changes field by field, refusals and notes", () => {
    const text = reportLines(report).join("\n");
    for (const part of [
      "Pavia (ugov)",
      "  changed          2  2 course",
      "Changed:\n  course A, Title of A\n    eqf: (not stated) -> 6",
      "Waiting for review, the published state stays:\n  course E, Title of E\n    eqf: (not stated) -> 7",
      "No longer in the feed, to be withdrawn:\n  course F, Title of F",
      "Refused:\n  course B, eqf: EQF level 9 does not exist",
      "To note:\n  outcomes-missing (1)\n    warn: course C, outcomes: No learning outcome",
    ])
      expect(text).toContain(part);
  });

  it("shortens long lists and says so", () => {
    const many = reportOf(
      plan(
        feed([
          P,
          ...Array.from({ length: 60 }, (_, i) => course(`new ${i}`, { eqf: 9 })),
          ...Array.from({ length: 9 }, (_, i) => course(`bare ${i}`, { outcomes: [] })),
        ]),
      ),
      SOURCE,
    );
    const lines = reportLines(many);
    expect(lines).toContain("  and 20 more (--json lists all)");
    expect(lines.filter((line) => line.includes("bare"))).toHaveLength(3);
  });
});

describe("exitCodeOf and endingOf", () => {
  it.each([
    ["something came in", reportOf(plan(feed([P])), SOURCE), 0],
    ["all was there already", reportOf(plan(feed([P]), held(plan(feed([P])))), SOURCE), 0],
    ["all was refused", reportOf(plan(feed([course("A")])), SOURCE), 1],
    ["the feed is empty", reportOf(plan(feed([])), SOURCE), 3],
    ["the feed lacks too much", reportOf(plan(feed([P, course("A")]), live), SOURCE), 3],
  ])("%s", (_name, given, code) => {
    expect(exitCodeOf(given)).toBe(code);
    expect(endingOf(given).startsWith("Quarantined. ")).toBe(code === 3);
  });
});
