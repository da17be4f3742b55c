import { describe, expect, it } from "vitest";
import { withoutPersonalData, withoutPersonalNumbers } from "./personal-data";

describe("withoutPersonalNumbers", () => {
  it.each([
    ["an Italian tax code", "Docente: RSSMRA85T10A562S.", "Docente: […]."],
    ["one in small letters", "rssmra85t10a562s", "[…]"],
    ["one with letters for digits", "RSSMRA8RTMLAR6NS", "[…]"],
    ["a Finnish identity code", "Hetu 131052-308T", "Hetu […]"],
    ["one of this century", "010203A123X", "010203A123X"],
    ["a number that only looks like one", "131052-3080 and 010203-1234", "131052-3080 and 010203-1234"],
    [
      "codes of courses and dates",
      "ABC123 2027-01-12 0613 FI1B 1.2.246.562.17.00000000000000012960",
      "ABC123 2027-01-12 0613 FI1B 1.2.246.562.17.00000000000000012960",
    ],
  ])("%s", (_name, text, expected) => {
    expect(withoutPersonalNumbers(text)).toBe(expected);
  });
});

describe("withoutPersonalData", () => {
  it("leaves out the fields that hold a person, in the languages of the feeds we know", () => {
    const raw = {
      afId: "1",
      codice_fiscale: "RSSMRA85T10A562S",
      Docente: { nome: "Mario" },
      "data-di-nascita": "1985-12-10",
      syntymäaika: "1985-12-10",
      Lärare: "Anna",
      teacherName: "Anna",
      contactPerson: "Anna",
      phoneNumber: "1",
      homeAddress: "Street 1",
      titles: [{ email: "a@example.org", text: "Welding" }],
    };
    expect(withoutPersonalData(raw)).toEqual({ afId: "1", titles: [{ text: "Welding" }] });
  });

  it("takes addresses and numbers of people out of texts, and cuts what is no text", () => {
    expect(withoutPersonalData(["Write to anna.b@mail.example.fi, 131052-308T", 5, null])).toEqual([
      "Write to […], […]",
      5,
      null,
    ]);
    expect(withoutPersonalData("x".repeat(100_000))).toHaveLength(32_768);
  });
});
