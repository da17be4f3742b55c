import { describe, expect, it } from "vitest";
import { assessmentOf } from "./assessment";
import { refuseDependents } from "./dependents";
import type { CourseDraft, CredentialDraft, Draft } from "./draft";

const learning = {
  defaultLanguage: "en",
  title: { en: "Welding" },
  description: null,
  fields: [],
  ectsHundredths: null,
  hoursMin: null,
  hoursMax: null,
  eqf: null,
  nqf: null,
  cycle: null,
  assessment: "unknown",
  assessmentTypes: [],
  supervision: "not-stated",
  prerequisites: null,
  homepage: null,
  outcomes: [],
} as const;

const credential = (externalId: string, awardingBodies: string[]): CredentialDraft => ({
  kind: "credential",
  externalId,
  sourceUrl: null,
  raw: externalId,
  content: {
    ...learning,
    kind: "not-stated",
    isOutsideFramework: false,
    modes: [],
    qualityAssurance: null,
    stackability: "not-stated",
    validity: null,
    awardingBodies,
  },
});

const course = (externalId: string, provider: string, credentials: string[]): CourseDraft => ({
  kind: "course",
  externalId,
  sourceUrl: null,
  raw: externalId,
  status: "published",
  content: {
    ...learning,
    provider,
    summary: null,
    durationDays: null,
    targetGroups: [],
    learningSetting: "not-stated",
    type: null,
    hasNoCredential: false,
    runs: [],
    credentials: credentials.map((id) => ({ credential: id, needs: "this-course", neededCount: null })),
  },
});

describe("refuseDependents", () => {
  it("refuses what needs a refused record, over several steps and in any order", () => {
    const drafts: Draft[] = [
      course("a", "p1", []),
      course("b", "p2", ["m1"]),
      course("c", "p2", ["m2"]),
      credential("m1", ["p2", "p1"]),
      credential("m2", ["p3"]),
    ];
    const {
      drafts: kept,
      refused,
      notes,
    } = refuseDependents(drafts, [{ kind: "provider", externalId: "p1", raw: null }]);
    expect(kept.map(({ externalId }) => externalId)).toEqual(["c", "m2"]);
    expect(refused).toEqual([
      { kind: "provider", externalId: "p1", raw: null },
      { kind: "credential", externalId: "m1", raw: "m1" },
      { kind: "course", externalId: "a", raw: "a" },
      { kind: "course", externalId: "b", raw: "b" },
    ]);
    expect(notes.map(({ record, severity, message }) => `${record} ${severity} ${message}`)).toEqual([
      'm1 refuse It needs the provider "p1", which was refused. Mend that one first.',
      'a refuse It needs the provider "p1", which was refused. Mend that one first.',
      'b refuse It needs the credential "m1", which was refused. Mend that one first.',
    ]);
  });

  it("minds the kind: a course and a provider may have one id", () => {
    const { drafts } = refuseDependents(
      [course("a", "x", [])],
      [{ kind: "course", externalId: "x", raw: null }],
    );
    expect(drafts).toHaveLength(1);
  });
});

describe("assessmentOf", () => {
  it.each([
    [[], "unknown"],
    [["level-of-attendance"], "attendance-only"],
    [["level-of-attendance", "quiz"], "assessed"],
  ])("%j is %s", (types, assessment) => {
    expect(assessmentOf(types)).toBe(assessment);
  });
});
