import { describe, expect, it } from "vitest";
import type { Draft } from "@/features/exchange/draft";
import { elmFormat } from "./format";
import { JSON_LIMITS } from "./json-document";
import { LOQ_XML, loqJson } from "./loq.fixture";

const OLDER = "http://data.europa.eu/snb/model/ap/loq-constraints/";
const NEWER = "http://data.europa.eu/snb/model/application-profile/loq-constraints/";

const toBytes = (input: string | object): Uint8Array => {
  if (input instanceof Uint8Array) return input;
  return new TextEncoder().encode(typeof input === "string" ? input : JSON.stringify(input));
};
const read = (input: string | object) => {
  const bytes = toBytes(input);
  return elmFormat.transform([{ name: "offer", bytes }], { provider: null, today: "2026-11-25" });
};
const names = (drafts: readonly { kind: string; externalId: string }[]) =>
  drafts.map(({ kind, externalId }) => `${kind} ${externalId}`);
const content = <K extends Draft["kind"]>(input: string | object, kind: K, id?: string) => {
  const { drafts, notes } = read(input);
  const draft = drafts.find((found) => found.kind === kind && (id === undefined || found.externalId === id));
  if (!draft) throw new Error(notes.map(({ message }) => message).join("\n"));
  return draft.content;
};
/** The fixture with one thing changed; fails where there is nothing to change. */
const changed = (from: string, to: string) => {
  if (!LOQ_XML.includes(from)) throw new Error(`The fixture holds no ${from}`);
  return LOQ_XML.replace(from, to);
};
const withSpecification = (extra: Record<string, unknown>) => {
  const offer = loqJson();
  return {
    ...offer,
    learningAchievementSpecification: { ...offer.learningAchievementSpecification, ...extra },
  };
};

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

describe("conformance", () => {
  it.each<[string, string, string[], string, string]>([
    [
      "wrong order",
      changed("<duration>P6W</duration>", "").replace("<grant>", "<duration>P6W</duration><grant>"),
      [`course ${COURSE}`],
      "duration",
      "stands after mode",
    ],
    [
      "an element that the schema does not know there",
      changed("<duration>P6W</duration>", "<duration>P6W</duration><level>5</level>"),
      [`course ${COURSE}`],
      "level",
      "is not allowed",
    ],
    [
      "a missing homepage",
      changed("<homepage><contentUrl>https://college.example/soil</contentUrl></homepage>", ""),
      [`course ${COURSE}`],
      "homepage",
      "is missing",
    ],
    [
      "no outcome",
      changed('<learningOutcome idref="urn:out:1"/>', ""),
      ["credential urn:las:soil", `course ${COURSE}`],
      "learningOutcome",
      "is missing",
    ],
    [
      "an outcome without a title",
      changed('<title language="en">Takes a soil sample</title>', ""),
      ["credential urn:las:soil", `course ${COURSE}`],
      "title",
      "is missing",
    ],
    [
      "a field of five digits",
      changed("isced-f/0811", "isced-f/08110"),
      ["credential urn:las:soil", `course ${COURSE}`],
      "ISCEDFCode",
      "Cut a national code to 4",
    ],
    [
      "a level that does not exist",
      changed("snb/eqf/5", "snb/eqf/9"),
      ["credential urn:las:soil", `course ${COURSE}`],
      "EQFLevel",
      "no level of the EQF",
    ],
    [
      "a qualification without a national level",
      changed('<NQFLevel uri="http://data.europa.eu/snb/qdr/c_0e78414e"/>', ""),
      ["credential urn:las:soil", `course ${COURSE}`],
      "NQFLevel",
      "is missing",
    ],
    [
      "a level on a specification",
      LOQ_XML.replaceAll(/(?<=<\/?)qualification\b/g, "learningAchievementSpecification"),
      ["credential urn:las:soil", `course ${COURSE}`],
      "EQFLevel",
      "only a qualification has a level",
    ],
    [
      "a link that leads nowhere",
      changed(
        '<location idref="urn:loc:farm"/>\n      <contactPoint>',
        '<location idref="urn:loc:404"/><contactPoint>',
      ),
      ["provider urn:org:college", `course ${COURSE}`],
      "location",
      'leads to "urn:loc:404"',
    ],
    [
      "a language that is not ISO 639-1",
      changed('language="en">Land Academy', 'language="eng">Land Academy'),
      ["provider urn:org:academy", "credential urn:las:soil", `course ${COURSE}`],
      "legalName",
      'has language "eng"',
    ],
    [
      "two titles in one language",
      changed('<title language="fi">', '<title language="en">'),
      [`course ${COURSE}`],
      "title",
      'is there twice in "en"',
    ],
    [
      "two durations",
      changed("<duration>P6W</duration>", "<duration>P6W</duration><duration>P7W</duration>"),
      [`course ${COURSE}`],
      "duration",
      "more than once",
    ],
    ["a duration that is none", changed("P6W", "six weeks"), [`course ${COURSE}`], "duration", "ISO 8601"],
    [
      "a date that is none",
      changed("2027-01-12T00", "2027-02-31T00"),
      [`course ${COURSE}`],
      "startDate",
      "is no date",
    ],
    [
      "credits that are no number",
      changed("<point>2,5</point>", "<point>a few</point>"),
      ["credential urn:las:soil", `course ${COURSE}`],
      "point",
      "no number of credits",
    ],
    [
      "a country nobody knows",
      changed("country/SWE", "country/ATL"),
      ["provider urn:org:academy", "credential urn:las:soil", `course ${COURSE}`],
      "location",
      "no country",
    ],
    [
      "an id that is there twice",
      changed('id="urn:lo:autumn"', 'id="urn:lo:spring"'),
      [`course ${COURSE}`],
      "id",
      "Give each its own",
    ],
    [
      "a concept without an address",
      changed('<EQFLevel uri="http://data.europa.eu/snb/eqf/5"/>', "<EQFLevel/>"),
      ["credential urn:las:soil", `course ${COURSE}`],
      "EQFLevel",
      "has no uri",
    ],
    [
      "a link without a target",
      changed('<learningOutcome idref="urn:out:1"/>', "<learningOutcome/>"),
      ["credential urn:las:soil", `course ${COURSE}`],
      "learningOutcome",
      "has no idref",
    ],
  ])("refuses %s, with what depends on it and nothing else", (_, xml, lost, field, message) => {
    const { drafts, refused, notes, isComplete } = read(xml);
    expect(names(refused)).toEqual(lost);
    expect(names(drafts)).toEqual(names(read(LOQ_XML).drafts).filter((name) => !lost.includes(name)));
    const note = notes.find((found) => found.severity === "refuse" && found.field === field);
    expect(note?.message).toMatch(/^Line \d+: /);
    expect(note?.message).toContain(message);
    expect(isComplete).toBe(true);
  });

  it("refuses a link that leads to an object of another kind", () => {
    const xml = LOQ_XML.replaceAll(
      '<providedBy idref="urn:org:college"/>',
      '<providedBy idref="urn:loc:farm"/>',
    );
    const { refused, notes } = read(xml);
    expect(names(refused)).toEqual(["course urn:las:soil | urn:loc:farm"]);
    expect(notes[0]?.message).toContain('leads to "urn:loc:farm", a Location. It must be: Organisation.');
  });

  it("names the line of the element", () => {
    const { notes } = read(changed("<duration>P6W</duration>", "<duration>P6W</duration><level/>"));
    expect(notes[0]?.message).toMatch(/^Line 11: learningOpportunity > level /);
  });

  it("accepts a level on a specification in the newer namespace, and leaves out what it does not know", () => {
    const xml = LOQ_XML.replace(OLDER, NEWER)
      .replaceAll(/(?<=<\/?)qualification\b/g, "learningAchievementSpecification")
      .replace('<accreditation idref="urn:acc:1"/>', "")
      .replace("<duration>P6W</duration>", "<duration>P6W</duration><novelty/>");
    const { refused, notes } = read(xml);
    expect(refused).toEqual([]);
    expect(notes).toMatchObject([{ severity: "warn", rule: "unknown-element", field: "novelty" }]);
    expect(content(xml, "credential")).toMatchObject({
      eqf: 5,
      nqf: "http://data.europa.eu/snb/qdr/c_0e78414e",
    });
  });

  it.each([
    ["learningOpportunity/0000000000", "learning-opportunity/74a4a268e8", "type", { type: null }],
    ["language/OP_DATPRO", "language/SWE", "language", { runs: [{ languages: ["fi"] }, {}] }],
    [
      "learning-assessment/0000000000",
      "learning-assessment/e92d221e4d",
      "mode",
      { runs: [{ modes: [] }, {}] },
    ],
    ["currency/XXX", "currency/EUR", "unit", { runs: [{ priceKind: "unknown", priceCents: null }, {}] }],
  ])("leaves out %s with a warning", (to, from, field, expected) => {
    const xml = changed(from, to);
    expect(read(xml).notes).toContainEqual(
      expect.objectContaining({ severity: "warn", field, rule: "unknown-code" }),
    );
    expect(content(xml, "course")).toMatchObject(expected);
  });

  it("takes no months for hours of work", () => {
    const xml = changed("PT75H", "P60M");
    expect(read(xml).notes).toMatchObject([{ kind: "credential", severity: "warn", rule: "workload-unit" }]);
    expect(content(xml, "course")).toMatchObject({ hoursMin: null, hoursMax: null });
  });

  it("records no credential for a qualification that is described elsewhere", () => {
    const start = LOQ_XML.indexOf("<qualification ");
    const end = LOQ_XML.indexOf("</qualification>") + "</qualification>".length;
    const reference =
      '<qualificationReference id="urn:las:soil"><identifier><skos:notation>X1</skos:notation></identifier></qualificationReference>';
    const xml = LOQ_XML.slice(0, start) + reference + LOQ_XML.slice(end);
    expect(names(read(xml).drafts)).toEqual(["provider urn:org:college", `course ${COURSE}`]);
    expect(content(xml, "course")).toMatchObject({ credentials: [], hasNoCredential: false });
    expect(read(xml).notes).toMatchObject([{ severity: "warn", rule: "described-elsewhere" }]);
  });
});

describe("LOQ JSON-LD", () => {
  it("becomes a provider, a credential and a course", () => {
    const { drafts, refused, notes } = read(loqJson());
    expect({ refused, notes }).toEqual({ refused: [], notes: [] });
    expect(names(drafts)).toEqual([
      "provider urn:org:1",
      "credential urn:las:1",
      "course urn:las:1 | urn:org:1",
    ]);
    expect(content(loqJson(), "credential")).toMatchObject({
      fields: ["0811"],
      ectsHundredths: 300,
      eqf: null,
    });
    expect(content(loqJson(), "course")).toMatchObject({
      defaultLanguage: "en",
      homepage: "https://college.example/soil",
      runs: [{ externalId: "urn:lo:1", modes: ["online"], languages: ["fi"] }],
    });
  });

  it.each<[string, () => object]>([
    [
      "a graph of linked objects",
      () => {
        const {
          "@context": context,
          learningAchievementSpecification: las,
          providedBy,
          ...offer
        } = loqJson();
        return {
          "@context": context,
          "@graph": [
            { ...offer, learningAchievementSpecification: "urn:las:1", providedBy: { id: "urn:org:1" } },
            las,
            providedBy,
          ],
        };
      },
    ],
    ["a list", () => [loqJson()]],
    ["two runs that repeat what they share", () => [loqJson(), loqJson()]],
    [
      "addresses and prefixes for terms",
      () => {
        const { title, id, type: _type, "@context": _context, ...offer } = loqJson();
        return {
          ...offer,
          "@id": id,
          "@type": "elm:LearningOpportunity",
          "http://purl.org/dc/terms/title": title,
        };
      },
    ],
    [
      "literals with a language",
      () => ({ ...loqJson(), title: [{ "@value": "Soil health", "@language": "en" }] }),
    ],
  ])("is read as %s", (_, make) => {
    const { drafts, refused, notes } = read(make());
    expect({ refused, notes }).toEqual({ refused: [], notes: [] });
    expect(names(drafts).sort()).toEqual([
      "course urn:las:1 | urn:org:1",
      "credential urn:las:1",
      "provider urn:org:1",
    ]);
  });

  it.each<[string, () => object]>([
    [
      "by a prefix",
      () => ({
        ...withSpecification(LEVEL),
        "@context": [{ elm: "http://data.europa.eu/snb/model/ontology/" }],
      }),
    ],
    [
      "by the type",
      () => ({
        ...withSpecification(LEVEL),
        type: "http://data.europa.eu/snb/model/ontology/LearningOpportunity",
      }),
    ],
  ])("of the newer namespace, told %s, may place a level on a specification", (_, make) => {
    expect(read(make()).refused).toEqual([]);
    expect(content(make(), "credential")).toMatchObject({ eqf: 6 });
  });

  const LEVEL = { eqfLevel: { id: "http://data.europa.eu/snb/eqf/6", type: "Concept" } };

  it.each<[string, () => object, string, string]>([
    [
      "a level on a specification",
      () => withSpecification(LEVEL),
      "eqfLevel",
      "only a qualification has a level",
    ],
    ["no outcome", () => withSpecification({ learningOutcome: [] }), "learningOutcome", "is missing"],
    ["no language of teaching", () => withSpecification({ language: undefined }), "language", "is missing"],
    [
      "a field of five digits",
      () => withSpecification({ thematicArea: "http://data.europa.eu/snb/isced-f/08110" }),
      "thematicArea",
      "Cut a national code",
    ],
    [
      "a field that is no concept",
      () => withSpecification({ thematicArea: 811 }),
      "thematicArea",
      "must be a concept",
    ],
    ["a title without a language", () => withSpecification({ title: "Soil" }), "title", 'has language ""'],
    [
      "a title in a language of three letters",
      () => withSpecification({ title: { eng: "Soil" } }),
      "title",
      'has language "eng"',
    ],
    ["a title that is no text", () => withSpecification({ title: { en: 7 } }), "title", "must be a text"],
    [
      "a qualification without a national level",
      () => withSpecification({ ...LEVEL, type: "Qualification" }),
      "nqfLevel",
      "is missing",
    ],
    [
      "an outcome that is not in the file",
      () => withSpecification({ learningOutcome: "urn:out:404" }),
      "learningOutcome",
      "not in the file",
    ],
    [
      "a provider without an id",
      () => ({ ...loqJson(), providedBy: { ...loqJson().providedBy, id: undefined } }),
      "id",
      "Give it one that stays",
    ],
    [
      "two objects of one id",
      () => [loqJson(), withSpecification({ title: { en: "Other" } })],
      "id",
      "Give each its own",
    ],
    ["a run without a provider", () => ({ ...loqJson(), providedBy: undefined }), "providedBy", "is missing"],
  ])("refuses %s", (_, make, field, message) => {
    const { drafts, refused, notes } = read(make());
    expect(drafts.filter(({ kind }) => kind === "course")).toEqual([]);
    expect(refused.some(({ kind }) => kind === "course")).toBe(true);
    const note = notes.find((found) => found.field === field && found.severity === "refuse");
    expect(note?.message).toContain(message);
  });

  it("does not believe a context that gives terms another meaning", () => {
    const offer = {
      ...loqJson(),
      "@context": [{ title: "http://example.org/secret", defaultLanguage: "elm:defaultLanguage" }],
    };
    const { refused, notes } = read(offer);
    expect(refused).toEqual([]);
    expect(notes).toMatchObject([{ severity: "warn", rule: "context", field: "title", record: "offer" }]);
    expect(content(offer, "course")).toMatchObject({ title: { en: "Soil health" } });
  });

  it("warns of keys that it does not know, and of those that only look like ours", () => {
    const { refused, notes } = read({
      ...withSpecification({ eIDASΙdentifier: "x", thematicАrea: "y" }),
      teacher: "Ann Other",
    });
    expect(refused).toEqual([]);
    expect(notes.map(({ severity, rule, field }) => `${severity} ${rule} ${field}`)).toEqual([
      "warn look-alike-key eIDASΙdentifier",
      "warn look-alike-key thematicАrea",
      "warn unknown-key teacher",
    ]);
    expect(JSON.stringify(read({ ...loqJson(), teacher: "Ann Other" }).drafts)).not.toContain("Ann Other");
  });

  it("leaves out awarding bodies and assessments that are described elsewhere", () => {
    const offer = withSpecification({
      type: "Qualification",
      ...LEVEL,
      nqfLevel: "http://data.europa.eu/snb/qdr/c_0e78414e",
      provenBy: "urn:ass:404",
      accreditation: { id: "urn:acc:404" },
      isPartOf: { title: { en: "Diploma" } },
      awardingOpportunity: { awardingBody: "urn:org:404", learningAchievementSpecification: "urn:las:1" },
    });
    const { refused, notes } = read(offer);
    expect(refused).toEqual([]);
    expect(notes.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      "described-elsewhere provenBy",
      "described-elsewhere accreditation",
      "described-elsewhere awardingBody",
    ]);
    expect(content(offer, "credential")).toMatchObject({
      awardingBodies: [],
      assessment: "unknown",
      stackability: "integrated",
    });
  });
});

const ISSUED = {
  type: ["VerifiableCredential", "EuropeanDigitalCredential"],
  credentialSubject: { familyName: "Other" },
};

describe("what is no offer", () => {
  it.each<[string, string | object]>([
    ["a credential", ISSUED],
    ["a credential to upload", { credential: ISSUED }],
    ["a sealed credential", { payload: JSON.stringify(ISSUED), signatures: [{}] }],
    ["a presentation", { type: "EuropeanDigitalPresentation", verifiableCredential: [ISSUED] }],
    ["a credential in a list", [ISSUED]],
    ["a credential in XML", "<europassCredential><familyName>Other</familyName></europassCredential>"],
  ])("refuses %s unread", (_, input) => {
    const { drafts, refused, notes, isComplete } = read(input);
    expect({ drafts, isComplete }).toEqual({ drafts: [], isComplete: false });
    expect(refused).toEqual([{ kind: "credential", externalId: "offer", raw: null }]);
    expect(notes).toMatchObject([{ severity: "refuse", rule: "issued-credential" }]);
    expect(notes[0]?.message).toContain("issued credential");
    expect(JSON.stringify(notes)).not.toContain("Other");
  });

  it("refuses a credential among offers and takes the offers", () => {
    const { drafts, refused } = read([loqJson(), ISSUED]);
    expect(drafts).toHaveLength(3);
    expect(refused).toEqual([{ kind: "credential", externalId: "offer", raw: null }]);
  });

  it.each<[string, string | object, string]>([
    ["broken XML", "<Courses>", "Not well-formed XML"],
    ["another XML", "<feed/>", "no LOQ XML"],
    ["Courses of another namespace", '<Courses xmlns="urn:x"/>', "no LOQ XML"],
    [
      "a document type",
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${LOQ_XML.slice(39)}`,
      "DOCTYPE",
    ],
    [
      "groups out of order",
      LOQ_XML.replace("<agentReferences>", "<locationReferences/><agentReferences>"),
      "not in its place",
    ],
    [
      "a group nobody knows",
      LOQ_XML.replace("<agentReferences>", "<peopleReferences/><agentReferences>"),
      "holds no peopleReferences",
    ],
    [
      "an element in the wrong group",
      LOQ_XML.replace("<agentReferences>", '<agentReferences><location id="x"/>'),
      "holds no location",
    ],
    ["broken JSON", '{"id": ', "Not well-formed JSON"],
    ["another JSON", { name: "Welding" }, "no LOQ JSON-LD"],
    ["a number", "7", "no LOQ JSON-LD"],
    ["nothing", "", "Not well-formed JSON"],
    ["Latin-1", Uint8Array.of(0x7b, 0xe9), "not UTF-8"],
    ["deep JSON", "[".repeat(JSON_LIMITS.depth + 1), "nested more than 64"],
    ["very deep JSON", "[".repeat(5_000_000), "nested more than 64"],
    ["very many values", `[${"1,".repeat(JSON_LIMITS.values + 1)}1]`, "too many values"],
    ["very many bytes", new Uint8Array(JSON_LIMITS.bytes + 1).fill(0x20), "larger than 64 MiB"],
  ])("refuses %s as a whole", (_, input, message) => {
    const { drafts, refused, notes, isComplete } = read(input);
    expect({ drafts, isComplete }).toEqual({ drafts: [], isComplete: false });
    expect(refused).toEqual([{ kind: "course", externalId: "offer", raw: null }]);
    expect(notes[0]?.message).toContain(message);
  });

  it("passes on no characters that a database cannot hold", () => {
    const odd = "a\u0000b\ud83cc\udf31d \ud83c\udf31";
    const offer = { ...withSpecification({ title: { en: odd, [odd]: "x" } }), [odd]: 1 };
    const written = JSON.stringify(read(offer));
    expect(written).toContain("ab\ufffdc\ufffdd \ud83c\udf31");
    expect(written).not.toMatch(/\\u0000|\\ud83c|\\udf31/);
    expect(content({ ...loqJson(), description: { en: "C:\\u0000" } }, "course")).toMatchObject({
      description: { en: "C:\\u0000" },
    });
  });

  it("is not led astray by names of object parts", () => {
    const offer = JSON.stringify(loqJson()).replace(
      "{",
      '{"__proto__": {"polluted": true}, "constructor": 1, ',
    );
    const { refused, notes } = read(offer);
    expect(refused).toEqual([]);
    expect(notes.map(({ field }) => field)).toEqual(["__proto__", "constructor"]);
    expect(Object.keys({})).toEqual([]);
  });
});
