import { describe, expect, it } from "vitest";
import { toCourseRow } from "@/features/courses/record-rows";
import type { Run } from "@/features/courses/schema";
import type { CourseParts } from "@/features/courses/summary";
import type { SearchFacts } from "@/features/judgements/search-facts";
import { toProviderRow } from "@/features/providers/record-rows";
import { addDays } from "@/lib/dates";
import { makeCourse, makeDatedRun, makeProvider, makeRun, NOW, TODAY } from "@/tests/factories";
import { toSearchDocument } from "./document";

const PROVENANCE = {
  id: "00000000-0000-7000-8000-000000000001",
  slug: "a-course",
  sourceId: "00000000-0000-7000-8000-000000000002",
  externalId: "1",
  sourceUrl: null,
  retrievedOn: TODAY,
  isSample: false,
  version: 1,
  createdAt: NOW,
  updatedAt: NOW,
};

const NO_EVIDENCE: SearchFacts = {
  tier: "not-stated",
  eqf: null,
  ectsHundredths: null,
  confirmed: [],
  turningDays: [],
};

function documentOf(
  runs: readonly Run[],
  today = TODAY,
  stacks: CourseParts["stacks"] = [],
  facts = NO_EVIDENCE,
) {
  const content = makeCourse({ title: { en: "Welding" }, description: { en: "Join steel" } });
  return toSearchDocument(
    {
      course: toCourseRow({ kind: "course", status: "published", publishedAt: NOW, ...PROVENANCE, content }),
      provider: toProviderRow({
        kind: "provider",
        ...PROVENANCE,
        content: makeProvider({ country: "SE", legalName: { en: "A college" } }),
      }),
      source: {
        id: PROVENANCE.sourceId,
        name: "source",
        format: "csv",
        address: "x",
        licence: null,
        class: "provider",
        isSample: false,
        createdAt: NOW,
      },
      runs: runs.map((run, position) => ({ id: `${position}`, courseId: PROVENANCE.id, position, ...run })),
      links: [],
      outcomes: [],
      stacks,
    },
    new Map(),
    today,
    facts,
  );
}

describe("a search document", () => {
  it("holds only until the day on which the course begins or ceases to count towards a qualification", () => {
    const stacks = [
      { slug: "now", firstOn: addDays(TODAY, -9), lastOn: addDays(TODAY, 3) },
      { slug: "now", firstOn: null, lastOn: null },
      { slug: "later", firstOn: addDays(TODAY, 2), lastOn: null },
      { slug: "over", firstOn: null, lastOn: addDays(TODAY, -5) },
    ];
    const document = documentOf([], TODAY, stacks);
    expect(document.values["stacks-into"]).toEqual(["now"]);
    expect([document.freshFrom, document.changesOn]).toEqual([addDays(TODAY, -4), addDays(TODAY, 2)]);
    expect(documentOf([], addDays(TODAY, 2), stacks).values["stacks-into"]).toEqual(["later", "now"]);
  });

  it("has level and credits as the evidence leaves them, and holds until that becomes another", () => {
    const turningDays = [addDays(TODAY, -7), addDays(TODAY, 4)];
    const document = documentOf([], TODAY, [], {
      tier: "recognised-label",
      eqf: 6,
      ectsHundredths: 250,
      confirmed: ["trust", "credits"],
      turningDays,
    });
    expect(document.values).toMatchObject({
      level: ["6"],
      ects: ["1-3"],
      trust: ["recognised-label"],
      confirmed: ["trust", "credits"],
    });
    expect(document.ectsHundredths).toBe(250);
    expect([document.freshFrom, document.changesOn]).toEqual(turningDays);
  });

  it("says which texts stand where", () => {
    const { texts } = documentOf([]);
    expect(texts).toEqual({ title: ["Welding"], skills: [], provider: ["A college"], body: ["Join steel"] });
  });

  it("has equal open runs once: each different one costs a plane", () => {
    const run = makeDatedRun(addDays(TODAY, 10), { modes: ["online", "blended"] });
    const same = { ...run, externalId: "same", modes: ["blended", "online"] as const, seats: 5 };
    const other = makeDatedRun(addDays(TODAY, 10), { modes: ["online"] });
    expect(documentOf([run, same, other, same]).runs).toHaveLength(2);
  });

  it("without an open run has one that states nothing, in the provider's country", () => {
    const past = makeDatedRun(addDays(TODAY, -10), { country: "FI", modes: ["online"] });
    expect(documentOf([past]).runs).toEqual([
      {
        start: ["no-open-run"],
        mode: ["not-stated"],
        price: ["not-stated"],
        country: ["SE"],
        language: ["not-stated"],
      },
    ]);
  });

  it("holds from the day after the last deadline passed to the day after the next", () => {
    const runs = [-20, -3, 0, 5].map((days) => makeRun({ applyBy: addDays(TODAY, days) }));
    expect(documentOf(runs)).toMatchObject({ freshFrom: addDays(TODAY, -2), changesOn: addDays(TODAY, 1) });
    expect(documentOf(runs, addDays(TODAY, 1))).toMatchObject({
      freshFrom: addDays(TODAY, 1),
      changesOn: addDays(TODAY, 6),
    });
    expect(documentOf(runs, addDays(TODAY, 6))).toMatchObject({ changesOn: null });
    expect(documentOf([makeRun({ startKind: "standing" })])).toMatchObject({
      freshFrom: null,
      changesOn: null,
    });
  });

  it("is sorted by its soonest start and its lowest price, of open runs", () => {
    const runs = [
      makeDatedRun(addDays(TODAY, -1), { priceKind: "free" }),
      makeDatedRun(addDays(TODAY, 9), { priceKind: "paid", priceCents: 900, currency: "EUR" }),
      makeDatedRun(addDays(TODAY, 4), { priceKind: "paid", priceCents: 500, currency: "BYN" }),
      makeRun({ startKind: "standing" }),
    ];
    expect(documentOf(runs)).toMatchObject({ startOn: addDays(TODAY, 4), euroCents: 900 });
    expect(documentOf([])).toMatchObject({ startOn: null, euroCents: null });
  });
});
