import { describe, expect, it } from "vitest";
import {
  all,
  atLeast,
  held,
  item,
  pool,
  programme,
  source,
  TODAY,
} from "@/features/planning/programme.fixture";
import { auditAchievements } from "./audit";

describe("auditAchievements", () => {
  it("counts a course once: one of capstone and elective, never both", async () => {
    const version = programme(
      all(
        "root",
        atLeast("capstone", 1, item("capstone-a", "CS4100"), item("capstone-b", "CS4300")),
        pool("elective", 800, { tags: ["cs"] }),
        item("presentation", "THTR1170"),
      ),
    );
    const cs = (id: string) => held(id, { credits: 400, tags: ["cs"] });
    const audit = await auditAchievements(version, [cs("CS4100"), cs("CS4300")], [], TODAY);
    const met = audit?.nodes.filter(({ state }) => state === "met").map(({ node }) => node) ?? [];
    expect(["capstone", "elective"].filter((node) => met.includes(node))).toHaveLength(1);
    expect(audit?.countedCredits).toBe(800);
    expect(audit?.isProven).toBe(true);
    const items = audit?.counts.map(({ achievement }) => achievement) ?? [];
    expect(new Set(items).size).toBe(items.length);
  });

  it("keeps counted and possible apart, and an own item never counts", async () => {
    const version = programme(pool("pool", 1500, ["a", "b"]), {
      rules: [
        {
          id: "precedent",
          from: { providers: ["college"] },
          to: { node: "pool" },
          credits: 300,
          conditions: {},
          certainty: "precedent",
          decisionBody: "board",
          evidenceRequired: [{ en: "Transcript" }],
          validFrom: "2026-01-01",
          validTo: "2027-12-31",
          source,
        },
      ],
    });
    const audit = await auditAchievements(
      version,
      [
        held("a"),
        held("c", { providers: ["college"] }),
        held("own", { unit: null, isOwn: true, providers: ["college"] }),
      ],
      [],
      TODAY,
    );
    expect(audit).toMatchObject({ countedCredits: 800, possibleCredits: 300, isComplete: false });
    expect(audit?.counts.map(({ achievement, certainty }) => [achievement, certainty])).toEqual([
      ["a", "designed"],
      ["c", "precedent"],
    ]);
    expect(audit?.possible.map(({ achievement, certainty }) => [achievement, certainty])).toEqual([
      ["own", "possible"],
    ]);
    expect(audit?.wasted).toEqual([
      {
        achievement: "c",
        credits: 200,
        reasons: [{ code: "rule-awards-less", params: { rule: "precedent" } }],
      },
      {
        achievement: "own",
        credits: 200,
        reasons: [{ code: "rule-awards-less", params: { rule: "precedent" } }],
      },
    ]);
    expect(audit?.expires).toEqual([{ achievement: "c", leaf: "pool", on: "2027-12-31", because: "rule" }]);
  });
});
