import { describe, expect, it } from "vitest";
import { content, loqJson, names, read, withSpecification } from "./loq.fixture";

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
