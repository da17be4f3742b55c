import { describe, expect, it } from "vitest";
import { makeCredential } from "@/tests/factories";
import type { CredentialContent } from "./schema";
import { type ElementName, standardElements } from "./standard-elements";

const bareContent = makeCredential({ title: { en: "Public data" } });
const body = { id: "1", slug: "body", name: { en: "Body" }, defaultLanguage: "en", country: "NO" };
const outcome = { text: { en: "Can read a table" }, skills: [] };
const bare = { content: bareContent, outcomes: [], awardingBodies: [] };

function statesOf(offer: Parameters<typeof standardElements>[0]) {
  const { mandatory, optional } = standardElements(offer);
  return new Map([...mandatory, ...optional].map(({ name, state }) => [name, state]));
}

function statedOf(content: Partial<CredentialContent>): ElementName[] {
  const states = statesOf({ ...bare, content: { ...bareContent, title: {}, ...content } });
  return [...states].filter(([, state]) => state === "stated").map(([name]) => name);
}

describe("standardElements", () => {
  it("lists eleven mandatory and five optional elements in the order of the annex", () => {
    const { mandatory, optional } = standardElements(bare);
    expect(mandatory).toHaveLength(11);
    expect(optional).toHaveLength(5);
    expect(mandatory.map(({ name }) => name).indexOf("level")).toBe(7);
  });

  it("keeps apart what only an issued credential can hold", () => {
    const issued = [...statesOf(bare)].filter(([, state]) => state === "on-issued-credential");
    expect(issued.map(([name]) => name)).toEqual(["learner", "issue-date", "grade"]);
  });

  it("counts over the nine elements that an offer can state", () => {
    expect(standardElements(bare)).toMatchObject({ stated: 1, statable: 9 });
    const full = {
      content: {
        ...bareContent,
        ectsHundredths: 500,
        eqf: 6,
        assessment: "assessed" as const,
        modes: ["online" as const],
        qualityAssurance: { en: "Reviewed" },
      },
      outcomes: [outcome],
      awardingBodies: [body],
    };
    expect(standardElements(full)).toMatchObject({ stated: 9, statable: 9 });
  });

  it.each<[string, Partial<CredentialContent>, ElementName[]]>([
    ["nothing", {}, []],
    ["a title", { title: { fi: "Avoin data" } }, ["title"]],
    ["a blank title", { title: { en: " " } }, []],
    ["credits", { ectsHundredths: 100 }, ["workload"]],
    ["hours", { hoursMin: 20, hoursMax: 25 }, ["workload"]],
    ["an EQF level", { eqf: 5 }, ["level"]],
    ["a national level", { nqf: "http://data.europa.eu/snb/qdr/c_1" }, ["level"]],
    ["a cycle", { cycle: "second" }, ["level"]],
    ["a place outside every framework", { isOutsideFramework: true }, ["level"]],
    ["assessment", { assessment: "assessed" }, ["assessment"]],
    ["the absence of assessment", { assessment: "none" }, ["assessment"]],
    ["a type of assessment", { assessmentTypes: ["quiz"] }, ["assessment"]],
    ["a form of participation", { modes: ["blended"] }, ["participation"]],
    ["quality assurance", { qualityAssurance: { en: "Yes" } }, ["quality-assurance"]],
    ["prerequisites", { prerequisites: { en: "None" } }, ["prerequisites"]],
    ["supervision", { supervision: "unsupervised-no-id" }, ["supervision"]],
    ["that it stands alone", { stackability: "stand-alone" }, ["stackability"]],
    ["a homepage", { homepage: "https://example.org" }, ["further-information"]],
    ["a validity", { validity: { en: "Five years" } }, ["further-information"]],
  ])("%s", (_, content, stated) => {
    expect(statedOf(content)).toEqual(stated);
  });

  it("takes outcomes, country and awarding body from their own records", () => {
    expect(statesOf({ ...bare, outcomes: [outcome] }).get("outcomes")).toBe("stated");
    expect(statesOf(bare).get("awarding-body")).toBe("not-stated");
    const awarded = statesOf({ ...bare, awardingBodies: [body] });
    expect([awarded.get("awarding-body"), awarded.get("country")]).toEqual(["stated", "stated"]);
  });
});
