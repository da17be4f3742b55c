import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { iscedFields, iscedParents, parseIscedF } from "./isced-f";
import { officialList, officialListsExist } from "./official-list.fixture";

describe("fields of education", () => {
  it("are sorted, so that a field follows the one that contains it", () => {
    expect(iscedFields.codes).toEqual([...iscedFields.codes].sort());
    expect(iscedFields.codes.slice(0, 3)).toEqual(["00", "000", "0000"]);
  });

  it("are 11 broad ones and the unknown, with narrow and detailed ones below", () => {
    const ofLength = (digits: number) => iscedFields.codes.filter((code) => code.length === digits).length;
    expect([ofLength(2), ofLength(3), ofLength(4)]).toEqual([12, 58, 150]);
  });

  it.skipIf(!officialListsExist)("have the English labels of the EU's list", () => {
    const ours = iscedFields.codes.map((code) => [code, iscedFields.label(code, "en")]);
    const official = officialList("isced-f").map(({ code, label_en }) => [code, label_en]);
    expect(ours).toEqual(official.sort());
  });

  it("have Finnish labels that are not the English ones", () => {
    const same = iscedFields.codes.filter(
      (code) => iscedFields.label(code, "fi") === iscedFields.label(code, "en"),
    );
    expect(same).toEqual([]);
    expect(iscedFields.label("0613", "fi")).toBe("Ohjelmistojen ja sovellusten kehittäminen ja analysointi");
    expect(iscedFields.label("0619", "fi")).toBe(
      "Tietojenkäsittely ja tietoliikenne (ICT), ei muualla luokiteltu",
    );
  });
});

describe("parents", () => {
  it.each([
    ["0613", ["06", "061"]],
    ["061", ["06"]],
    ["06", []],
    ["0615", []],
    ["", []],
  ])("of %j are %j", (code, parents) => {
    expect(iscedParents(code)).toEqual(parents);
  });

  it("are themselves fields", () => {
    for (const code of iscedFields.codes) {
      for (const parent of iscedParents(code)) expect(iscedFields.has(parent), parent).toBe(true);
    }
  });
});

describe("reading a field", () => {
  it.each([
    ["06", "06", false],
    [" 061 ", "061", false],
    ["0613", "0613", false],
    ["06131", "0613", true],
    ["061312", "0613", true],
    ["http://data.europa.eu/snb/isced-f/0613", "0613", false],
    ["https://data.europa.eu/snb/isced-f/06131", "0613", true],
    ["http://data.europa.eu/snb/isced-f/061312/", "0613", true],
    ["http://data.europa.eu/esco/isced-f/0613", "0613", false],
    ["isced-f/0613", "0613", false],
  ])("%j is %j, truncated: %j", (text, code, truncated) => {
    expect(parseIscedF(text)).toEqual({ code, truncated });
  });

  it.each([
    "",
    "6",
    "613",
    "0615",
    "06151",
    "0613123",
    "06.13",
    "0613 Software",
    "http://example.org/snb/isced-f/0613",
    "http://example.org/snb/isced-f/06131",
    "http://data.europa.eu/snb/eqf/06131",
    "٠٦١٣",
    "__proto__",
  ])("%j is unknown", (text) => {
    expect(parseIscedF(text)).toBeNull();
  });

  it("gives a known field or nothing for any text", () => {
    const digits = fc.stringMatching(/^[0-9]{0,8}$/);
    fc.assert(
      fc.property(fc.oneof(digits, fc.string({ unit: "binary" })), (text) => {
        const parsed = parseIscedF(text);
        if (parsed === null) return;
        expect(iscedFields.has(parsed.code)).toBe(true);
        expect(text.trim().startsWith(parsed.code)).toBe(true);
        expect(parsed.truncated).toBe(text.trim().length > 4);
      }),
    );
  });

  it("reads a very long text in no time", () => {
    const started = performance.now();
    expect(parseIscedF(`${"/0613".repeat(40_000)}x`)).toBeNull();
    expect(performance.now() - started).toBeLessThan(500);
  });
});
