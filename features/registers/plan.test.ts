import { array, assert, constantFrom, property, record, uniqueArray } from "fast-check";
import { describe, expect, it } from "vitest";
import { type EvidenceDraft, PLAIN_FACTS } from "@/features/evidence/draft";
import { namedSubject } from "@/features/matches/subjects";
import { contentHashOf, type HeldEvidence, planEvidence } from "./plan";
import { type EvidenceReading, noteOn, type ReadRecord } from "./reading";

const TODAY = "2026-11-25";

type Facts = Partial<EvidenceDraft["facts"]>;

const draft = (name: string, facts: Facts = {}, part = ""): EvidenceDraft => ({
  record: name,
  part,
  subject: namedSubject("provider", { scheme: "national", value: name }),
  facts: { ...PLAIN_FACTS, kind: "national-register", ...facts },
  issuer: { name: "Ministry", body: null },
  developedBy: [],
  assuredBy: [],
  awardedBy: [],
  sourceClass: "authoritative",
  wordOf: null,
  retrievedOn: TODAY,
});
const read = (given: EvidenceDraft, more: Partial<ReadRecord> = {}): ReadRecord => ({
  draft: given,
  title: given.record,
  raw: null,
  notes: [],
  ...more,
});
const hold = (given: EvidenceDraft): HeldEvidence => ({
  id: `row of ${given.record} ${given.part}`,
  contentHash: contentHashOf(given),
  draft: given,
});
const reading = (records: readonly ReadRecord[], more: Partial<EvidenceReading> = {}): EvidenceReading => ({
  records,
  refused: [],
  notes: [],
  scope: "all",
  ...more,
});
const WHOLE = { isPartial: false, today: TODAY };
const outcomes = (...given: Parameters<typeof planEvidence>) =>
  planEvidence(...given).items.map(({ outcome, record }) => `${outcome} ${record}`);

describe("a plan for evidence", () => {
  it("adds, changes, leaves and lets lapse", () => {
    const held = ["A", "B", "C"].map((name) => hold(draft(name)));
    const plan = planEvidence(
      reading([read(draft("A")), read(draft("B", { decision: "negative" })), read(draft("D"))]),
      held,
      WHOLE,
    );
    expect(
      plan.items.map(({ outcome, record, addition, readAgain }) => [
        outcome,
        record,
        addition?.supersedes ?? null,
        readAgain?.id ?? null,
      ]),
    ).toEqual([
      ["unchanged", "A", null, "row of A "],
      ["changed", "B", "row of B ", null],
      ["added", "D", null, null],
      ["missing", "C", "row of C ", null],
    ]);
    expect(plan.items.at(-1)?.addition?.draft.facts).toMatchObject({
      answer: "not-found",
      decision: "not-applicable",
    });
    expect(plan.quarantine).toBeNull();
  });

  it("takes the same record twice for one, and refuses the second where they disagree", () => {
    expect(outcomes(reading([read(draft("A")), read(draft("A"))]), [], WHOLE)).toEqual(["added A"]);
    const plan = planEvidence(reading([read(draft("A")), read(draft("A", { flag: "high" }))]), [], WHOLE);
    expect(plan.items.map(({ outcome }) => outcome)).toEqual(["added", "refused"]);
    expect(plan.items[1]?.notes.map(({ rule }) => rule)).toEqual(["same-key"]);
  });

  it("keeps what an answer does not speak of, while the record begins on the same day", () => {
    const held = [
      hold(draft("A", { validFrom: "2024-01-01", validTo: "2029-12-31", registerEnd: "2030-01-01" })),
    ];
    const silent = (validFrom: string, unsaid: ReadRecord["unsaid"]) =>
      planEvidence(
        reading([read(draft("A", { validFrom, registerEnd: "2030-01-01" }), { unsaid })]),
        held,
        WHOLE,
      ).items[0]?.outcome;
    expect(silent("2024-01-01", ["validTo"])).toBe("unchanged");
    expect(silent("2024-01-01", [])).toBe("changed");
    expect(silent("2025-01-01", ["validTo"])).toBe("changed");
  });

  it("knows a record whose part is named anew by being the only one left, and not among several", () => {
    const held = [hold(draft("A", {}, "from 2024")), hold(draft("A", {}, "from 2025"))];
    const both = [read(draft("A", {}, "from 2024")), read(draft("A", {}, "from 2026"))];
    expect(outcomes(reading(both), held, WHOLE)).toEqual(["unchanged A, from 2024", "changed A, from 2026"]);
    const none = [read(draft("A", {}, "from 2026")), read(draft("A", {}, "from 2027"))];
    expect(outcomes(reading(none), held, { ...WHOLE, isPartial: true })).toEqual([
      "added A, from 2026",
      "added A, from 2027",
    ]);
  });

  it("lets nothing lapse that is out of scope, of another kind, refused, or gone already", () => {
    const held = ["A", "B"].map((name) => hold(draft(name)));
    const only = [read(draft("A"))];
    const key = draft("A").subject.key;
    expect(outcomes(reading(only, { scope: "none" }), held, WHOLE)).toEqual(["unchanged A"]);
    expect(outcomes(reading(only, { scope: new Set([key]) }), held, WHOLE)).toEqual(["unchanged A"]);
    expect(outcomes(reading(only, { scope: new Set([key, draft("B").subject.key]) }), held, WHOLE)).toContain(
      "missing B",
    );
    expect(outcomes(reading(only, { kinds: new Set(["deqar-listing"]) }), held, WHOLE)).toEqual([
      "unchanged A",
    ]);
    expect(outcomes(reading(only), held, { ...WHOLE, isPartial: true })).toEqual(["unchanged A"]);
    const refused = [{ record: "B", raw: null, notes: [noteOn("B", "refuse", "x", "x")] }];
    expect(outcomes(reading(only, { refused }), held, WHOLE)).toEqual(["unchanged A", "refused B"]);
    const gone = [hold(draft("A")), hold(draft("B", { answer: "not-found" }))];
    expect(outcomes(reading(only), gone, WHOLE)).toEqual(["unchanged A"]);
  });

  it("quarantines a feed that is empty or lacks more than a fifth of a kind", () => {
    const held = ["A", "B", "C", "D", "E"].map((name) => hold(draft(name)));
    expect(planEvidence(reading([]), held, WHOLE).quarantine).toContain("holds no record");
    const shrunken = reading(held.slice(0, 3).map((each) => read(each.draft)));
    expect(planEvidence(shrunken, held, WHOLE).quarantine).toContain("lacks 2 of the 5");
    expect(planEvidence(shrunken, held, { ...WHOLE, isPartial: true }).quarantine).toBeNull();
  });

  it("comes to nothing when it is applied and made again", () => {
    const facts = record({
      decision: constantFrom("positive" as const, "negative" as const),
      validTo: constantFrom(null, "2027-12-31"),
    });
    const drafts = uniqueArray(record({ name: constantFrom("A", "B", "C", "D"), facts }), {
      selector: ({ name }) => name,
    });
    assert(
      property(drafts, array(drafts, { maxLength: 3 }), (first, later) => {
        let held: HeldEvidence[] = [];
        for (const given of [first, ...later]) {
          const records = given.map(({ name, facts: said }) => read(draft(name, said)));
          const plan = planEvidence(reading(records), held, WHOLE);
          if (plan.quarantine !== null) continue;
          const added = plan.items.flatMap(({ addition }) => addition ?? []);
          const superseded = new Set(added.map(({ supersedes }) => supersedes));
          held = [...held.filter(({ id }) => !superseded.has(id)), ...added.map((each) => hold(each.draft))];
          const again = planEvidence(reading(records), held, WHOLE);
          expect(again.items.every(({ outcome }) => outcome === "unchanged")).toBe(true);
        }
      }),
    );
  });
});
