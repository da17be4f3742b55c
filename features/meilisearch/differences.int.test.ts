import { beforeAll, describe, expect, it } from "vitest";
import { postgresEngine } from "@/features/postgres-search/postgres-engine";
import type { SearchEngine } from "@/features/search/engine";
import { testDatabase } from "@/tests/database";
import { insertCourse, insertProvider } from "@/tests/factories";
import { hasMeilisearch, testServer } from "@/tests/meilisearch-server";
import { NO_REQUEST } from "@/tests/search-contract";
import { copiedEngine } from "./copied-engine.fixture";

// Where the engines differ (docs/decisions/0013), as far as it is the server's own doing: a stand-in would show what we think.

/** Words that begin alike, and are looked up at most. */
const ALIKE = 600;
const LOOKED_UP = 500;
/** Words of a text, and those that are indexed of it. */
const LONG = 66_000;
const INDEXED = 65_535;

const letters = (n: number): string =>
  [...n.toString(26).padStart(3, "0")]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
    .join("");

describe.skipIf(!hasMeilisearch)("where Meilisearch itself (skipped where it is not here) differs", () => {
  const database = testDatabase();
  const server = testServer("Meilisearch");
  let engines: { meilisearch: SearchEngine; postgres: SearchEngine };
  beforeAll(async () => {
    const { id: provider } = await insertProvider(database.db, { content: { legalName: { en: "P" } } });
    for (let n = 0; n < ALIKE; n++)
      await insertCourse(database.db, { content: { provider, title: { en: `zyzzy${letters(n)}` } } });
    const words = Array.from({ length: LONG }, (_, n) =>
      n === 0 ? "erstwort" : n === LONG - 1 ? "endwort" : "a",
    );
    await insertCourse(database.db, {
      content: { provider, title: { en: "Long" }, description: { en: words.join(" ") } },
    });
    engines = {
      meilisearch: copiedEngine(database.db, server),
      postgres: postgresEngine(database.db),
    };
  }, 120_000);

  async function totals(query: string): Promise<{ meilisearch: number; postgres: number }> {
    const request = { ...NO_REQUEST, query, facets: [], limit: 1 };
    const [meilisearch, postgres] = [
      await engines.meilisearch.search(request),
      await engines.postgres.search(request),
    ];
    return { meilisearch: meilisearch.total, postgres: postgres.total };
  }

  it("a beginning that many words have is looked up in the first 500 of them", async () => {
    expect(await totals("zyzzy")).toEqual({ meilisearch: LOOKED_UP, postgres: ALIKE });
    // Such as stand in a whole word, or are begun further, are not concerned.
    expect(await totals(`zyzzy${letters(ALIKE - 1)}`)).toEqual({ meilisearch: 1, postgres: 1 });
  });

  it(`a text is read as far as its ${INDEXED}th word`, async () => {
    expect(await totals("erstwort")).toEqual({ meilisearch: 1, postgres: 1 });
    expect(await totals("endwort")).toEqual({ meilisearch: 0, postgres: 1 });
  });
});
