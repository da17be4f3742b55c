import { describe, expect, it } from "vitest";
import { applyChange } from "@/features/changes/mutations";
import { NO_SEARCH, type SearchParams } from "@/features/search/schema";
import { testDatabase } from "@/tests/database";
import {
  ACTOR,
  insertCourse,
  insertProvider,
  insertSkill,
  MOMENT,
  makeOutcome,
  makeRun,
  NOW,
} from "@/tests/factories";
import { facetValues, listFoundIds, searchCourses, searchPage } from "./queries";

const database = testDatabase();
const at = () => ({ now: NOW, db: database.db });
const asked = (params: Partial<SearchParams>): SearchParams => ({ ...NO_SEARCH, ...params });

describe("searchPage", () => {
  it("brings the courses in order, and names for providers and skills", async () => {
    const skillId = await insertSkill(database.db, {
      label: { en: "heron watching", fi: "haikaran tarkkailu" },
    });
    const provider = await insertProvider(database.db, { content: { legalName: { en: "Heron House" } } });
    const titles = ["Heron b", "Heron a", "Heron c"];
    const ids: string[] = [];
    for (const title of titles) {
      const content = {
        provider: provider.id,
        title: { en: title },
        outcomes: [makeOutcome({ skills: [{ skillId, method: "stated" }] })],
      } as const;
      ids.push((await insertCourse(database.db, { content })).id);
    }
    const page = await searchPage(asked({ query: "heron", sort: "newest", pageSize: 2, page: 2 }), at());
    expect(page.courses.map(({ id }) => id)).toEqual([ids.sort()[2]]);
    expect(page).toMatchObject({
      total: 3,
      ignored: [],
      engine: "postgres",
      degraded: false,
      labels: {
        provider: { [provider.slug]: { en: "Heron House" } },
        skill: { [skillId]: { fi: "haikaran tarkkailu" } },
      },
    });
    expect(await listFoundIds(asked({ query: "heron", sort: "newest", pageSize: 1, page: 9 }), at())).toEqual(
      ids,
    );
  });
});

describe("chosen providers and skills", () => {
  it("find nothing and are named where they do not exist", async () => {
    const { id } = await insertCourse(database.db);
    const missing = "6f3b1a52-0000-4000-8000-1234567890ab";
    const selection = { provider: ["nobody", "no' body"], skill: [missing, "no uuid"] };
    const found = await searchCourses(asked({ selection }), at());
    expect(found.total).toBe(0);
    expect(found.ids).not.toContain(id);
    expect(found.ignored).toEqual(["provider=nobody", `skill=${missing}`]);
    expect(found.facets.provider).toEqual([
      { value: "no' body", count: 0 },
      { value: "nobody", count: 0 },
    ]);
  });

  it("are found under a slug of old", async () => {
    const provider = await insertProvider(database.db, { content: { legalName: { en: "Stork School" } } });
    const { id } = await insertCourse(database.db, { content: { provider: provider.id } });
    const content = { ...provider.content, legalName: { en: "Crane School" } };
    await database.db.transaction((tx) =>
      applyChange(tx, ACTOR, { kind: "provider", before: provider, after: { ...provider, content } }, MOMENT),
    );
    const found = await searchCourses(asked({ selection: { provider: ["stork-school"] } }), at());
    expect(found).toMatchObject({
      ids: [id],
      ignored: [],
      params: { selection: { provider: ["crane-school"] } },
    });
  });
});

describe("facetValues", () => {
  const values = async (
    ...[facet, contains, params]: [Parameters<typeof facetValues>[0], string, Partial<SearchParams>?]
  ) =>
    (await facetValues(facet, contains, asked(params ?? {}), at())).map(
      ({ value, count }) => `${value} ${count}`,
    );

  it("finds values by a part of a name in any language, whatever its accents", async () => {
    const skillId = await insertSkill(database.db, { label: { en: "fishing", fi: "Järvikalastus" } });
    const provider = await insertProvider(database.db, {
      content: { legalName: { sv: "Fågelskolan Łódź", en: "x" } },
    });
    const content = {
      provider: provider.id,
      fields: ["0831"],
      runs: [makeRun({ country: "FI", languages: ["sv"], modes: ["research-lab"] })],
      outcomes: [makeOutcome({ skills: [{ skillId, method: "stated" }] })],
    } as const;
    await insertCourse(database.db, { content });
    expect(await values("skill", "jarvikala")).toEqual([`${skillId} 1`]);
    expect(await values("provider", "fagel")).toEqual([`${provider.slug} 1`]);
    expect(await values("provider", " LODZ")).toEqual([`${provider.slug} 1`]);
    expect(await values("language", "swed")).toEqual(["sv 1"]);
    expect(await values("field", "083")).toEqual(["083 1", "0831 1"]);
    expect(await values("mode", "research")).toEqual(["research-lab 1"]);
    expect(await values("skill", "%")).toEqual([]);
  });

  it("ignores the facet's own choice and heeds the others", async () => {
    const provider = await insertProvider(database.db);
    const content = {
      provider: provider.id,
      runs: [makeRun({ modes: ["online"] }), makeRun({ modes: ["hybrid"], languages: ["mt"] })],
    } as const;
    await insertCourse(database.db, { content });
    const only = { provider: [provider.slug] };
    expect(await values("mode", "", { selection: { ...only, mode: ["online"] } })).toEqual([
      "hybrid 1",
      "online 1",
    ]);
    expect(await values("mode", "", { selection: { ...only, language: ["mt"] } })).toEqual(["hybrid 1"]);
    expect(await values("mode", "", { selection: only, facetLimit: 1 })).toEqual(["hybrid 1"]);
  });
});
