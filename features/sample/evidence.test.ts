import { describe, expect, it } from "vitest";
import { sampleCredentials, sampleProviders, sampleThemes } from "@/db/sample/catalogue";
import { sampleEvidence } from "@/db/sample/evidence";
import { EVIDENCE_KINDS, LABELS } from "@/db/schema/evidence";
import { sampleEvidenceOn } from "./evidence";

const TODAY = "2026-11-25";
const rows = sampleEvidenceOn("Sample catalogue", TODAY);
const keysOf = (list: readonly { key: string }[]) => new Set(list.map(({ key }) => key));
const known: Readonly<Record<string, ReadonlySet<string>>> = {
  provider: keysOf(sampleProviders),
  credential: keysOf(sampleCredentials),
  qualification: keysOf(sampleCredentials),
  course: keysOf(sampleThemes.flatMap(({ courses }) => courses)),
};

describe("the evidence of the sample", () => {
  it("is of every kind and label, and of every state", () => {
    expect(new Set(sampleEvidence.map(({ kind }) => kind))).toEqual(new Set(EVIDENCE_KINDS));
    expect(new Set(sampleEvidence.flatMap(({ label }) => label ?? []))).toEqual(new Set(LABELS));
    for (const [field, values] of Object.entries({
      answer: ["found", "other-name", "not-found"],
      decision: ["positive", "with-conditions", "negative", "not-applicable"],
      flag: ["none", "low", "high"],
      obligation: ["obligatory", "voluntary", "not-applicable"],
      activity: ["institutional", "institutional-programme", "programme", "joint-programme", "other"],
      class: ["authoritative", "third-party", "provider"],
    }))
      expect(new Set(sampleEvidence.map((entry) => Reflect.get(entry, field))), field).toEqual(
        new Set(values),
      );
    const has = (holds: (row: (typeof rows)[number]["draft"]["facts"]) => boolean) =>
      expect(rows.some(({ draft }) => holds(draft.facts))).toBe(true);
    has(({ validTo }) => validTo !== null && validTo < TODAY);
    has(({ validTo }) => validTo !== null && validTo >= TODAY && validTo < "2026-12-25");
    has(({ validFrom }) => validFrom !== null && validFrom > TODAY);
    has(({ validTo, registerEnd }) => validTo === null && registerEnd !== null);
    expect(rows.some(({ supersedes }) => supersedes !== null)).toBe(true);
  });

  it("is about records of the sample, and names bodies of it", () => {
    for (const {
      key,
      about,
      issuer,
      developedBy,
      assuredBy,
      awardedBy,
      wordOf,
      corrects,
    } of sampleEvidence) {
      const [[kind, of] = ["", ""]] = Object.entries(about);
      expect(known[kind]?.has(of), `${key}: ${kind} ${of}`).toBe(true);
      for (const body of [issuer, ...developedBy, ...assuredBy, ...awardedBy])
        if ("provider" in body)
          expect(known.provider?.has(body.provider), `${key}: ${body.provider}`).toBe(true);
      if (wordOf) expect(known.provider?.has(wordOf), key).toBe(true);
      if (corrects) expect(keysOf(sampleEvidence).has(corrects), key).toBe(true);
    }
    expect(keysOf(sampleEvidence).size).toBe(sampleEvidence.length);
  });

  it("has a joint credential of three bodies and a course that a partner developed", () => {
    const joint = sampleEvidence.find(({ activity }) => activity === "joint-programme");
    const of = joint && "credential" in joint.about ? joint.about.credential : "";
    expect(sampleCredentials.find(({ key }) => key === of)?.awardedBy).toHaveLength(3);
    const assurance = rows.find(({ draft }) => draft.record === "assured-ai-literacy-pilvipolku");
    const { developedBy, assuredBy, awardedBy } = assurance?.draft ?? {};
    expect([developedBy, assuredBy, awardedBy].map((parties) => parties?.map(({ name }) => name))).toEqual([
      ["Pilvipolku Ltd"],
      ["Kaarnala University"],
      ["Kaarnala University"],
    ]);
  });

  it("says that it is a sample, wherever it is read alone", () => {
    for (const { draft } of rows) expect(draft.facts.scope).toMatch(/^Sample: /);
  });

  it("puts a row before the one that corrects it", () => {
    const at = new Map(rows.map(({ id }, position) => [id, position]));
    for (const [position, { supersedes }] of rows.entries())
      if (supersedes) expect(at.get(supersedes)).toBeLessThan(position);
  });
});
