import { describe, expect, it } from "vitest";
import { changed, content, LOQ_XML, names, read } from "./loq.fixture";

const OLDER = "http://data.europa.eu/snb/model/ap/loq-constraints/";
const NEWER = "http://data.europa.eu/snb/model/application-profile/loq-constraints/";
const COURSE = "urn:las:soil | urn:org:college";

describe("LOQ XML", () => {
  it.each([
    ["older", LOQ_XML],
    ["newer", LOQ_XML.replace(OLDER, NEWER)],
  ])("of the %s namespace becomes providers, a credential and one course of two runs", (_, xml) => {
    const { drafts, refused, notes, isComplete } = read(xml);
    expect({ refused, notes, isComplete }).toEqual({ refused: [], notes: [], isComplete: true });
    expect(names(drafts)).toEqual([
      "provider urn:org:college",
      "provider urn:org:academy",
      "credential urn:las:soil",
      `course ${COURSE}`,
    ]);
  });

  it("reads the course", () => {
    expect(content(LOQ_XML, "course")).toEqual({
      provider: "urn:org:college",
      defaultLanguage: "fi",
      title: { en: "Soil health", fi: "Maaperän terveys" },
      summary: null,
      description: { en: "Read a field.\n\n• Write to […]" },
      fields: ["0811"],
      ectsHundredths: null,
      hoursMin: 75,
      hoursMax: 75,
      eqf: null,
      nqf: null,
      cycle: null,
      assessment: "unknown",
      assessmentTypes: [],
      supervision: "not-stated",
      prerequisites: { en: "A field of your own" },
      durationDays: 42,
      targetGroups: ["employment-retraining"],
      learningSetting: "non-formal",
      type: "short-learning-programme",
      homepage: "https://college.example/soil",
      hasNoCredential: false,
      outcomes: [],
      credentials: [{ credential: "urn:las:soil", needs: "this-course", neededCount: null }],
      runs: [
        {
          externalId: "urn:lo:spring",
          startKind: "dated",
          startOn: "2027-01-12",
          startPrecision: "day",
          startText: null,
          endOn: "2027-03-01",
          applyBy: "2026-12-15",
          modes: ["blended"],
          languages: ["fi", "sv"],
          country: "FI",
          region: "FI1B1",
          city: "Farmville",
          priceKind: "paid",
          priceCents: 25_000,
          currency: "EUR",
          priceNote: { en: "Paid in full for job seekers" },
          seats: null,
          schedules: [],
          hoursPerWeek: null,
          applyUrl: null,
        },
        expect.objectContaining({
          externalId: "urn:lo:autumn",
          startKind: "not-stated",
          startOn: null,
          startPrecision: null,
          startText: { en: "Autumn term" },
          modes: [],
          country: null,
          priceKind: "free",
          priceCents: null,
          currency: null,
        }),
      ],
    });
  });

  it("reads the credential", () => {
    expect(content(LOQ_XML, "credential")).toEqual({
      kind: "micro-credential",
      defaultLanguage: "en",
      title: { en: "Soil steward" },
      description: null,
      fields: ["0811"],
      ectsHundredths: 250,
      hoursMin: 75,
      hoursMax: 75,
      eqf: 5,
      nqf: "http://data.europa.eu/snb/qdr/c_0e78414e",
      cycle: null,
      assessment: "assessed",
      assessmentTypes: ["practical-assessment"],
      supervision: "not-stated",
      prerequisites: { en: "A field of your own" },
      isOutsideFramework: false,
      modes: ["blended"],
      qualityAssurance: { en: "Programme review 2026" },
      stackability: "not-stated",
      validity: null,
      homepage: null,
      outcomes: [
        {
          text: { en: "Takes a soil sample" },
          skills: [{ skillId: "08b04e53-ed25-41a2-9f90-0b9cd939ba3d", method: "stated" }],
        },
      ],
      awardingBodies: ["urn:org:academy"],
    });
  });

  it("reads the provider", () => {
    expect(content(LOQ_XML, "provider")).toEqual({
      defaultLanguage: "en",
      legalName: { en: "Field College", fi: "Peltokoulu" },
      kind: "unknown",
      identity: "stated",
      country: "FI",
      region: "FI1B1",
      homepage: "https://college.example",
      identifiers: [
        { scheme: "erasmus", value: "SF PELTO01" },
        { scheme: "vat", value: "FI12345678" },
      ],
    });
  });

  it("keeps no address, contact or name of a person, not even in the raw record", () => {
    expect(JSON.stringify(read(LOQ_XML))).not.toMatch(/Ann Other|ann\.other|Back Lane/);
  });

  it("leaves the kind not stated where nothing declares it, whatever the title says", () => {
    const xml = changed('<category language="en">Micro-credential</category>', "").replace(
      "Soil steward",
      "Micro-credential",
    );
    expect(content(xml, "credential")).toMatchObject({ kind: "not-stated" });
  });

  it.each([
    [
      "an assessment without a type",
      changed('<type uri="http://data.europa.eu/snb/assessment/6a4db9f11d"/>', ""),
      "assessed",
    ],
    ["attendance", LOQ_XML.replace("6a4db9f11d", "7331eb4762"), "attendance-only"],
    ["no assessment", changed('<provenBy idref="urn:ass:1"/>', ""), "unknown"],
  ])("reads %s", (_, xml, assessment) => {
    expect(content(xml, "credential")).toMatchObject({ assessment });
  });

  it("takes the title of the specification for runs that are named differently", () => {
    expect(content(changed(">Soil health<", ">Soil health, spring<"), "course")).toMatchObject({
      title: { en: "Soil steward" },
      defaultLanguage: "en",
    });
  });

  it("makes two courses of two providers", () => {
    const [first = "", second = "", ...rest] = LOQ_XML.split('<providedBy idref="urn:org:college"/>');
    const xml = [
      `${first}<providedBy idref="urn:org:college"/>${second}<providedBy idref="urn:org:academy"/>`,
      ...rest,
    ].join("");
    expect(names(read(xml).drafts).filter((name) => name.startsWith("course"))).toEqual([
      "course urn:las:soil | urn:org:college",
      "course urn:las:soil | urn:org:academy",
    ]);
  });
});
