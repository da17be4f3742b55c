import { describe, expect, it } from "vitest";
import { course, credential, messages, read, severities, withCells } from "./reading.fixture";

describe("cells", () => {
  it("reads every kind of value", () => {
    const content = course(
      withCells({
        status: "withdrawn",
        default_language: "eng",
        title_fi: "Hitsaus",
        ects: "2,5",
        hours: "65",
        hours_max: "70.5",
        isced_f: "0715; http://data.europa.eu/snb/isced-f/0732",
        eqf: "http://data.europa.eu/snb/eqf/4",
        nqf: "c_0e78414e",
        cycle: "Short",
        assessment_types: "Practical assessment",
        supervision: "supervised_id",
        target_groups: "migrants | high-achievers",
        learning_setting: "formal",
        type: "MOOC",
        duration_days: "42",
        no_credential: "yes",
        modes: "Online, work based",
        languages: "fin;sv",
        country: "FIN",
        region: "FI1B1",
        price: "1 250,50",
        currency: "eur",
        seats: "0",
        schedules: "evening",
        hours_per_week: "6,25",
        start_kind: "standing",
        start_text_en: "Whenever you like",
      }),
    );
    expect(content).toMatchObject({
      defaultLanguage: "en",
      title: { en: "Welding", fi: "Hitsaus" },
      ectsHundredths: 250,
      hoursMin: 65,
      hoursMax: 70.5,
      fields: ["0715", "0732"],
      eqf: 4,
      nqf: "http://data.europa.eu/snb/qdr/c_0e78414e",
      cycle: "short",
      assessment: "assessed",
      assessmentTypes: ["practical-assessment"],
      supervision: "supervised-id",
      targetGroups: ["migrants", "high-achievers"],
      learningSetting: "formal",
      type: "mooc",
      durationDays: 42,
      hasNoCredential: true,
      runs: [
        {
          startKind: "standing",
          startOn: null,
          startText: { en: "Whenever you like" },
          modes: ["online", "work-based"],
          languages: ["fi", "sv"],
          country: "FI",
          region: "FI1B1",
          priceKind: "paid",
          priceCents: 125_050,
          currency: "EUR",
          seats: 0,
          schedules: ["evening"],
          hoursPerWeek: 6.25,
        },
      ],
    });
  });

  it.each<[Record<string, string>, string, string]>([
    [{ ects: "three" }, "ects", '"three" is no number'],
    [{ ects: "1.250" }, "ects", "two ways"],
    [{ ects: "-3" }, "ects", "below zero"],
    [{ ects: "99999999" }, "ects", "too much"],
    [{ eqf: "9" }, "eqf", "Use 1 to 8"],
    [{ nqf: "6" }, "nqf", "no national level"],
    [{ hours: "70", hours_max: "65" }, "hours_max", "Exchange them"],
    [{ cycle: "fourth" }, "cycle", "Use one of: short, first, second, third."],
    [{ assessment: "maybe" }, "assessment", "attendance-only"],
    [{ modes: "online | telepathy" }, "modes", '"telepathy" is not known here'],
    [{ languages: "klingon" }, "languages", "ISO 639-1"],
    [{ default_language: "sv" }, "default_language", "There is no title_sv"],
    [{ country: "Finland" }, "country", "ISO 3166"],
    [{ provider_country: "" }, "provider_country", "The country is missing"],
    [{ provider_identifiers: "isbn:1" }, "provider_identifiers", "Write scheme:value"],
    [{ start: "12/31/2027" }, "start", "Write it as 2027-01-31"],
    [{ start: "2027-02-30" }, "start", "no date"],
    [{ start_kind: "dated" }, "start_kind", "start is empty"],
    [{ start: "2027-01-12", start_kind: "standing" }, "start_kind", "has a date"],
    [{ price: "cheap" }, "price", "no number"],
    [{ seats: "2.5" }, "seats", "whole number"],
    [{ duration_days: "0" }, "duration_days", "at least 1"],
    [{ no_credential: "perhaps" }, "no_credential", "neither yes nor no"],
    [{ no_credential: "yes", credential_id: "m", credential_title_en: "M" }, "no_credential", "Keep one"],
    [{ status: "draft" }, "status", "published, withdrawn"],
    [{ title_en: "" }, "title", "no text in any language"],
    [{ title: "Welding" }, "title", "The language is not named"],
    [{ title: "Welding", default_language: "en" }, "title", "there twice"],
    [{ outcomes_en: "a\nb", outcome_skills: "welding" }, "outcome_skills", "no ESCO skill"],
    [
      { credential_id: "m", credential_title_en: "M", credential_needs: "some" },
      "credential_needed_count",
      "how many",
    ],
    [
      { credential_id: "m", credential_title_en: "M", credential_needed_count: "2" },
      "credential_needed_count",
      "only with credential_needs some",
    ],
    [
      {
        credential_id: "m",
        credential_title_en: "M",
        credential_eqf: "5",
        credential_outside_framework: "yes",
      },
      "credential_outside_framework",
      "Keep one of them",
    ],
    [{ credential_title_en: "M" }, "credential_id", "It is empty"],
    [{ provider_id: "" }, "provider_id", "It is empty"],
  ])("refuses %j", (cells, column, message) => {
    const { drafts, notes } = read(withCells(cells));
    expect(drafts.filter(({ kind }) => kind === "course")).toEqual([]);
    const note = notes.find(({ field }) => field === column);
    expect(note).toMatchObject({ severity: "refuse" });
    expect(note?.message).toMatch(new RegExp(`^Row 2, column ${column}: `));
    expect(note?.message).toContain(message);
  });

  it.each<[Record<string, string>, string, object]>([
    [{ isced_f: "071512" }, "warn isced-national", { fields: ["0715"] }],
    [{ isced_f: "0790 | 715" }, "warn unknown-code", { fields: [] }],
    [{ region: "FI99" }, "warn unknown-code", { runs: [{ region: null }] }],
    [{ ects: "0" }, "warn zero", { ectsHundredths: null }],
    [{ price: "10" }, "warn price-currency", { runs: [{ priceKind: "unknown", priceCents: null }] }],
    [{ price: "10", currency: "€" }, "warn price-currency", { runs: [{ priceKind: "unknown" }] }],
    [
      { description_en: "<p>One</p><ul><li>two</li></ul>" },
      "warn html",
      { description: { en: "One\n\n• two" } },
    ],
    [
      { outcomes_en: "<ul><li>weld</li><li>cut</li></ul>" },
      "warn html",
      { outcomes: [{ text: { en: "weld" } }, { text: { en: "cut" } }] },
    ],
  ])("warns of %j", (cells, note, content) => {
    expect(severities(withCells(cells))).toContain(note);
    expect(course(withCells(cells))).toMatchObject(content);
  });

  it.each([
    ["0", "free"],
    ["Free", "free"],
    ["", "unknown"],
  ])("takes price %j for %s", (price, priceKind) => {
    expect(course(withCells({ run_id: "r", price })).runs[0]).toMatchObject({
      priceKind,
      priceCents: null,
      currency: null,
    });
  });

  it("keeps markup that is meant as text", () => {
    expect(course(withCells({ title_en: "The <div> element & <span>" })).title).toEqual({
      en: "The <div> element & <span>",
    });
  });

  it("takes a text without a language for that of the default language", () => {
    expect(course(withCells({ title_en: "", title: "Hitsaus", default_language: "fi" })).title).toEqual({
      fi: "Hitsaus",
    });
  });

  it("takes off the apostrophe that guards against formulas, and no other", () => {
    const title = (text: string) => course(withCells({ title_en: text })).title.en;
    expect(title("'=1+1")).toBe("=1+1");
    expect(title("''=1+1")).toBe("'=1+1");
    expect(title("'＝1")).toBe("＝1");
    expect(title("'t Hof")).toBe("'t Hof");
  });

  it("reads outcomes one a line or between bars, with the skills of each on its line", () => {
    const first = "08b04e53-ed25-41a2-9f90-0b9cd939ba3d";
    const second = "11111111-2222-3333-4444-555555555555";
    const uri = `http://data.europa.eu/esco/skill/${first}`;
    expect(
      course(
        withCells({
          outcomes_en: "weld\ncut",
          outcomes_fi: "hitsaa\n",
          outcome_skills: `${uri} ${second}#accepted`,
        }),
      ).outcomes,
    ).toEqual([
      {
        text: { en: "weld", fi: "hitsaa" },
        skills: [
          { skillId: first, method: "stated" },
          { skillId: second, method: "accepted" },
        ],
      },
      { text: { en: "cut" }, skills: [] },
    ]);
    expect(
      course(withCells({ outcomes_en: "weld | cut a\\|b" })).outcomes.map(({ text }) => text.en),
    ).toEqual(["weld", "cut a|b"]);
    expect(
      course(withCells({ outcomes_en: "weld", outcome_skills: `${uri}\n${second}` })).outcomes[0]?.skills,
    ).toHaveLength(2);
    expect(messages(withCells({ outcomes_en: "weld\ncut", outcome_skills: `\n\n${uri}` }))[0]).toContain(
      "Line 3 names skills",
    );
  });

  it("tells attendance from assessment", () => {
    const assessment = (types: string) => course(withCells({ assessment_types: types })).assessment;
    expect(assessment("")).toBe("unknown");
    expect(assessment("level-of-attendance")).toBe("attendance-only");
    expect(assessment("level-of-attendance | quiz")).toBe("assessed");
  });

  it("invents no kind, level or awarding body for a credential", () => {
    expect(
      credential(withCells({ credential_id: "m1", credential_title_en: "Master welder, EQF 5" })),
    ).toMatchObject({
      kind: "not-stated",
      eqf: null,
      stackability: "not-stated",
      awardingBodies: [],
      isOutsideFramework: false,
    });
  });
});
