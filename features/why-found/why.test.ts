import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWords } from "@/features/search/analyser";
import { words } from "@/lib/fold";
import { cutSegments } from "./segments";
import { soughtWords } from "./sought";
import type { Segment } from "./view";
import { explain, type Findable } from "./why";

const COURSE: Findable = {
  title: { en: "Welding in the Straße", fi: "Hitsausta kadulla" },
  defaultLanguage: "en",
  texts: [
    { en: "You weld thin plates. You read drawings!" },
    { en: "A short course", fi: "Lyhyt kurssi" },
    { en: "Evenings only.\nMostly in Łódź and Ørsted; bring gloves.", fi: "Vain iltaisin, käsineet mukaan." },
  ],
  skills: [
    { id: "1", language: "en", name: "operate welding equipment" },
    { id: "1", language: "fi", name: "käyttää hitsauslaitteita" },
    { id: "2", language: "en", name: "technical drawings" },
    { id: "2", language: "fi", name: "tekniset piirustukset" },
  ],
};
const plain = (query: string) => soughtWords({ query, spelling: null });
const whyOf = (query: string, reader: string | null = null) => explain(COURSE, plain(query), reader).why;
/** Marked words stand in brackets. */
const show = (part: { segments: readonly Segment[] } | null) =>
  part?.segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("") ?? null;

describe("the title", () => {
  it.each([
    ["welding", "[Welding] in the Straße"],
    ["weld", "[Welding] in the Straße"],
    ["weld strasse", "Welding in the [Straße]"],
    ["strasse weld", "[Welding] in the [Straße]"],
    ["in", "Welding [in] the Straße"],
    ["in strasse", "Welding in the [Straße]"],
    ["hitsaus", "[Hitsausta] kadulla"],
    ["xyz", "Welding in the Straße"],
  ])("for %s is %s", (query, title) => {
    expect(show(whyOf(query).title)).toBe(title);
  });

  it("is in the reader's language, unless another says more", () => {
    expect(whyOf("xyz", "fi").title.language).toBe("fi");
    expect(whyOf("xyz", "sv").title.language).toBe("en");
    expect(whyOf("welding", "fi").title.language).toBe("en");
  });

  it("has marked what a misspelt word stands for, and no beginnings", () => {
    const spelling = { alternatives: [["welding", "wedding"], ["strasse"]], corrected: "welding strasse" };
    const sought = soughtWords({ query: "weldign stras", spelling });
    expect(show(explain(COURSE, sought, null).why.title)).toBe("[Welding] in the [Straße]");
  });
});

describe("what the title does not say", () => {
  it.each([
    ["welding drawings", "You read [drawings]!", null],
    ["plates drawings", "You weld thin [plates].", "technical [drawings]"],
    ["welding lodz orsted", "Mostly in [Łódź] and [Ørsted]; bring gloves.", null],
    ["iltaisin", "Vain [iltaisin], käsineet mukaan.", null],
    ["welding equipment", null, "operate [welding] [equipment]"],
    ["piirustukset", null, "tekniset [piirustukset]"],
    ["welding", null, null],
    ["welding a", null, null],
    ["xyz", null, null],
  ])("for %s is a sentence, else a skill: %s, %s", (query, excerpt, skill) => {
    const why = whyOf(query);
    expect([show(why.excerpt), show(why.skill)]).toEqual([excerpt, skill]);
  });

  it("is said in the reader's language where that says as much", () => {
    expect(whyOf("kurssi course", "fi").excerpt?.language).toBe("fi");
    expect(whyOf("kurssi course", "en").excerpt?.language).toBe("en");
  });

  it("names what is left over", () => {
    expect(explain(COURSE, plain("welding xyz"), null).rest).toHaveLength(1);
    expect(explain(COURSE, plain("welding equipment"), null).rest).toEqual([]);
  });
});

describe("whatever a record says and a person types", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          "weld",
          "Straße",
          "ırmak",
          "İstanbul",
          "ﬁnish",
          "e\u0301t\u0301",
          "<b>",
          "☃",
          "ΛΌΓΟΣ",
          ".",
        ),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join(" ")),
  );

  it("a title is told whole, and what is marked in it is what was looked for", () => {
    fc.assert(
      fc.property(text, text, (title, query) => {
        const { title: told } = explain({ ...COURSE, title: { en: title } }, plain(query), "en").why;
        expect(told.segments.map((segment) => segment.text).join("")).toBe(title);
        const { whole, beginning } = readWords(query);
        const isSought = (word: string) =>
          whole.includes(word) || (beginning !== null && word.startsWith(beginning));
        for (const segment of told.segments)
          if (segment.hit) expect(words(segment.text).some(isSought)).toBe(true);
      }),
    );
  });

  it("a long sentence is cut between words, around what is marked", () => {
    const segments = fc.array(
      fc.record({ text: fc.string({ minLength: 1, maxLength: 90 }), hit: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(segments, (all) => {
        const cut = cutSegments(all);
        const whole = all.map((segment) => segment.text).join("");
        const shown = cut.map((segment) => segment.text).join("");
        if (whole.length <= 220) expect(shown).toBe(whole);
        else {
          const inner = shown.slice(shown.startsWith("…") ? 1 : 0, shown.endsWith("…") ? -1 : undefined);
          expect(whole.includes(inner)).toBe(true);
          expect(shown.length).toBeLessThanOrEqual(222);
        }
        expect(cut.some(({ hit }) => hit)).toBe(all.some(({ hit }) => hit));
      }),
    );
  });
});
