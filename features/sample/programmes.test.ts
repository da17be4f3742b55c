import { describe, expect, it } from "vitest";
import { sampleCredentials, sampleProviders, sampleThemes } from "@/db/sample/catalogue";
import { sampleProgrammes } from "@/db/sample/programmes";
import { recordsNamedBy } from "@/features/pathways/named-records";
import { CERTAINTIES, type ProgrammeVersion } from "@/features/pathways/programme";
import { readProgramme, writeProgramme } from "@/features/pathways/programme-file";
import { lintProgramme } from "@/features/pathways/programme-lint";
import { refOfKey } from "@/features/pathways/ref";
import { nodesOf } from "@/features/pathways/requirement-tree";
import { addDays } from "@/lib/dates";
import { sampleProgrammesOn } from "./programmes";
import { sampleRef, sampleUnits } from "./units.fixture";

const TODAY = "2026-11-25";
const programmes = sampleProgrammesOn(TODAY).map(({ programme }) => programme);
const namedUnits = new Set(
  programmes.flatMap((each) =>
    recordsNamedBy(each).flatMap(({ record, role }) => (role === "unit" ? record : [])),
  ),
);
const units = sampleUnits(TODAY, namedUnits);
const keyOf = (record: string) => {
  const ref = refOfKey(record);
  return ref && "externalId" in ref ? ref.externalId : record;
};
const nameOf = ({ qualification, version }: ProgrammeVersion) => `${keyOf(qualification)} ${version}`;

describe("the qualifications of the sample", () => {
  it("are as many as was promised, two of them with a version before", () => {
    const names = programmes.map(({ qualification }) => qualification);
    expect(new Set(names).size).toBeGreaterThanOrEqual(12);
    expect(names.filter((name, at) => names.indexOf(name) !== at).map(keyOf)).toEqual([
      "data-public-services",
      "specialised-nursing",
    ]);
    const changed = programmes.filter(({ changes }) => changes !== null);
    expect(changed.map(nameOf)).toEqual(["data-public-services 2", "specialised-nursing 2"]);
    for (const { qualification, validFrom } of changed) {
      const before = programmes.find((each) => each.qualification === qualification && each.changes === null);
      expect(addDays(before?.validTo ?? "", 1)).toBe(validFrom);
    }
  });

  it("are written back as they were read", () => {
    for (const document of sampleProgrammes) {
      const reading = readProgramme(document);
      expect(reading.ok && writeProgramme(reading.programme)).toEqual(document);
    }
  });

  it.each([TODAY, "2027-03-31", "2028-02-29"])("on %s are warned of exactly for what they show", (today) => {
    const findings = sampleProgrammesOn(today).flatMap(({ programme }) =>
      lintProgramme(programme, { today, creditsOf: (unit) => units.get(unit)?.credits ?? null }).map(
        ({ severity, code, path }) => `${nameOf(programme)}: ${severity} ${code} ${path}`,
      ),
    );
    expect(findings).toEqual([
      "heat-pump-specialist 1: warn rule-expired rules/chamber-agreement",
      "supply-chain-customs 1: warn rule-expired rules/emaveski-customs",
    ]);
  });

  it("name only records of the sample", () => {
    const bodies = new Set(
      sampleProviders.flatMap(({ key }) => [
        sampleRef(key),
        `id/did/${encodeURIComponent(`did:web:${key}.example`)}`,
      ]),
    );
    const known = new Set(
      [...sampleCredentials, ...sampleThemes.flatMap(({ courses }) => courses)].map(({ key }) =>
        sampleRef(key),
      ),
    );
    const missing = programmes.flatMap((programme) =>
      recordsNamedBy(programme).flatMap(({ record, role }) =>
        (role === "unit" ? known : bodies).has(record) ? [] : `${nameOf(programme)}: ${record}`,
      ),
    );
    expect(missing).toEqual([]);
  });

  it("say the same as their credentials", () => {
    const credentials = new Map(sampleCredentials.map((credential) => [credential.key, credential]));
    for (const programme of programmes) {
      const { title, level, ects, awardedBy, kind } = credentials.get(keyOf(programme.qualification)) ?? {};
      const bodies = programme.awardingBodies.map((body) =>
        keyOf(body).replace(/^id.*%3A(.*)\.example$/, "$1"),
      );
      expect({ title, level, ects: (ects ?? 0) * 100, awardedBy: [...(awardedBy ?? [])].sort() }).toEqual({
        title: programme.title,
        level: programme.eqf,
        ects: programme.totalCredits,
        awardedBy: bodies.sort(),
      });
      expect(["certificate", "module", "degree", "other"]).toContain(kind);
    }
    for (const { key, courses } of sampleCredentials)
      if (courses.length === 0)
        expect(programmes.map(({ qualification }) => qualification)).toContain(sampleRef(key));
  });

  it("ask in every way that there is", () => {
    const nodes = programmes.flatMap(({ root }) => [...nodesOf(root)]);
    expect(new Set(nodes.map(({ kind }) => kind))).toEqual(
      new Set(["all", "atLeast", "credits", "item", "outcome", "manual"]),
    );
    const has = <T>(values: readonly T[], holds: (value: T) => unknown) =>
      expect(values.some(holds)).toBe(true);
    const pools = nodes.flatMap((node) => (node.kind === "credits" ? [node] : []));
    has(pools, ({ fits, from }) => fits === "possible" && from.fields);
    has(pools, ({ maxCredits }) => maxCredits);
    has(pools, ({ minItems }) => minItems);
    has(pools, ({ distinctFields }) => distinctFields);
    const policies = programmes.map(({ policy }) => policy);
    has(policies, ({ levelMinima }) => levelMinima.length);
    for (const name of ["minFromAwardingBody", "maxRecognised", "maxRecognisedPercent"] as const)
      has(policies, ({ residency }) => residency[name]);
    has(policies, ({ providerMaxima }) => providerMaxima.length);
    has(policies, ({ recency }) => recency === null || recency.overrides.length);
    expect(new Set(policies.map(({ recency }) => recency?.countFrom))).toEqual(
      new Set(["award", "application"]),
    );
    has(policies, ({ maxSharedWithOtherAwards }) => maxSharedWithOtherAwards);
    has(policies, ({ exclusions }) => exclusions.length);
    for (const mode of ["forbid", "allow", "upTo"] as const)
      has(policies, ({ sharing }) => sharing.some((each) => each.mode === mode));
  });

  it("have rules of every certainty and of every kind of condition, over, ending soon, ending later and without end", () => {
    const rules = programmes.flatMap((programme) => programme.rules);
    for (const certainty of CERTAINTIES) expect(rules.map((rule) => rule.certainty)).toContain(certainty);
    for (const condition of ["assessment", "quality", "identityVerified", "maxAgeMonths"] as const)
      expect(rules.some(({ conditions }) => conditions[condition] !== undefined)).toBe(true);
    expect(rules.some(({ to }) => "unit" in to) && rules.some(({ to }) => "node" in to)).toBe(true);
    const endings = rules.map(({ validTo }) =>
      validTo === null ? "open" : validTo < TODAY ? "over" : validTo < addDays(TODAY, 100) ? "soon" : "later",
    );
    expect(new Set(endings)).toEqual(new Set(["open", "over", "soon", "later"]));
    for (const { evidenceRequired } of rules) expect(evidenceRequired.length).toBeGreaterThan(0);
    expect(programmes.filter(({ equivalences }) => equivalences.length > 0).length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...programmes.map(({ awardingBodies }) => awardingBodies.length))).toBe(3);
  });

  it("are in English and in Finnish, and every source is marked as a sample and lies at an address that cannot exist", () => {
    const visit = (value: unknown): void => {
      if (value === null || typeof value !== "object") return;
      if ("en" in value || "fi" in value) expect(Object.keys(value).sort()).toEqual(["en", "fi"]);
      if ("url" in value && "title" in value) {
        expect(new URL(String(value.url)).hostname).toMatch(/\.example$/);
        expect(value.title).toMatch(/ \(sample\)$/);
      }
      Object.values(value).forEach(visit);
    };
    sampleProgrammes.forEach(visit);
  });
});
