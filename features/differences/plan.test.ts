import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CourseContent } from "@/features/courses/schema";
import type { Draft, Note } from "@/features/exchange/draft";
import type { LanguageMap } from "@/lib/language-map";
import { makeOutcome, makeRun, TODAY } from "@/tests/factories";
import {
  around,
  course,
  credential,
  feed,
  held,
  outcomes,
  plan,
  provider,
  rulesOf,
} from "./surroundings.fixture";

const P = provider("P");
const review = (record: string): Note => ({
  kind: "course",
  record,
  field: null,
  rule: "odd",
  severity: "review",
  message: "Look at it.",
});

describe("planImport", () => {
  it("adds what is new, each record after those that it refers to", () => {
    const links = [{ credential: "K", needs: "this-course", neededCount: null }] as const;
    const planned = plan(
      feed([course("A", { credentials: links }), credential("K", { awardingBodies: ["P"] }), P]),
    );
    expect(outcomes(planned)).toEqual(["added provider P", "added credential K", "added course A"]);
    const [providerItem, credentialItem, courseItem] = planned.items;
    const providerId = providerItem?.change?.after?.id;
    expect(courseItem?.change?.after).toMatchObject({
      kind: "course",
      status: "published",
      retrievedOn: TODAY,
      content: {
        provider: providerId,
        credentials: [{ ...links[0], credential: credentialItem?.change?.after?.id }],
      },
    });
    expect(credentialItem?.change?.after).toMatchObject({ content: { awardingBodies: [providerId] } });
  });

  it("changes nothing the second time, and keeps no second word about what it refused", () => {
    const drafts = [P, course("A"), course("B", { eqf: 9 }), course("C"), course("C", { eqf: 5 })];
    const first = plan(feed(drafts));
    expect(outcomes(first).sort()).toEqual([
      "added course A",
      "added course C",
      "added provider P",
      "refused course B",
      "refused course C",
    ]);
    const second = plan(feed(drafts), held(first));
    expect(second.items.filter(({ outcome }) => !["unchanged", "refused"].includes(outcome))).toEqual([]);
    expect(second.items.filter(({ isNews }) => isNews)).toEqual([]);
  });

  it("shows a changed record field by field", () => {
    const before = held(
      plan(feed([P, course("A", { title: { en: "Welding", fi: "Hitsaus" }, ectsHundredths: 250 })])),
    );
    const planned = plan(
      feed([P, course("A", { title: { en: "Welding 1", fi: "Hitsaus" }, ectsHundredths: 300 })]),
      before,
    );
    const item = planned.items.find(({ externalId }) => externalId === "A");
    expect(item).toMatchObject({
      outcome: "changed",
      fields: [
        { field: "ectsHundredths", before: "250", after: "300" },
        { field: "title.en", before: "Welding", after: "Welding 1" },
      ],
    });
    expect(item?.change?.after?.id).toBe(before.held.courses[0]?.id);
  });

  it("lets a course wait that needs review, and the published one stay meanwhile", () => {
    const asNew = plan(feed([P, course("A")], { notes: [review("A")] }));
    expect(asNew.items[1]?.change?.after).toMatchObject({ status: "submitted" });

    const live = held(plan(feed([P, course("A")])));
    const noted = { notes: [review("A")] };
    const proposal = plan(feed([P, course("A", { eqf: 6 })], noted), live);
    expect(outcomes(proposal)[1]).toBe("proposed course A");
    expect(proposal.items[1]).toMatchObject({ change: null, isNews: true });
    expect(proposal.items[1]?.fields).toEqual([{ field: "eqf", before: "(not stated)", after: "6" }]);

    const again = plan(feed([P, course("A", { eqf: 6 })], noted), held(proposal, live));
    expect(again.items[1]).toMatchObject({ outcome: "proposed", isNews: false });
    expect(outcomes(plan(feed([P, course("A")], noted), live))[1]).toBe("unchanged course A");
  });

  it("publishes what waited once nothing asks for review any more", () => {
    const waiting = held(plan(feed([P, course("A")], { notes: [review("A")] })));
    const planned = plan(feed([P, course("A")]), waiting);
    expect(planned.items[1]).toMatchObject({
      outcome: "changed",
      change: { after: { status: "published" } },
    });
  });

  it("leaves a suspended course off", () => {
    const live = held(plan(feed([P, course("A")])));
    const suspended = {
      ...live,
      held: { ...live.held, courses: live.held.courses.map((c) => ({ ...c, status: "suspended" as const })) },
    };
    expect(plan(feed([P, course("A", { eqf: 6 })]), suspended).items[1]?.change?.after).toMatchObject({
      status: "suspended",
    });
  });

  it("withdraws what its source archived, and refuses it where it never was held", () => {
    const live = held(plan(feed([P, course("A")])));
    const archived = course("A", {}, "withdrawn");
    expect(plan(feed([P, archived]), live).items[1]).toMatchObject({
      outcome: "changed",
      change: { after: { status: "withdrawn" } },
    });
    expect(outcomes(plan(feed([P, archived])))).toContain("refused course A");
    expect(rulesOf(plan(feed([P, archived])), "A")).toEqual(["archived"]);
  });

  it("refuses by name what refers to a refused or unknown record", () => {
    const links = (id: string) =>
      ({ credentials: [{ credential: id, needs: "all", neededCount: null }] }) as const;
    const planned = plan(
      feed([
        P,
        provider("bad", { country: "" }),
        credential("K", { awardingBodies: ["bad"] }),
        course("A", links("K")),
        course("B", { provider: "bad" }),
        course("C", { provider: "nobody" }),
        course("D"),
      ]),
    );
    expect(outcomes(planned).sort()).toEqual([
      "added course D",
      "added provider P",
      "refused course A",
      "refused course B",
      "refused course C",
      "refused credential K",
      "refused provider bad",
    ]);
    expect(planned.items.find(({ externalId }) => externalId === "A")?.notes[0]?.message).toBe(
      "Its credential K was refused.",
    );
    expect(rulesOf(planned, "B")).toEqual(["provider-unknown"]);
    expect(rulesOf(planned, "C")).toEqual(["provider-unknown"]);
  });

  it("keeps the published state of a record that is now refused", () => {
    const live = held(plan(feed([P, course("A"), course("B")])));
    const planned = plan(feed([P, course("A", { eqf: 9 }), course("B")]), live);
    expect(outcomes(planned)).toEqual(["unchanged provider P", "unchanged course B", "refused course A"]);
    expect(planned.items.map(({ change }) => change?.after?.externalId)).toEqual(["P", "B", undefined]);
  });

  it("lets a course refer to what is held, and to what another source describes", () => {
    const live = held(plan(feed([P, credential("K"), course("A")])));
    const links = { credentials: [{ credential: "K", needs: "all", neededCount: null }] } as const;
    expect(outcomes(plan(feed([course("B", links)]), live, true))).toEqual(["added course B"]);
    const named = around({
      namedElsewhere: { providers: new Map([["ror:1", "provider-id"]]), credentials: new Map() },
    });
    expect(plan(feed([course("A", { provider: "ror:1" })]), named).items[0]?.change?.after).toMatchObject({
      content: { provider: "provider-id" },
    });
  });

  it("merges the same key with the same content, and refuses the later with another", () => {
    expect(outcomes(plan(feed([P, P, course("A"), course("A")])))).toEqual([
      "added provider P",
      "added course A",
    ]);
    const planned = plan(feed([P, course("A"), course("A", { eqf: 5 })]));
    expect(outcomes(planned)).toEqual(["added provider P", "added course A", "refused course A"]);
    expect(planned.items[2]?.notes.map(({ rule }) => rule)).toEqual(["same-key"]);
  });

  it("takes a good record in beside a bad one of the same key, whose reasons stay its own", () => {
    const reason: Note = { ...review("A"), severity: "refuse", rule: "broken" };
    const warning: Note = { ...review("A"), severity: "warn", rule: "thin" };
    const refused = [{ kind: "course", externalId: "A", raw: null }] as const;
    const planned = plan(feed([P, course("A")], { refused, notes: [reason, warning] }));
    expect(outcomes(planned)).toEqual(["added provider P", "added course A", "refused course A"]);
    expect(planned.items.slice(1).map(({ notes }) => notes.map(({ rule }) => rule))).toEqual([
      ["thin"],
      ["broken"],
    ]);
    expect(outcomes(plan(feed([P, course("A")], { notes: [reason] })))).toEqual([
      "added provider P",
      "refused course A",
    ]);
  });

  it("hints at the same title under another code, here and in other sources", () => {
    const title = { en: "Ångström" };
    const twins = plan(feed([P, course("A", { title }), course("B", { title: { en: "angstrom" } })]));
    expect(rulesOf(twins, "A")).toEqual([]);
    expect(rulesOf(twins, "B")).toEqual(["duplicate"]);
    const live = held(plan(feed([P])));
    const [known] = live.held.providers;
    const otherCourses = [{ externalId: "X", sourceName: "other", providerId: known?.id ?? "", title }];
    expect(rulesOf(plan(feed([P, course("A", { title })]), { ...live, otherCourses }), "A")).toEqual([
      "duplicate",
    ]);
  });

  it("warns of a micro-credential for attendance", () => {
    const links = { credentials: [{ credential: "K", needs: "this-course", neededCount: null }] } as const;
    const planned = plan(
      feed([P, credential("K"), course("A", { assessment: "attendance-only", ...links })]),
    );
    expect(rulesOf(planned, "A")).toEqual(["attendance-only"]);
  });

  it("keeps tax codes out of content, raw records and notes", () => {
    const code = "RSSMRA85T10A562S";
    const draft = {
      ...course("A", { description: { en: `Ask ${code}` } }),
      raw: { docente: "Mario Rossi", text: `x ${code} y m.rossi@example.org`, hours: 3 },
    };
    const note = { ...review("A"), severity: "warn" as const, message: `Of ${code}` };
    const planned = plan(feed([P, draft], { notes: [note] }));
    expect(JSON.stringify(planned)).not.toContain(code);
    expect(planned.items[1]?.raw).toEqual({ text: "x […] y […]", hours: 3 });
  });
});

describe("planImport, refusals", () => {
  it("are news again after the record had come in", () => {
    const bad = feed([P, course("A", { eqf: 9 })]);
    const good = feed([P, course("A")]);
    const refused = held(plan(bad));
    expect(plan(bad, refused).items.at(-1)?.isNews).toBe(false);
    const accepted = held(plan(good, refused), refused);
    expect(plan(bad, accepted).items.at(-1)).toMatchObject({ outcome: "refused", isNews: true });
  });
});

describe("planImport, always", () => {
  it("decides on each record once, and finds nothing to do the second time", () => {
    const content: fc.Arbitrary<Partial<CourseContent>> = fc.record({
      provider: fc.constantFrom("P", "Q", "nobody"),
      title: fc.constantFrom<LanguageMap>({ en: "Welding" }, { fi: "Hitsaus" }, {}),
      eqf: fc.constantFrom(null, 6, 9),
      ectsHundredths: fc.constantFrom(null, 0, 300),
      hoursMin: fc.constantFrom(null, 10, 80, 500),
      outcomes: fc.array(
        fc.constantFrom("Weld", "Braze").map((en) => makeOutcome({ text: { en } })),
        { maxLength: 2 },
      ),
      runs: fc.array(
        fc.constantFrom("1", "2").map((externalId) => makeRun({ externalId })),
        { maxLength: 3 },
      ),
      credentials: fc.array(
        fc.constantFrom("K", "L").map((id) => ({ credential: id, needs: "all" as const, neededCount: null })),
        { maxLength: 2 },
      ),
    });
    const draft: fc.Arbitrary<Draft> = fc.oneof(
      fc.constantFrom("P", "Q").map((id) => provider(id, { identifiers: [{ scheme: "vat", value: "1" }] })),
      fc.constantFrom("P", "Q").map((id) => provider(id)),
      fc.constantFrom("K", "L").map((id) => credential(id, { awardingBodies: ["P"] })),
      fc
        .tuple(
          fc.constantFrom("A", "B", "C"),
          content,
          fc.constantFrom("published" as const, "withdrawn" as const),
        )
        .map(([id, fields, status]) => course(id, fields, status)),
    );
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 12 }), (drafts) => {
        const first = plan(feed(drafts));
        const decided = first.items
          .filter(({ outcome }) => outcome !== "refused")
          .map((i) => `${i.kind} ${i.externalId}`);
        expect(new Set(decided).size).toBe(decided.length);
        const second = plan(feed(drafts), held(first));
        expect(second.items.filter(({ isNews }) => isNews)).toEqual([]);
        expect(
          second.items.map(({ outcome }) => outcome).filter((o) => o !== "refused" && o !== "unchanged"),
        ).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
