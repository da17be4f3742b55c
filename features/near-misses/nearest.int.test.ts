import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { searchCourses } from "@/features/finding/queries";
import { FACETS, type Facet, type SearchRequest } from "@/features/search/engine";
import { FACET_VALUES } from "@/features/search/facet-values";
import { NO_SEARCH, parseSearchParams, type SearchParams } from "@/features/search/schema";
import { toQueryString } from "@/features/search/url";
import { testDatabase } from "@/tests/database";
import { NOW, TODAY } from "@/tests/factories";
import { type Catalogue, insertCatalogue, WORDS } from "@/tests/search-catalogue";
import { NO_REQUEST } from "@/tests/search-contract";
import { type Flaw, oracle } from "@/tests/search-oracle";
import { FEW, findNearest } from "./nearest";

/** Beside words as they are written, such as are not. */
const TYPED = [...WORDS, "weldign", "datbase", "welldata"];
const SEED = 5;
const SEARCHES = 150;

/** Narrow searches, most of which find little. */
function narrow({ skillIds, providerSlugs, qualificationSlugs }: Catalogue): fc.Arbitrary<SearchParams> {
  const pools: Partial<Record<Facet, readonly string[]>> = {
    ...FACET_VALUES,
    level: ["5", "6", "7"],
    mode: ["online", "blended", "presential"],
    start: ["2026-11", "2026-12", "2027-01", "anytime"],
    country: ["FI", "SE", "DE"],
    language: ["en", "fi", "sv"],
    field: ["0611", "0613", "0413", "061"],
    provider: providerSlugs,
    skill: skillIds,
    "stacks-into": qualificationSlugs,
  };
  const choice = (facet: Facet) => fc.subarray([...(pools[facet] ?? [])], { minLength: 1, maxLength: 2 });
  return fc
    .record({
      query: fc.oneof(
        fc.constant(""),
        fc.constantFrom(...TYPED),
        fc.tuple(fc.constantFrom(...TYPED), fc.constantFrom(...TYPED)).map((words) => words.join(" ")),
      ),
      selection: fc
        .subarray([...FACETS], { minLength: 1, maxLength: 4 })
        .chain((facets) => fc.tuple(...facets.map((facet) => fc.tuple(fc.constant(facet), choice(facet)))))
        .map((pairs) => Object.fromEntries(pairs)),
      ectsMin: fc.option(fc.constantFrom(100, 300), { freq: 1 }),
      ectsMax: fc.option(fc.constantFrom(299, 1500), { freq: 1 }),
      facetLimit: fc.constantFrom(100, 2),
      asTyped: fc.boolean(),
    })
    .map((some) => ({ ...NO_SEARCH, ...some }));
}

const requestOf = ({ query, selection, ectsMin, ectsMax }: SearchParams): SearchRequest => ({
  ...NO_REQUEST,
  query,
  selection,
  ectsMin,
  ectsMax,
});

describe("offers near a search", () => {
  const database = testDatabase();
  let catalogue: Catalogue;
  let searches: SearchParams[];
  const at = () => ({ now: NOW, db: database.db });
  beforeAll(async () => {
    catalogue = await insertCatalogue(database.db, SEED);
    searches = fc.sample(narrow(catalogue), { seed: SEED, numRuns: SEARCHES });
  }, 60_000);

  it("find exactly what they say when they are followed, and more than the search itself", async () => {
    const bruteForce = oracle(catalogue.courses);
    const kinds = new Map<string, number>();
    let forgiven = 0;
    for (const params of searches) {
      const { total, nearest } = await searchCourses(params, at());
      if (total >= FEW) expect(nearest).toEqual([]);
      else if (total === 0) expect(nearest).not.toEqual([]);
      for (const { change, count, params: near } of nearest) {
        const kind = change.kind === "drop" && change.dropped.length > 1 ? "drop several" : change.kind;
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        expect(count).toBeGreaterThan(total);
        const address = parseSearchParams(new URLSearchParams(toQueryString(near)));
        expect(address.ignored).toEqual([]);
        const followed = await searchCourses(address.params, at());
        expect(followed.total).toBe(count);
        // What words with mistakes stand for is another test's matter (features/spelling).
        if (followed.reading.kind === "all") expect(count).toBe(bruteForce(requestOf(near)).total);
        else forgiven += 1;
      }
    }
    // There was something to compare.
    expect(kinds.get("drop")).toBeGreaterThan(SEARCHES / 2);
    expect(kinds.get("change")).toBeGreaterThan(SEARCHES / 6);
    expect(kinds.get("drop several")).toBeGreaterThan(SEARCHES / 10);
    expect(forgiven).toBeGreaterThan(0);
  }, 60_000);

  it.each<Flaw>(["takes values from different runs", "counts runs"])(
    "would be seen to be wrong if what they find were counted by one that %s",
    async (flaw) => {
      const [right, wrong] = [oracle(catalogue.courses), oracle(catalogue.courses, flaw)];
      let mistakes = 0;
      for (const params of searches) {
        const found = { ...wrong(requestOf(params)), params, reading: { kind: "all" } as const };
        const offers = await findNearest(found, async (near) => wrong(requestOf(near)).total, TODAY);
        mistakes += offers.filter(({ params: near, count }) => right(requestOf(near)).total !== count).length;
      }
      expect(mistakes).toBeGreaterThan(0);
    },
  );
});
