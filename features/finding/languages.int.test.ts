import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { occupationSkills } from "@/db/schema/occupations";
import {
  conceptFiles,
  ENGLISH,
  FINNISH,
  relationFiles,
  SOLDIER,
  STEEL,
  TEAM,
  WELD,
  WELDER,
} from "@/features/esco/files.fixture";
import { runEscoImport } from "@/features/esco/run-esco-import";
import type { InputFile } from "@/features/exchange/draft";
import { NO_SEARCH, type SearchParams } from "@/features/search/schema";
import { testDatabase } from "@/tests/database";
import { insertCourse, insertSkill, makeOutcome, makeRun, NOW, TODAY } from "@/tests/factories";
import { searchCourses, searchPage } from "./queries";

const SWEDISH = {
  ...FINNISH,
  weld: "svetsa metall",
  steel: "stålets egenskaper",
  welder: "svetsare",
};

const folder = mkdtempSync(path.join(tmpdir(), "cairn-esco-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function importEsco(files: readonly InputFile[]): Promise<void> {
  const address = path.join(mkdtempSync(path.join(folder, "files-")), "v1.1.1");
  for (const { name, bytes } of files) {
    mkdirSync(path.dirname(path.join(address, name)), { recursive: true });
    writeFileSync(path.join(address, name), bytes);
  }
  const report = await runEscoImport(
    database.db,
    {
      format: "esco",
      source: "ESCO",
      provider: null,
      isPartial: false,
      isDryRun: false,
      isConfirmed: true,
      isJson: false,
      dataDir: null,
      address,
    },
    { clock: () => NOW, today: TODAY, progress: () => {}, ask: null },
  );
  expect(report.state).toBe("applied");
}

const database = testDatabase();
const at = () => ({ now: NOW, db: database.db });
const asked = (query: string, params: Partial<SearchParams> = {}): SearchParams => ({
  ...NO_SEARCH,
  query,
  ...params,
});
const totalOf = async (query: string) => (await searchCourses(asked(query, { asTyped: true }), at())).total;

const twoLanguages = [...conceptFiles("en", ENGLISH), ...conceptFiles("fi", FINNISH), ...relationFiles()];
let welding: string;

beforeAll(async () => {
  await importEsco(twoLanguages);
  // Described in Estonian alone; one link is stated, one only suggested, one rejected.
  const outcome = makeOutcome({
    text: { et: "Oskab keevitada" },
    skills: [
      { skillId: WELD, method: "stated" },
      { skillId: STEEL, method: "suggested" },
      { skillId: TEAM, method: "rejected" },
    ],
  });
  const content = { defaultLanguage: "et", title: { et: "Keevitamine" }, outcomes: [outcome] };
  welding = (
    await insertCourse(database.db, { content: { ...content, runs: [makeRun({ modes: ["online"] })] } })
  ).id;
});

describe("a course described in one language", () => {
  it("is found in every language of ESCO that was imported, by main and other names of what it teaches", async () => {
    for (const query of ["keevitamine", "weld metal", "hitsata", "hitsata metallia", "weld well"]) {
      const { ids } = await searchCourses(asked(query), at());
      expect(ids).toEqual([welding]);
    }
  });

  it("says by which skill, and in which language that was found", async () => {
    const why = async (query: string) => (await searchPage(asked(query), at())).why[welding];
    expect(await why("hitsata")).toEqual({
      title: { language: "et", segments: [{ text: "Keevitamine", hit: false }] },
      excerpt: null,
      skill: {
        id: WELD,
        language: "fi",
        segments: [
          { text: "hitsata", hit: true },
          { text: " metallia", hit: false },
        ],
      },
    });
    // By another name of the skill, which is read only where the main ones do not say it.
    expect((await why("metal well"))?.skill).toEqual({
      id: WELD,
      language: "en",
      segments: [
        { text: "weld ", hit: false },
        { text: "metal", hit: true },
        { text: " ", hit: false },
        { text: "well", hit: true },
      ],
    });
    expect((await why("keevitada"))?.excerpt?.segments).toEqual([
      { text: "Oskab ", hit: false },
      { text: "keevitada", hit: true },
    ]);
  });

  it("is not found by skills that are suggested or rejected", async () => {
    for (const query of ["steel", "teräksen", "teams", "tiimeissä"]) expect(await totalOf(query)).toBe(0);
  });

  it("is found in a language that is imported later, and not by a name that has gone", async () => {
    expect(await totalOf("svetsa")).toBe(0);
    await importEsco([...twoLanguages, ...conceptFiles("sv", SWEDISH)]);
    expect(await totalOf("svetsa")).toBe(1);
    await importEsco([
      ...conceptFiles("en", { ...ENGLISH, weld: "join plates" }),
      ...conceptFiles("fi", FINNISH),
      ...conceptFiles("sv", SWEDISH),
      ...relationFiles(),
    ]);
    expect(await totalOf("weld")).toBe(0);
    expect(await totalOf("join plates")).toBe(1);
    await importEsco([...twoLanguages, ...conceptFiles("sv", SWEDISH)]);
    expect(await totalOf("weld")).toBe(1);
  });
});

describe("an occupation", () => {
  it.each(["welder", "Hitsaaja", "WELDER", "How to become a welder", "hitsaaja kurssi"])(
    "is named by %s and leads to its courses",
    async (query) => {
      const { occupations } = await searchPage(asked(query), at());
      expect(occupations).toMatchObject([{ id: WELDER, count: 1, label: { en: "welder", fi: "hitsaaja" } }]);
      const [occupation] = occupations;
      const followed = await searchPage(occupation?.params ?? NO_SEARCH, at());
      expect(followed).toMatchObject({
        ids: [welding],
        params: { query: "", occupation: WELDER },
        labels: { occupation: { en: "welder" } },
      });
    },
  );

  it("is named by words with a mistake, as they are read", async () => {
    await insertCourse(database.db, { content: { title: { en: "A welder tells" } } });
    const found = await searchPage(asked("weldre"), at());
    expect(found.reading).toEqual({ kind: "mistakes", corrected: "welder" });
    expect(found.occupations).toMatchObject([{ id: WELDER }]);
  });

  it.each(["we", "hitsaa", "soldier", "der", "become", "'\\", ""])("is not named by %j", async (query) => {
    expect((await searchPage(asked(query), at())).occupations).toEqual([]);
  });

  it("is named by the words that are kept of others", async () => {
    const found = await searchPage(asked("welder qwertyuiop"), at());
    expect(found.reading).toEqual({ kind: "most", kept: "welder", left: ["qwertyuiop"] });
    expect(found.occupations).toMatchObject([{ id: WELDER }]);
  });

  it("keeps the filters, and is not offered where they leave nothing", async () => {
    const chosen = (mode: string) => searchPage(asked("welder", { selection: { mode: [mode] } }), at());
    expect((await chosen("online")).occupations).toMatchObject([
      { count: 1, params: { selection: { mode: ["online"] } } },
    ]);
    expect((await chosen("blended")).occupations).toEqual([]);
  });

  it("is met by essential skills that are not transversal, and by no others", async () => {
    const teaching = async (...skillIds: string[]) => {
      const outcomes = [
        makeOutcome({ skills: skillIds.map((skillId) => ({ skillId, method: "stated" as const })) }),
      ];
      return (await insertCourse(database.db, { content: { title: { en: "For soldiers" }, outcomes } })).id;
    };
    const [own, shared] = [
      await insertSkill(database.db, { reuseLevel: "occupation-specific" }),
      await insertSkill(database.db, { reuseLevel: "transversal" }),
    ];
    await database.db.insert(occupationSkills).values([
      { occupationId: SOLDIER, skillId: own, relation: "essential" },
      { occupationId: SOLDIER, skillId: shared, relation: "essential" },
    ]);
    const counted = await teaching(own, shared);
    await teaching(shared);
    await teaching(STEEL);
    const found = await searchCourses(asked("", { occupation: SOLDIER }), at());
    expect(found).toMatchObject({ ids: [counted], total: 1, ignored: [] });
    // Optional for a welder.
    expect((await searchCourses(asked("soldiers", { occupation: WELDER }), at())).total).toBe(0);
  });

  it("that does not exist finds nothing and is named", async () => {
    const missing = "6f3b1a52-0000-4000-8000-1234567890ab";
    expect(await searchPage(asked("", { occupation: missing }), at())).toMatchObject({
      total: 0,
      ignored: [`occupation=${missing}`],
      labels: { occupation: null },
    });
  });
});
