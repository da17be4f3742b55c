import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProgrammeVersion, Requirement, Selector } from "./programme";
import { programmeJsonSchema, readProgramme, writeProgramme } from "./programme-file";
import { refKey, refOfKey } from "./ref";

const word = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text && text !== "");
const ref = fc
  .oneof(fc.record({ source: word, externalId: word }), fc.record({ scheme: word, value: word }))
  .map((value) => refKey(value));
const text = fc.dictionary(fc.constantFrom("en", "fi", "sv"), word, { minKeys: 1 });
const credits = fc.integer({ min: 0, max: 1_000_000 });
const day = fc.constantFrom("2026-01-01", "2027-02-28", "2028-02-29");
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/);

const selector: fc.Arbitrary<Selector> = fc.letrec<{ selector: Selector }>((tie) => ({
  selector: fc.record(
    {
      anyOf: fc.array(tie("selector"), { minLength: 1, maxLength: 2 }),
      not: tie("selector"),
      units: fc.array(ref, { minLength: 1, maxLength: 3 }),
      fields: fc.constant(["0613", "04"]),
      eqfMin: fc.integer({ min: 1, max: 8 }),
      quality: fc.constant(["external-review-esg" as const]),
    },
    { requiredKeys: [] },
  ),
})).selector;

const node = { id, title: text };
const requirement: fc.Arbitrary<Requirement> = fc.letrec<{ node: Requirement }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constant("item" as const), ...node, unit: ref }),
    fc.record({ kind: fc.constant("manual" as const), ...node, text, checkedBy: ref }),
    fc.record({ kind: fc.constant("outcome" as const), ...node, skill: word }),
    fc.record(
      {
        kind: fc.constant("credits" as const),
        ...node,
        minCredits: credits,
        maxCredits: credits,
        from: selector,
      },
      { requiredKeys: ["kind", "id", "title", "minCredits", "from"] },
    ),
    fc.record({
      kind: fc.constant("all" as const),
      ...node,
      of: fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant("atLeast" as const),
      ...node,
      k: fc.integer({ min: 1, max: 3 }),
      of: fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
    }),
  ),
})).node;

const source = fc.constant({ url: "https://example.org/rules", title: "Rules", retrievedOn: "2027-01-15" });

const programmes: fc.Arbitrary<ProgrammeVersion> = fc.record({
  qualification: ref,
  version: word,
  title: text,
  awardingBodies: fc.tuple(ref, ref),
  eqf: fc.option(fc.integer({ min: 1, max: 8 })),
  totalCredits: credits,
  validFrom: day,
  validTo: fc.option(day),
  changes: fc.option(text),
  root: requirement,
  policy: fc.record(
    {
      levelMinima: fc.array(fc.record({ eqf: fc.integer({ min: 1, max: 8 }), credits }), { maxLength: 2 }),
      residency: fc.record({ maxRecognised: credits }, { requiredKeys: [] }),
      providerMaxima: fc.array(fc.record({ provider: ref, credits }), { maxLength: 2 }),
      recency: fc.option(
        fc.record({
          maxAgeMonths: fc.integer({ min: 1, max: 120 }),
          countFrom: fc.constantFrom("award" as const, "application" as const),
          overrides: fc.array(fc.record({ selector, months: fc.integer({ min: 1, max: 120 }) }), {
            maxLength: 1,
          }),
        }),
      ),
      sharing: fc.array(
        fc.record({ between: fc.tuple(id, id), mode: fc.constant("upTo" as const), credits }),
        {
          maxLength: 2,
        },
      ),
      maxSharedWithOtherAwards: credits,
      exclusions: fc.array(
        fc.record({
          units: fc.array(ref, { minLength: 2, maxLength: 3 }),
          maxCount: fc.integer({ min: 1, max: 3 }),
        }),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ["levelMinima", "residency", "providerMaxima", "recency", "sharing", "exclusions"] },
  ),
  rules: fc.array(
    fc.record({
      id,
      from: selector,
      to: fc.oneof(fc.record({ node: id }), fc.record({ unit: ref })),
      credits: fc.oneof(fc.constant("same" as const), credits),
      conditions: fc.record({ identityVerified: fc.boolean() }, { requiredKeys: [] }),
      certainty: fc.constantFrom(
        "designed" as const,
        "agreement" as const,
        "precedent" as const,
        "possible" as const,
      ),
      decisionBody: ref,
      evidenceRequired: fc.array(text, { maxLength: 2 }),
      validFrom: day,
      validTo: fc.option(day),
      source,
    }),
    { maxLength: 2 },
  ),
  equivalences: fc.constant([]),
  prerequisites: fc.array(
    fc.record({
      unit: ref,
      requires: ref.map((unit) => ({
        kind: "atLeast" as const,
        k: 1,
        of: [{ kind: "all" as const, of: [{ kind: "unit" as const, unit }] }],
      })),
    }),
    { maxLength: 2 },
  ),
  source,
});

const document = () => ({
  format: "cairn-programme/1",
  qualification: { source: "feed", externalId: "q1" },
  version: "2027",
  title: { en: "Certificate" },
  awardingBodies: [{ scheme: "did", value: "did:web:uni.example" }],
  eqf: 7,
  totalCredits: 60,
  validFrom: "2027-01-01",
  validTo: null,
  changes: null,
  root: {
    kind: "credits",
    id: "pool",
    title: { en: "Pool" },
    minCredits: 2.5,
    from: { units: [{ source: "feed", externalId: "c/1" }] },
  },
  policy: { levelMinima: [], residency: {}, providerMaxima: [], recency: null, sharing: [], exclusions: [] },
  rules: [],
  equivalences: [],
  source: { url: "https://example.org/rules", title: "Rules", retrievedOn: "2027-01-15" },
});

describe("the programme file", () => {
  it("is read back as the same programme, through JSON", () => {
    fc.assert(
      fc.property(programmes, (programme) => {
        const reading = readProgramme(JSON.parse(JSON.stringify(writeProgramme(programme))));
        expect(reading).toEqual({ ok: true, programme });
      }),
      { numRuns: 200 },
    );
  });

  it("is written back as the same document", () => {
    const reading = readProgramme(document());
    expect(reading.ok && writeProgramme(reading.programme)).toEqual(document());
    expect(reading.ok && reading.programme.root).toMatchObject({
      minCredits: 250,
      from: { units: ["source/feed/c%2F1"] },
    });
  });

  it.each([
    ["a third decimal", { totalCredits: 2.505 }, "totalCredits"],
    ["a day that does not exist", { validFrom: "2027-02-30" }, "validFrom"],
    ["a record named by slug", { qualification: "certificate" }, "qualification"],
    ["nobody who awards it", { awardingBodies: [] }, "awardingBodies.0"],
    ["a field that is not in the format", { extra: 1 }, ""],
    ["a level past EQF 8", { eqf: 9 }, "eqf"],
  ])("names the field for %s", (_, change, field) => {
    const reading = readProgramme({ ...document(), ...change });
    expect(reading.ok ? [] : reading.problems.map((problem) => problem.field)).toContain(field);
  });

  it("refuses a tree that is too deep, and what is no document at all", () => {
    let root: unknown = document().root;
    for (let depth = 0; depth < 10_000; depth += 1)
      root = { kind: "all", id: `n${depth}`, title: { en: "x" }, of: [root] };
    expect(readProgramme({ ...document(), root }).ok).toBe(false);
    for (const nonsense of [null, 1, "x", [], {}]) expect(readProgramme(nonsense).ok).toBe(false);
  });

  it("has a JSON Schema of what is written in the file", () => {
    const schema = JSON.stringify(programmeJsonSchema());
    expect(schema).toContain('"$schema":"https://json-schema.org/draft/2020-12/schema"');
    expect(schema).toContain('"externalId"');
    expect(schema).toContain('"$ref"');
  });
});

it("reads reference keys back, and nothing else", () => {
  fc.assert(
    fc.property(ref, (key) => {
      expect(refKey(refOfKey(key) ?? { source: "", externalId: "" })).toBe(key);
    }),
  );
  for (const key of ["", "slug", "source/a", "id/a/b/c", "source/%/x", "other/a/b"])
    expect(refOfKey(key)).toBeNull();
});
