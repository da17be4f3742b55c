import { describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";
import { insertCourse, insertCredential } from "@/tests/factories";
import { findUnitsByName } from "./queries";

const database = testDatabase();
const slugsOf = async (text: string, limit = 10) =>
  (await findUnitsByName(text, { limit, db: database.db })).map(({ kind, slug }) => `${kind} ${slug}`);

describe("findUnitsByName", () => {
  it("finds what can be held by all words of its name in one language, the shortest name first", async () => {
    const [long, short] = [
      await insertCredential(database.db, {
        content: { title: { en: "Heron counting in marshes", fi: "Haikarat" } },
      }),
      await insertCredential(database.db, { content: { title: { en: "Heron counting", fi: "Laskenta" } } }),
    ];
    await insertCredential(database.db, { content: { title: { en: "Heron", fi: "counting" } } });
    const course = await insertCourse(database.db, {
      content: { title: { en: "Counting herons by night" }, assessment: "assessed" },
    });
    expect(await slugsOf("COUNTING heron")).toEqual([
      `credential ${short.slug}`,
      `course ${course.slug}`,
      `credential ${long.slug}`,
    ]);
    expect(await slugsOf("counting heron", 1)).toEqual([`credential ${short.slug}`]);
    expect(await slugsOf("haikarat")).toEqual([`credential ${long.slug}`]);
  });

  it("leaves out what is nothing to hold, and a course whose credential is what one holds", async () => {
    const credential = await insertCredential(database.db, { content: { title: { en: "Otter tracking" } } });
    await insertCredential(database.db, { status: "withdrawn", content: { title: { en: "Otter old" } } });
    await insertCredential(database.db, {
      content: { title: { en: "Otter seat" }, kind: "certificate-of-attendance" },
    });
    await insertCourse(database.db, { content: { title: { en: "Otter untested" }, assessment: "none" } });
    await insertCourse(database.db, {
      content: {
        title: { en: "Otter course" },
        assessment: "assessed",
        credentials: [{ credential: credential.id, needs: "this-course", neededCount: null }],
      },
    });
    expect(await slugsOf("otter")).toEqual([`credential ${credential.slug}`]);
  });

  it("reads names without accents and special letters, whatever is typed", async () => {
    const credential = await insertCredential(database.db, {
      content: { title: { en: "Øresund bridges", fi: "Sähköverkot" } },
    });
    for (const typed of ["oresund", "Øresund BRIDG", "sahkoverkot", "sähkö"]) {
      expect(await slugsOf(typed), typed).toEqual([`credential ${credential.slug}`]);
    }
  });

  it("takes wildcards and an empty text as they are", async () => {
    const lynx = await insertCredential(database.db, { content: { title: { en: "Lynx" } } });
    expect(await slugsOf("%")).toEqual([]);
    expect(await slugsOf("' & !'lynx' |")).toEqual([`credential ${lynx.slug}`]);
    expect(await slugsOf("____")).toEqual([]);
    // Folds to a word six times as long.
    expect(await slugsOf("㌖".repeat(256))).toEqual([]);
    expect(await slugsOf("  ")).toEqual([]);
  });
});
