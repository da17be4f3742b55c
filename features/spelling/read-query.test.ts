import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsOf } from "@/features/search/analyser";
import { mistakesForgiven } from "./edits";
import { lexiconOf } from "./lexicon.fixture";
import { aWord, oneMistakeIn } from "./mistakes.fixture";
import { readQuery } from "./read-query";

const COURSES = [
  "Welding of steel, evening course",
  "Welding of aluminium",
  "Wedding photography",
  "Data base design",
  "Databases in hospitals",
  "Microcredentials in Europe",
  "Programming in the evening",
  "Nursing assistant",
  "Käsityö ja muotoilu",
  "GDPR in practice",
];
const read = (query: string) => readQuery(lexiconOf(COURSES), query);

describe("a query of right words", () => {
  it.each(["welding", "weld", "steel evening", "data base", "gdpr", "kasityo", "", "!!! ???", "😀"])(
    "is read as it was typed: %s",
    async (query) => {
      expect(await read(query)).toEqual({ kind: "all" });
    },
  );
});

describe("a query with mistakes", () => {
  it.each([
    ["weldign", "welding"],
    ["wleding steel", "welding steel"],
    ["xelding steel", "welding steel"],
    ["steel weling", "steel welding"],
    ["programing evening", "programming evening"],
    ["prgroamming", "programming"],
    ["eveing programm", "evening programm"],
    ["progarm", "programming"],
    ["databse", "databases"],
    ["micro credentials", "microcredentials"],
    ["micro cred", "microcred"],
    ["nursingassistant", "nursing assistant"],
    ["nursingassist", "nursing assist"],
    ["Käsityö muotiolu", "Käsityö muotoilu"],
    ["nursingassistant practise", null],
  ])("%s is %s", async (query, corrected) => {
    const found = await read(query);
    if (corrected === null) expect(found.kind).toBe("most");
    else expect(found).toMatchObject({ kind: "mistakes", corrected });
  });

  it("names what each word may stand for, the likeliest first, and nothing that finds no course", async () => {
    expect(await read("weding")).toEqual({
      kind: "mistakes",
      query: "weding",
      spelling: { alternatives: [["welding", "wedding"]], corrected: "welding" },
      corrected: "welding",
    });
    expect(await read("weding steel")).toMatchObject({
      spelling: { alternatives: [["welding"], ["steel"]] },
    });
  });

  it("doubts a word that courses have only for one that far more have", async () => {
    const weldings = Array.from({ length: 5 }, () => "welding of steel");
    expect(await readQuery(lexiconOf([...weldings, "wedding"]), "steel wedding")).toMatchObject({
      kind: "mistakes",
      corrected: "steel welding",
    });
    expect(await readQuery(lexiconOf([...weldings, "wedding", "wedding"]), "steel wedding")).toEqual({
      kind: "most",
      kept: "wedding",
      left: ["steel"],
    });
  });

  it("reaches two mistakes only where one finds nothing", async () => {
    const lexicon = lexiconOf(["certificate", "certificates in law", "verificator in art"]);
    expect(await readQuery(lexicon, "certificata")).toMatchObject({
      spelling: { alternatives: [["certificate"]] },
    });
    expect(await readQuery(lexicon, "certificata law")).toMatchObject({ corrected: "certificates law" });
  });

  it.each(["weld1ng", "wlding2", "gdrp", "xyzzy", "漢字漢字漢字", "qwertyuiop"])(
    "is not guessed at: %s",
    async (query) => {
      expect(await read(query)).toEqual({ kind: "all" });
    },
  );
});

describe("a query of which no course has all words", () => {
  it.each([
    ["welding qwertyuiop", "welding", ["qwertyuiop"]],
    ["Käsityö of welding", "Käsityö", ["of", "welding"]],
    ["gdpr Käsityö", "gdpr", ["Käsityö"]],
    ["gdrp aluminium welding", "aluminium welding", ["gdrp"]],
    ["free evening course welding", "welding", ["free", "evening", "course"]],
    ["Ilmainen iltakurssi käsityö", "käsityö", ["Ilmainen", "iltakurssi"]],
    ["free programming weldign", "programming", ["free", "weldign"]],
    ["programming evening gdpr", "programming", ["evening", "gdpr"]],
    ["weldign gdpr", "gdpr", ["weldign"]],
    ["qwertyuiop nursingassistant", "nursing assistant", ["qwertyuiop"]],
  ])("keeps most of %s", async (query, kept, left) => {
    expect(await read(query)).toEqual({ kind: "most", kept, left });
  });
});

it("is left alone where only words of intent would be left, and where those are all there is they are kept", async () => {
  expect(await read("qwertyuiop evening course")).toEqual({ kind: "all" });
  expect(await read("free evening course")).toEqual({
    kind: "most",
    kept: "evening course",
    left: ["free"],
  });
});

it("takes no word of intent for a mistake", async () => {
  const courses = ["tree evenings of welding", "mree evenings of welding"];
  expect(await readQuery(lexiconOf(courses), "welding evening class")).toMatchObject({
    kind: "most",
    kept: "welding",
    left: ["evening", "class"],
  });
  expect(await readQuery(lexiconOf(courses), "eveningz welding")).toMatchObject({
    corrected: "evenings welding",
  });
  expect(await readQuery(lexiconOf(courses), "evening welding")).toMatchObject({
    kind: "most",
    kept: "welding",
  });
});

it("keeps as many words that tell something as can be, rather than those that most courses have", async () => {
  const courses = ["care for all", "leading with care", "food for all", "leading with all for all"];
  const found = await readQuery(lexiconOf([...courses, ...courses, "leading teams"]), "leading for teams");
  expect(found).toEqual({ kind: "most", kept: "leading teams", left: ["for"] });
});

it("reads ten words at once, however many parts they have", async () => {
  const words = ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii", "jj"];
  const found = await readQuery(lexiconOf(words), words.join(" "));
  expect(found).toEqual({ kind: "most", kept: "aa", left: words.slice(1) });
});

const catalogue = fc.array(fc.array(aWord, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });

describe("whatever is typed over whatever there is", () => {
  it("is read alike each time, and what is read finds something", async () => {
    const query = fc.oneof(fc.string({ unit: "binary", maxLength: 256 }), aWord);
    await fc.assert(
      fc.asyncProperty(catalogue, query, fc.nat(), async (courses, typed, pick) => {
        const lexicon = lexiconOf(courses.map((words) => words.join(" ")));
        const known = courses.flat()[pick % courses.flat().length] ?? "";
        const asked = `${typed} ${known}`;
        const found = await readQuery(lexicon, asked);
        expect(await readQuery(lexicon, asked)).toEqual(found);
        if (found.kind === "most") {
          expect(await readQuery(lexicon, found.kept)).toEqual({ kind: "all" });
          expect(wordsOf([found.kept, ...found.left].join(" ")).length).toBeGreaterThan(1);
        }
        if (found.kind !== "mistakes") return;
        expect(await readQuery(lexicon, found.corrected)).toEqual({ kind: "all" });
        const alternatives = found.spelling?.alternatives ?? [];
        expect(alternatives.map((words) => words.length)).not.toContain(0);
        if (found.spelling) expect(wordsOf(found.query)).toHaveLength(alternatives.length);
      }),
    );
  });

  it("never changes a right word, and finds the right one behind one mistake", async () => {
    const asked = fc.tuple(catalogue, fc.nat()).chain(([courses, pick]) => {
      const course = courses[pick % courses.length] ?? [];
      const word = course[pick % course.length] ?? "";
      return fc.tuple(fc.constant(courses), fc.constant(course), fc.constant(word), oneMistakeIn(word));
    });
    await fc.assert(
      fc.asyncProperty(asked, async ([courses, course, word, typed]) => {
        const lexicon = lexiconOf(courses.map((words) => words.join(" ")));
        const others = course.filter((other) => other !== word);
        expect(await readQuery(lexicon, [...others, word].join(" "))).toEqual({ kind: "all" });
        const found = await readQuery(lexicon, [typed, ...others].join(" "));
        if (found.kind === "all" || mistakesForgiven(typed) === 0) return;
        expect(found.kind).toBe("mistakes");
        if (found.kind === "mistakes") expect(found.spelling?.alternatives[0]).toContain(word);
      }),
    );
  });
});
