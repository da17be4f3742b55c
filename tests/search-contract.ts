import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import {
  FACETS,
  type Facet,
  type SearchAnswer,
  type SearchEngine,
  type SearchRequest,
  SORTS,
} from "@/features/search/engine";
import { FACET_VALUES } from "@/features/search/facet-values";
import { emptyRequest } from "@/features/search/schema";
import { addDays } from "@/lib/dates";
import { testDatabase } from "./database";
import { TODAY } from "./factories";
import { type Catalogue, insertCatalogue, WORDS } from "./search-catalogue";
import { type Flaw, type OracleAnswer, oracle } from "./search-oracle";

const SEEDS = [1, 2, 3, 4];
/** Days of asking, around which deadlines of the catalogue lie. */
const DAYS = [0, 1, 4, -2];
const REQUESTS_A_DAY = 125;

export const NO_REQUEST: SearchRequest = {
  ...emptyRequest(TODAY),
  limit: 20,
  facets: FACETS,
};

/** What every engine must pass; `makeEngine` gives one that searches the courses of a database. */
export function searchContract(makeEngine: (db: Database) => SearchEngine): void {
  describe.each(SEEDS)("a random catalogue (seed %i)", (seed) => {
    const database = testDatabase();
    let catalogue: Catalogue;
    beforeAll(async () => {
      catalogue = await insertCatalogue(database.db, seed);
    }, 60_000);

    it.each(DAYS)(
      "is searched as by brute force, %i days on",
      async (days) => {
        await expectRightAnswers(makeEngine(database.db), catalogue, { today: addDays(TODAY, days), seed });
      },
      60_000,
    );

    it("has courses that count towards qualifications, so that comparing these says something", () => {
      const { facets } = oracle(catalogue.courses)(NO_REQUEST);
      const counted = facets["stacks-into"]?.filter(({ count }) => count > 0);
      expect(counted?.length).toBeGreaterThan(1);
    });

    it("has courses of nearly every tier, some of which change it between the days of asking", () => {
      const answers = DAYS.map((days) =>
        oracle(catalogue.courses)({ ...NO_REQUEST, today: addDays(TODAY, days) }),
      );
      const found = answers.flatMap(({ facets }) => facets.trust ?? []).map(({ value }) => value);
      expect(new Set(found).size).toBeGreaterThanOrEqual(FACET_VALUES.trust.length - 1);
      expect(new Set(answers.map(({ facets }) => JSON.stringify(facets.trust))).size).toBeGreaterThan(1);
      expect(answers[0]?.facets.confirmed).toHaveLength(FACET_VALUES.confirmed.length);
    });

    it.each(SORTS)("comes in pages that are one list, by %s", async (sort) => {
      const engine = makeEngine(database.db);
      const whole = { ...NO_REQUEST, query: "d", sort, limit: 1_000, facets: [] };
      const { ids } = await engine.search(whole);
      const pages: string[] = [];
      for (let offset = 0; offset < ids.length; offset += 7) {
        pages.push(...(await engine.search({ ...whole, offset, limit: 7 })).ids);
      }
      expect(ids.length).toBeGreaterThan(20);
      expect(pages).toEqual(ids);
    });
  });
}

/** Brute force itself is asked whether it would find out the two usual mistakes. */
export function proveBruteForce(): void {
  describe("brute force", () => {
    const database = testDatabase();

    it.each<Flaw>(["takes values from different runs", "counts runs"])(
      "finds out an engine that %s",
      async (flaw) => {
        const catalogue = await insertCatalogue(database.db, 1);
        const [right, wrong] = [oracle(catalogue.courses), oracle(catalogue.courses, flaw)];
        const found = fc
          .sample(requests(catalogue, TODAY), { seed: 1, numRuns: REQUESTS_A_DAY })
          .filter((request) => differences(request, right(request), wrong(request)).length > 0);
        expect(found.length).toBeGreaterThan(REQUESTS_A_DAY / 20);
      },
      60_000,
    );
  });
}

/** Asks at random and compares every total, every facet cell and every page of hits with brute force. */
export async function expectRightAnswers(
  engine: SearchEngine,
  catalogue: Catalogue,
  { today, seed }: { today: string; seed: number },
): Promise<void> {
  const bruteForce = oracle(catalogue.courses);
  await fc.assert(
    fc.asyncProperty(requests(catalogue, today), async (request) => {
      expect(differences(request, bruteForce(request), await engine.search(request))).toEqual([]);
    }),
    { seed, numRuns: REQUESTS_A_DAY },
  );
}

/** What is wrong in an answer, cell by cell. Words leave the order of their hits to the engine. */
function differences(request: SearchRequest, expected: OracleAnswer, actual: SearchAnswer): string[] {
  const wrong: string[] = [];
  if (actual.total !== expected.total) wrong.push(`total ${actual.total} instead of ${expected.total}`);
  for (const facet of request.facets) {
    const [have, want] = [actual.facets[facet] ?? [], expected.facets[facet] ?? []].map((counts) =>
      counts.map(({ value, count }) => `${value} ${count}`),
    );
    if (have?.join() !== want?.join()) wrong.push(`${facet}: ${have?.join()} instead of ${want?.join()}`);
  }
  const isOrderFree = request.sort === "relevance" && /\p{L}|\p{N}/u.test(request.query);
  const have = new Set(actual.ids);
  const areRight = isOrderFree
    ? have.size === expected.ids.length &&
      actual.ids.length === have.size &&
      [...have].every((id) => expected.found.includes(id))
    : actual.ids.join() === expected.ids.join();
  if (!areRight) wrong.push(`hits ${actual.ids.join()} instead of ${expected.ids.join()}`);
  return wrong;
}

function requests(
  { providerSlugs, skillIds, qualificationSlugs }: Catalogue,
  today: string,
): fc.Arbitrary<SearchRequest> {
  const months = [-1, 0, 1, 2].map((n) => addDays(`${TODAY.slice(0, 7)}-15`, n * 30).slice(0, 7));
  const pools: Record<Facet, readonly string[]> = {
    ...FACET_VALUES,
    level: ["4", "5", "6", "7", "not-stated"],
    mode: ["online", "blended", "presential", "not-stated"],
    start: [...months, "anytime", "not-stated", "no-open-run"],
    country: ["FI", "SE", "DE"],
    language: ["en", "fi", "sv", "not-stated"],
    field: ["06", "061", "0611", "0613", "04", "0413", "not-stated"],
    provider: providerSlugs,
    skill: skillIds,
    "stacks-into": qualificationSlugs,
  };
  const choice = (facet: Facet) =>
    fc.subarray([...pools[facet], "no such value', 'x"], { minLength: 1, maxLength: 3 });
  const word = fc
    .tuple(fc.constantFrom(...WORDS, "taito", "steel", "provider", "zzz"), fc.nat(7))
    .map(([w, cut]) => w.slice(0, 1 + cut));
  return fc.record({
    query: fc.oneof(
      fc.constant(""),
      fc.constant("%' \\ & | !"),
      word,
      fc.tuple(fc.constantFrom(...WORDS), word).map((list) => list.join(" ")),
    ),
    spelling: fc.constant(null),
    teachesAnyOf: fc.option(fc.subarray([...skillIds]), { freq: 5, nil: null }),
    selection: fc
      .subarray([...FACETS], { maxLength: 5 })
      .chain((facets) => fc.tuple(...facets.map((facet) => fc.tuple(fc.constant(facet), choice(facet)))))
      .map((pairs) => Object.fromEntries(pairs)),
    ectsMin: fc.option(fc.constantFrom(0, 100, 300), { freq: 1 }),
    ectsMax: fc.option(fc.constantFrom(299, 1500, 3000), { freq: 1 }),
    sort: fc.constantFrom(...SORTS),
    offset: fc.constantFrom(0, 0, 3, 50),
    limit: fc.constantFrom(0, 5, 20, 100),
    facets: fc.oneof({ weight: 3, arbitrary: fc.constant(FACETS) }, fc.subarray([...FACETS])),
    facetLimit: fc.constantFrom(100, 100, 100, 2, 1),
    today: fc.constant(today),
  });
}
