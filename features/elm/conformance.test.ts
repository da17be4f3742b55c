import { describe, expect, it } from "vitest";
import { changed, content, LOQ_XML, names, read } from "./loq.fixture";

const OLDER = "http://data.europa.eu/snb/model/ap/loq-constraints/";
const NEWER = "http://data.europa.eu/snb/model/application-profile/loq-constraints/";
const COURSE = "urn:las:soil | urn:org:college";

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
      "an element of another namespace",
      changed("<duration>P6W</duration>", '<duration xmlns="urn:other">P6W</duration>'),
      [`course ${COURSE}`],
      "duration",
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

  it.each([
    ["a missing id", changed('<learningOutcome id="urn:out:1">', "<learningOutcome>")],
    [
      "a provider that is not there",
      changed('<providedBy idref="urn:org:college"/>', '<providedBy idref="urn:404"/>'),
    ],
    ["no provider", changed('<providedBy idref="urn:org:college"/>', "")],
    [
      "a specification that is not there",
      changed(
        '<learningAchievementSpecification idref="urn:las:soil"/>',
        '<learningAchievementSpecification idref="urn:404"/>',
      ),
    ],
  ])("counts nothing as missing after %s", (_, xml) => {
    expect(read(xml).isComplete).toBe(false);
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
