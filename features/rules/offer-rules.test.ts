import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CourseContent, LearningFacts, Run } from "@/features/courses/schema";
import type { CredentialContent } from "@/features/credentials/schema";
import type { CourseDraft, CredentialDraft, ProviderDraft } from "@/features/exchange/draft";
import type { ProviderContent } from "@/features/providers/schema";
import { makeCourse, makeCredential, makeOutcome, makeProvider, makeRun } from "@/tests/factories";
import { applyRules } from "./offer-rules";

const SKILL = "11111111-1111-4111-8111-111111111111";
const FACTS = { knownSkills: new Set([SKILL]) };
const drafted = { externalId: "C-1", sourceUrl: null, raw: null };

/** A course that no rule finds fault with. */
function course(overrides: Partial<CourseContent> = {}): CourseDraft {
  const content = makeCourse({ provider: "P-1", outcomes: [makeOutcome()], ...overrides });
  return { kind: "course", status: "published", ...drafted, content };
}

function credential(overrides: Partial<CredentialContent> = {}): CredentialDraft {
  return {
    kind: "credential",
    ...drafted,
    content: makeCredential({ outcomes: [makeOutcome()], ...overrides }),
  };
}

function provider(overrides: Partial<ProviderContent> = {}): ProviderDraft {
  return { kind: "provider", ...drafted, content: makeProvider(overrides) };
}

const withRun = (run: Partial<Run>) => course({ runs: [makeRun({ externalId: "R-1", ...run })] });

/** "severity field: rule" of each finding. */
const findings = (draft: Parameters<typeof applyRules>[0]): string[] =>
  applyRules(draft, FACTS).notes.map(({ severity, field, rule }) => `${severity} ${field}: ${rule}`);

function mended<D extends Parameters<typeof applyRules>[0]>(draft: D): D["content"] {
  return applyRules(draft, FACTS).draft.content;
}

describe("applyRules", () => {
  it("finds no fault with the smallest valid records", () => {
    for (const draft of [course(), credential(), provider()]) {
      expect(applyRules(draft, FACTS)).toEqual({ draft, notes: [] });
    }
  });

  it("names the record in each note, and says what to do", () => {
    expect(applyRules(course({ eqf: 9 }), FACTS).notes).toEqual([
      {
        kind: "course",
        record: "C-1",
        field: "eqf",
        rule: "level-range",
        severity: "refuse",
        message: "EQF level 9 does not exist: levels are 1 to 8.",
      },
    ]);
  });

  it("has nothing left to mend the second time", () => {
    const facts: fc.Arbitrary<Partial<LearningFacts>> = fc.record({
      ectsHundredths: fc.option(fc.integer({ min: 0, max: 60_000 })),
      hoursMin: fc.option(fc.double({ noNaN: true, min: -5, max: 200_000 })),
      hoursMax: fc.option(fc.double({ noNaN: true, min: -5, max: 200_000 })),
      fields: fc.array(fc.constantFrom("0613", "06", "9876", "061")),
      assessmentTypes: fc.array(fc.constantFrom("quiz", "level-of-attendance", "dance")),
    });
    const run: fc.Arbitrary<Partial<Run>> = fc.record({
      externalId: fc.constantFrom("a", "b", "c"),
      startKind: fc.constantFrom("dated", "standing", "not-stated"),
      startOn: fc.option(fc.constantFrom("2027-01-12", "2027-02-30", "2026-12-01")),
      endOn: fc.option(fc.constantFrom("2027-01-31", "2026-01-01", "soon")),
      applyBy: fc.option(fc.constantFrom("2027-01-01", "2027-13-01")),
      priceKind: fc.constantFrom("free", "paid", "unknown"),
      priceCents: fc.option(fc.integer({ min: -1, max: 3_000_000_000 })),
      currency: fc.option(fc.constantFrom("EUR", "XYZ")),
      country: fc.option(fc.constantFrom("FI", "XX")),
      region: fc.option(fc.constantFrom("FI1B", "SE11", "nowhere")),
      seats: fc.option(fc.double({ noNaN: true })),
      hoursPerWeek: fc.option(fc.double({ noNaN: true })),
    });
    fc.assert(
      fc.property(facts, fc.array(run, { maxLength: 4 }), (learning, runs) => {
        const once = mended(course({ ...learning, runs: runs.map((one) => makeRun(one)) }));
        expect(mended({ ...course(), content: once })).toEqual(once);
      }),
    );
  });
});

describe("rules of texts", () => {
  it.each([
    ["no title", course({ title: {} }), ["refuse title: title-missing"]],
    ["blank title", course({ title: { en: "  " } }), ["refuse title: title-missing"]],
    [
      "title in an unknown language alone",
      course({ title: { xx: "Welding" } }),
      ["warn title: language-unknown", "refuse title: title-missing"],
    ],
    [
      "one language too many",
      course({ title: { en: "Welding", "en-GB": "Welding" } }),
      ["warn title: language-unknown"],
    ],
    [
      "no text in the default language",
      course({ title: { fi: "Hitsaus" } }),
      ["hint title: default-language"],
    ],
    ["no name", provider({ legalName: {} }), ["refuse legalName: legalName-missing"]],
    [
      "description in an unknown language",
      course({ description: { zz: "…" } }),
      ["warn description: language-unknown"],
    ],
    ["a book", course({ description: { en: "x".repeat(200_001) } }), ["refuse description: record-too-long"]],
  ])("%s", (_name, draft, expected) => {
    expect(findings(draft)).toEqual(expected);
  });

  it("keeps what is known, trimmed, and takes another default language", () => {
    const content = mended(course({ title: { fi: " Hitsaus ", sv: "" }, summary: { xx: "?" } }));
    expect(content).toMatchObject({ title: { fi: "Hitsaus" }, defaultLanguage: "fi", summary: null });
    expect(content.title).not.toHaveProperty("sv");
  });
});

describe("rules of addresses", () => {
  it.each([
    "ftp://example.org/",
    "javascript:alert(1)",
    "www.example.org",
    "http://localhost/",
    "https://10.0.0.1/",
    "https://[::1]/",
    "https://intranet/",
    "https://user:secret@example.org/",
    `https://example.org/${"x".repeat(2_048)}`,
  ])("refuses %s", (address) => {
    expect(findings(course({ homepage: address }))).toEqual(["refuse homepage: address"]);
    expect(findings(credential({ homepage: address }))).toEqual(["refuse homepage: address"]);
    expect(findings(provider({ homepage: address }))).toEqual(["refuse homepage: address"]);
    expect(findings(withRun({ applyUrl: address }))).toEqual(["refuse run R-1: applyUrl: address"]);
  });

  it("takes public ones", () => {
    expect(findings(course({ homepage: "https://www.example.org/x?y=z" }))).toEqual([]);
  });

  it("forgets a bad address of the record at its source, which is no fault of the offer", () => {
    const { draft, notes } = applyRules({ ...course(), sourceUrl: "http://10.0.0.1/feed" }, FACTS);
    expect([draft.sourceUrl, notes]).toEqual([null, []]);
  });
});

describe("rules of levels", () => {
  const nqf = "http://data.europa.eu/snb/qdr/c_0a1b2c3d";
  it.each([
    ["0", course({ eqf: 0 }), ["refuse eqf: level-range"]],
    ["9", credential({ eqf: 9 }), ["refuse eqf: level-range"]],
    ["a half", course({ eqf: 5.5 }), ["refuse eqf: level-range"]],
    ["a level and its cycle", course({ eqf: 6, cycle: "first" }), []],
    ["a level and another cycle", course({ eqf: 6, cycle: "second" }), ["warn cycle: cycle-mismatch"]],
    ["a national level", course({ nqf }), []],
    ["a national level in words", course({ nqf: "Level 6" }), ["warn nqf: nqf-unknown"]],
    [
      "a level outside every framework",
      credential({ eqf: 6, isOutsideFramework: true }),
      ["warn isOutsideFramework: level-outside-framework"],
    ],
  ])("%s", (_name, draft, expected) => {
    expect(findings(draft)).toEqual(expected);
  });
});

describe("rules of workload", () => {
  it.each([
    ["no credits written as 0", course({ ectsHundredths: 0 }), []],
    ["less than nothing", course({ ectsHundredths: -100 }), ["refuse ects: credits-range"]],
    ["a thousandth", course({ ectsHundredths: 250.5 }), ["refuse ects: credits-range"]],
    ["25 hours per credit", course({ ectsHundredths: 100, hoursMin: 25, hoursMax: 25 }), []],
    ["30 hours per credit", course({ ectsHundredths: 500, hoursMin: 150, hoursMax: 150 }), []],
    ["a range that meets the usual", course({ ectsHundredths: 300, hoursMin: 60, hoursMax: 80 }), []],
    [
      "21.7 hours per credit",
      course({ ectsHundredths: 600, hoursMin: 130, hoursMax: 130 }),
      ["warn hours: workload-per-credit"],
    ],
    [
      "9 hours per credit",
      course({ ectsHundredths: 300, hoursMin: 27, hoursMax: 27 }),
      ["warn hours: workload-outlier"],
    ],
    [
      "46 hours per credit",
      credential({ ectsHundredths: 100, hoursMin: 46, hoursMax: 46 }),
      ["warn hours: workload-outlier"],
    ],
    ["hours turned round", course({ hoursMin: 20, hoursMax: 10 }), ["warn hours: hours-range"]],
    ["60 credits", course({ ectsHundredths: 6_000 }), ["warn ects: large-volume"]],
    ["59.99 credits", course({ ectsHundredths: 5_999 }), []],
    ["a micro-credential of 60", credential({ ectsHundredths: 6_000 }), ["warn ects: large-volume"]],
    ["a module of 60", credential({ kind: "module", ectsHundredths: 6_000 }), []],
    ["a degree", credential({ kind: "degree" }), ["warn kind: degree"]],
    ["90 months", course({ durationDays: 2_740, ectsHundredths: 300 }), ["warn duration: duration-suspect"]],
    [
      "three years for a degree",
      course({ durationDays: 1_095, ectsHundredths: 18_000 }),
      ["warn ects: large-volume"],
    ],
    ["no days", course({ durationDays: 0 }), ["warn duration: duration-range"]],
  ])("%s", (_name, draft, expected) => {
    expect(findings(draft)).toEqual(expected);
  });

  it("fills a range, rounds hours and leaves out impossible ones", () => {
    expect(mended(course({ hoursMin: 10.126 }))).toMatchObject({ hoursMin: 10.13, hoursMax: 10.13 });
    expect(mended(course({ hoursMin: 0, hoursMax: 0 }))).toMatchObject({ hoursMin: null, hoursMax: null });
    expect(mended(course({ hoursMin: 9, hoursMax: 3 }))).toMatchObject({ hoursMin: null, hoursMax: null });
    expect(mended(course({ ectsHundredths: 0 })).ectsHundredths).toBeNull();
  });
});

describe("rules of outcomes, skills and codes", () => {
  const unknownSkill = "22222222-2222-4222-8222-222222222222";
  const skills = (...ids: string[]) => [
    makeOutcome({ skills: ids.map((skillId) => ({ skillId, method: "stated" as const })) }),
  ];
  it.each([
    ["none", course({ outcomes: [] }), ["warn outcomes: outcomes-missing"]],
    [
      "none, but a credential that may state them",
      course({ outcomes: [], credentials: [{ credential: "K", needs: "this-course", neededCount: null }] }),
      [],
    ],
    [
      "a syllabus",
      course({ outcomes: [makeOutcome({ text: { en: "x".repeat(1_001) } })] }),
      ["warn outcomes: outcome-long"],
    ],
    ["a known skill", course({ outcomes: skills(SKILL, SKILL) }), []],
    ["an unknown skill", credential({ outcomes: skills(unknownSkill) }), ["warn outcomes: skill-unknown"]],
    ["no skill at all", course({ outcomes: skills("welding") }), ["warn outcomes: skill-unknown"]],
    ["an unknown field", course({ fields: ["0613", "9876"] }), ["warn fields: code-unknown"]],
    ["an unknown type", course({ type: "picnic" }), ["warn type: code-unknown"]],
    ["an unknown target group", course({ targetGroups: ["cats"] }), ["warn targetGroups: code-unknown"]],
    [
      "an unknown assessment",
      credential({ assessmentTypes: ["dance"] }),
      ["warn assessmentTypes: code-unknown"],
    ],
    [
      "attendance as the only assessment",
      course({ assessment: "assessed", assessmentTypes: ["level-of-attendance"] }),
      ["warn assessmentTypes: attendance-only"],
    ],
    [
      "attendance and a quiz",
      course({ assessment: "assessed", assessmentTypes: ["level-of-attendance", "quiz"] }),
      [],
    ],
  ])("%s", (_name, draft, expected) => {
    expect(findings(draft)).toEqual(expected);
  });

  it("drops what is not known and keeps the rest once", () => {
    const content = mended(
      course({
        outcomes: skills(SKILL, unknownSkill, SKILL),
        fields: ["0613", "0613", "9876"],
        type: "picnic",
      }),
    );
    expect(content).toMatchObject({ fields: ["0613"], type: null });
    expect(content.outcomes[0]?.skills).toEqual([{ skillId: SKILL, method: "stated" }]);
  });
});

describe("rules of credentials", () => {
  const link = { credential: "K-1", needs: "this-course", neededCount: null } as const;

  it("never lets an attendance certificate be a micro-credential", () => {
    const draft = credential({ assessment: "attendance-only" });
    expect(findings(draft)).toEqual(["warn kind: attendance-only"]);
    expect(mended(draft).kind).toBe("certificate-of-attendance");
    const byType = credential({ assessment: "assessed", assessmentTypes: ["level-of-attendance"] });
    expect(mended(byType).kind).toBe("certificate-of-attendance");
  });

  it("believes a named credential more than the word that there is none", () => {
    const draft = course({ hasNoCredential: true, credentials: [link, link] });
    expect(findings(draft)).toEqual(["warn credentials: credential-contradiction"]);
    expect(mended(draft)).toMatchObject({ hasNoCredential: false, credentials: [link] });
  });

  it("counts only where some courses of several are needed", () => {
    const credentials = [
      { ...link, neededCount: 3 },
      { credential: "K-2", needs: "some", neededCount: 2 },
      { credential: "K-3", needs: "some", neededCount: null },
    ] as const;
    expect(mended(course({ credentials })).credentials).toEqual([
      link,
      { credential: "K-2", needs: "some", neededCount: 2 },
      { credential: "K-3", needs: "all", neededCount: null },
    ]);
  });
});

describe("rules of runs", () => {
  const dated = { startKind: "dated", startOn: "2027-01-12", startPrecision: "day" } as const;
  it.each<[string, Partial<Run>, string[], Partial<Run>]>([
    [
      "ends before it starts",
      { ...dated, endOn: "2027-01-01" },
      ["warn run R-1: dates: dates-impossible"],
      { startKind: "not-stated", startOn: null, endOn: null, startText: { en: "2027-01-12 – 2027-01-01" } },
    ],
    [
      "starts on no day of the calendar",
      { ...dated, startOn: "2027-02-30", applyBy: "2027-01-01" },
      ["warn run R-1: dates: dates-impossible"],
      { startKind: "not-stated", startOn: null, startText: { en: "2027-02-30" }, applyBy: "2027-01-01" },
    ],
    [
      "closes after the start",
      { ...dated, applyBy: "2027-02-01" },
      ["warn run R-1: applyBy: deadline-after-start"],
      { applyBy: "2027-02-01" },
    ],
    ["is dated without a day", { startKind: "dated" }, [], { startKind: "not-stated" }],
    ["stands with a day", { startKind: "standing", startOn: "2027-01-12" }, [], { startOn: null }],
    [
      "has a price without currency",
      { priceKind: "paid", priceCents: 100 },
      ["warn run R-1: price: price-unclear"],
      { priceKind: "unknown", priceCents: null },
    ],
    [
      "has a price without amount",
      { priceKind: "paid", currency: "EUR" },
      ["warn run R-1: price: price-unclear"],
      { priceKind: "unknown", currency: null },
    ],
    [
      "costs less than nothing",
      { priceKind: "paid", priceCents: -1, currency: "EUR" },
      ["warn run R-1: price: price-unclear"],
      { priceKind: "unknown" },
    ],
    [
      "costs 0",
      { priceKind: "paid", priceCents: 0, currency: "EUR" },
      [],
      { priceKind: "free", currency: null },
    ],
    [
      "is in no country",
      { country: "XX", region: "nowhere" },
      ["warn run R-1: country: code-unknown", "warn run R-1: region: code-unknown"],
      { country: null, region: null },
    ],
    [
      "is in a region of another country",
      { country: "FI", region: "SE11" },
      ["warn run R-1: region: region-elsewhere"],
      { country: "FI", region: null },
    ],
    [
      "is taught in no language",
      { languages: ["fi", "xx", "fi"] },
      ["warn run R-1: languages: code-unknown"],
      { languages: ["fi"] },
    ],
    ["has half a seat", { seats: 1.5 }, ["warn run R-1: seats: seats-range"], { seats: null }],
    [
      "has more hours than a week",
      { hoursPerWeek: 169 },
      ["warn run R-1: hoursPerWeek: hours-range"],
      { hoursPerWeek: null },
    ],
  ])("%s", (_name, run, expected, content) => {
    expect(findings(withRun(run))).toEqual(expected);
    expect(mended(withRun(run)).runs[0]).toMatchObject(content);
  });

  it("keeps one of two runs of the same name, and says so where they differ", () => {
    const run = makeRun({ externalId: "R-1" });
    expect(mended(course({ runs: [run, run] })).runs).toEqual([run]);
    expect(findings(course({ runs: [run, run] }))).toEqual([]);
    expect(findings(course({ runs: [run, { ...run, city: "Turku" }] }))).toEqual(["warn run R-1: run-key"]);
  });

  it("refuses more runs than a page can hold", () => {
    const runs = Array.from({ length: 1_001 }, () => makeRun());
    expect(findings(course({ runs }))).toEqual(["refuse runs: runs-too-many"]);
  });
});

describe("rules of providers and ids", () => {
  it.each([
    ["no country", provider({ country: "" }), ["refuse country: country-missing"]],
    ["an unknown country", provider({ country: "XX" }), ["refuse country: country-missing"]],
    [
      "a region of another country",
      provider({ country: "FI", region: "SE11" }),
      ["warn region: region-unknown"],
    ],
    [
      "an endless identifier",
      provider({ identifiers: [{ scheme: "vat", value: "1".repeat(201) }] }),
      ["warn identifiers: identifier-long"],
    ],
    ["no id", { ...course(), externalId: "" }, ["refuse null: id-range"]],
    ["an endless id", { ...course(), externalId: "1".repeat(501) }, ["refuse null: id-range"]],
  ])("%s", (_name, draft, expected) => {
    expect(findings(draft)).toEqual(expected);
  });

  it("keeps each identifier once, in the order in which they are read back", () => {
    const identifiers = [
      { scheme: "vat", value: " FI1 " },
      { scheme: "deqar", value: "9" },
      { scheme: "vat", value: "FI1" },
      { scheme: "vat", value: "" },
    ] as const;
    expect(mended(provider({ identifiers })).identifiers).toEqual([
      { scheme: "deqar", value: "9" },
      { scheme: "vat", value: "FI1" },
    ]);
  });
});
