import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { sharedData } from "@/tests/shared-data";
import { elmFormat } from "./format";

const samples = sharedData("elm/samples");

const read = (name: string) =>
  elmFormat.transform([{ name: path.basename(name), bytes: readFileSync(path.join(samples ?? "", name)) }], {
    provider: null,
    today: "2026-11-25",
  });

const SPECIFICATION = "https://portal.example/id/las/ds-101";
const PROVIDER = "https://data.deqar.eu/institution/1";
const COURSE = `${SPECIFICATION} | ${PROVIDER}`;

describe.skipIf(samples === null)("elmFormat on the samples (skipped without ../shared/data)", () => {
  it.each([
    ["loq-minimal/loq-min.xml", null],
    ["loq-minimal/loq-min-qualification.xml", 7],
    ["loq-minimal/loq-min.jsonld", null],
  ])("reads %s", (name, eqf) => {
    const { drafts, refused, notes, isComplete } = read(name);
    expect({ refused, notes, isComplete }).toEqual({ refused: [], notes: [], isComplete: true });
    expect(drafts).toMatchObject([
      {
        kind: "provider",
        externalId: PROVIDER,
        content: { legalName: { en: "University of Vienna" }, country: "AT" },
      },
      {
        kind: "credential",
        externalId: SPECIFICATION,
        content: {
          kind: "not-stated",
          fields: ["0612"],
          ectsHundredths: 300,
          hoursMin: 75,
          eqf,
          outcomes: [{ skills: [{}] }],
        },
      },
      {
        kind: "course",
        externalId: COURSE,
        content: {
          type: "short-learning-programme",
          durationDays: 42,
          runs: [{ startKind: "not-stated", modes: ["online"], languages: ["en"], priceKind: "unknown" }],
        },
      },
    ]);
  });

  it.each([
    ["loq-min-order.xml", "element-order", "duration", [`course ${COURSE}`]],
    ["loq-min-isced5.xml", "code-list", "ISCEDFCode", [`credential ${SPECIFICATION}`, `course ${COURSE}`]],
    [
      "loq-min-nolo.xml",
      "missing-element",
      "learningOutcome",
      [`credential ${SPECIFICATION}`, `course ${COURSE}`],
    ],
    ["loq-min-badref.xml", "broken-link", "location", [`provider ${PROVIDER}`, `course ${COURSE}`]],
    [
      "loq-min-eqf-las.xml",
      "unknown-element",
      "EQFLevel",
      [`credential ${SPECIFICATION}`, `course ${COURSE}`],
    ],
  ])("refuses %s for %s of %s", (name, rule, field, lost) => {
    const { refused, notes } = read(`loq-minimal/negative/${name}`);
    expect(refused.map(({ kind, externalId }) => `${kind} ${externalId}`)).toEqual(lost);
    expect(notes[0]).toMatchObject({ severity: "refuse", rule, field });
    expect(notes[0]?.message).toMatch(/^Line \d+: /);
  });

  it("refuses every issued credential unread", () => {
    const names = readdirSync(path.join(samples ?? "", "edc"));
    expect(names.length).toBe(3);
    for (const name of names) {
      const { drafts, refused, notes } = read(`edc/${name}`);
      expect({ name, drafts, refused }).toEqual({
        name,
        drafts: [],
        refused: [{ kind: "credential", externalId: name, raw: null }],
      });
      expect(notes).toMatchObject([{ rule: "issued-credential", severity: "refuse" }]);
    }
  });
});
