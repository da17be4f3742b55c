import { describe, expect, it } from "vitest";
import { sampleCredentials, sampleThemes } from "@/db/sample/catalogue";
import { samplePathways } from "@/db/sample/pathways";
import { pathwaySchema } from "@/features/curated-pathways/pathway-schema";
import { keysNamedBy } from "@/features/curated-pathways/plan";
import { addDays } from "@/lib/dates";
import { samplePathwaysOn } from "./pathways";
import { sampleProgrammesOn } from "./programmes";
import { sampleRef } from "./units.fixture";

const TODAY = "2026-11-25";
const pathways = samplePathways.map((document) => pathwaySchema.parse(document));
const records = [...sampleCredentials, ...sampleThemes.flatMap(({ courses }) => courses)];
const withdrawn = new Set(records.flatMap(({ key, isWithdrawn }) => (isWithdrawn ? sampleRef(key) : [])));

describe("the curated pathways of the sample", () => {
  it("are as many as was promised, each with an address, steps and reasons of its own", () => {
    expect(pathways.length).toBeGreaterThanOrEqual(6);
    expect(new Set(pathways.map(({ id }) => id)).size).toBe(pathways.length);
    expect(Math.min(...pathways.map(({ steps }) => steps.length))).toBeGreaterThanOrEqual(4);
    const reasons = pathways.flatMap(({ steps }) => steps.map(({ reason }) => reason.en));
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  it("name only records of the sample, and lead to its qualifications", () => {
    const known = new Set(records.map(({ key }) => sampleRef(key)));
    expect(pathways.flatMap(keysNamedBy).filter((key) => !known.has(key))).toEqual([]);
    const qualifications = new Set(sampleProgrammesOn(TODAY).map(({ programme }) => programme.qualification));
    const aims = pathways.flatMap(({ leadsTo }) =>
      leadsTo && "externalId" in leadsTo ? leadsTo.externalId : [],
    );
    expect(aims.length).toBe(pathways.length - 1);
    expect(aims.filter((key) => !qualifications.has(sampleRef(key)))).toEqual([]);
  });

  it("have steps in words, alternatives of both kinds, and one step that is no longer offered", () => {
    const steps = pathways.flatMap((pathway) =>
      pathway.steps.map((step) => ({ pathway: pathway.id, ...step })),
    );
    expect(steps.some(({ text }) => text !== undefined)).toBe(true);
    const alternatives = steps.flatMap((step) => step.alternatives);
    expect(alternatives.some((each) => "target" in each)).toBe(true);
    expect(alternatives.some((each) => "text" in each)).toBe(true);
    const dead = steps.filter(({ target, alternatives: others }) => {
      const isGone = target && "externalId" in target && withdrawn.has(sampleRef(target.externalId));
      return isGone && others.length === 0;
    });
    expect(dead.map(({ pathway, id }) => `${pathway}/${id}`)).toEqual(["digital-care-work/council"]);
  });

  it("are kept up by bodies that do not exist, in English and in Finnish", () => {
    for (const { maintainers, title, summary, steps } of pathways) {
      for (const { name, url } of maintainers) {
        expect(name).toMatch(/ \(sample\)$/);
        if (url) expect(new URL(url).hostname).toMatch(/\.example$/);
      }
      for (const texts of [
        title,
        summary ?? {},
        ...steps.flatMap(({ reason, text }) => [reason, text ?? reason]),
      ])
        expect(Object.keys(texts).sort()).toEqual(["en", "fi"]);
    }
  });

  it.each([TODAY, "2027-06-01", "2028-02-29"])("were on %s checked some weeks before", (today) => {
    for (const { document } of samplePathwaysOn(today)) {
      const { checkedOn } = pathwaySchema.parse(document);
      expect(checkedOn < today && checkedOn > addDays(today, -130)).toBe(true);
    }
  });
});
