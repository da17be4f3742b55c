import { describe, expect, it } from "vitest";
import { toCourseRow } from "@/features/courses/record-rows";
import { toProviderRow } from "@/features/providers/record-rows";
import { hashOf, toSearchDocument } from "@/features/search/document";
import { makeCourse, makeDatedRun, makeProvider, NOW, TODAY } from "@/tests/factories";
import { DOCUMENTS_VERSION } from "./rows-form";

const provenance = {
  id: "00000000-0000-7000-8000-000000000001",
  slug: "a-slug",
  sourceId: "00000000-0000-7000-8000-000000000002",
  externalId: "1",
  sourceUrl: null,
  retrievedOn: TODAY,
  isSample: false,
  version: 1,
  createdAt: NOW,
  updatedAt: NOW,
};
const SKILL = "00000000-0000-4000-8000-000000000003";

/** A course that has something of everything. */
function specimen() {
  const content = makeCourse({
    title: { en: "Welding", fi: "Hitsaus" },
    summary: { en: "Join steel" },
    fields: ["0715"],
    ectsHundredths: 500,
    eqf: 4,
    assessment: "assessed",
    durationDays: 30,
    hasNoCredential: true,
  });
  const run = makeDatedRun("2026-12-10", {
    externalId: "1",
    applyBy: "2026-12-01",
    modes: ["online"],
    languages: ["fi", "en"],
    priceKind: "paid",
    priceCents: 12_000,
    currency: "EUR",
  });
  return toSearchDocument(
    {
      course: toCourseRow({ kind: "course", status: "published", publishedAt: NOW, ...provenance, content }),
      provider: toProviderRow({
        kind: "provider",
        ...provenance,
        content: makeProvider({ country: "SE", legalName: { en: "A college" } }),
      }),
      source: {
        id: provenance.sourceId,
        name: "source",
        format: "csv",
        address: "x",
        licence: null,
        class: "provider",
        isSample: false,
        createdAt: NOW,
      },
      runs: [{ id: "1", courseId: provenance.id, position: 0, ...run }],
      links: [],
      outcomes: [
        {
          text: { en: "Weld a joint" },
          skills: [{ id: SKILL, method: "stated", label: { en: "welding" }, uri: "x" }],
        },
      ],
      stacks: [{ slug: "welder", firstOn: null, lastOn: "2027-06-30" }],
    },
    new Map([[SKILL, { label: { en: "welding" }, altLabels: { fi: ["hitsaus"] } }]]),
    TODAY,
    {
      tier: "external-review-esg",
      eqf: 4,
      ectsHundredths: 500,
      confirmed: ["level", "trust"],
      turningDays: ["2027-05-31"],
    },
  );
}

describe("DOCUMENTS_VERSION", () => {
  it("goes up with the form of search documents, so that the rows of an earlier one are built anew", () => {
    // Where this fails: raise the version in rows-form.ts, and write the new hash here.
    expect([DOCUMENTS_VERSION, hashOf(specimen())]).toEqual([2, "lwkoP2UE8YdWsXZDmierbq"]);
  });
});
