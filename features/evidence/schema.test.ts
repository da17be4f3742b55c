import { describe, expect, it } from "vitest";
import { certificate, institutional, label, statement } from "./evidence.fixture";
import { evidenceSchema } from "./schema";

const accepts = (value: unknown): boolean => evidenceSchema.safeParse(value).success;
const record = institutional();

describe("the evidence record", () => {
  it.each([institutional(), certificate(), label(), statement()])("reads a record of kind $kind", (given) => {
    expect(evidenceSchema.parse(given)).toEqual(given);
  });

  it("keeps the spaces of an identifier as the register writes it", () => {
    const given = institutional({ subjectIdentifier: "E  TARRAGO01" });
    expect(evidenceSchema.parse(given).subjectIdentifier).toBe("E  TARRAGO01");
  });

  it.each([
    ["a kind that is not on the list", { kind: "rumour" }],
    ["a day that does not exist", { validTo: "2027-02-30" }],
    ["a link that is not a web address", { link: "javascript:alert(1)" }],
    ["an EQF level that does not exist", { asserts: { ...record.asserts, eqf: 9 } }],
    ["credits of nothing", { asserts: { ...record.asserts, ectsHundredths: 0 } }],
    ["a national level without an address", { asserts: { ...record.asserts, nqf: "level 6" } }],
    ["an unknown class of source", { source: { ...record.source, class: "friend" } }],
    ["a field that is not known", { verdict: "good" }],
    ["no subject", { subject: undefined }],
    ["a correction without its day", { supersededBy: "another" }],
    ["a day of correction without the correction", { supersededOn: "2026-11-01" }],
  ])("refuses %s", (_, change) => {
    expect(accepts({ ...record, ...change })).toBe(false);
  });
});
