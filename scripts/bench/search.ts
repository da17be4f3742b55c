import { toOpenCourse } from "@/features/courses/open-course";
import { searchAsRead, wordsReader } from "@/features/finding/as-read";
import { searchCourses, searchPage } from "@/features/finding/queries";
import { asTyped, counting } from "@/features/meilisearch/questions";
import type { SearchEngine, SearchRequest } from "@/features/search/engine";
import { NO_SEARCH } from "@/features/search/schema";
import { cpuLoop, median, percentile, showTable, timed } from "./figures";
import { ingredients, loadCatalogue } from "./search-catalogue";
import { benchRecall } from "./search-recall";
import { requestLog, runPairs } from "./search-requests";
import { type Setting, setUp } from "./search-setting";
import { countWrong, readTruth } from "./search-truth";

const REQUESTS = 300;
const COMPARED = 100;
const SMALL = 10_000;
const ROUNDS = 3;
const TODAY = "2026-11-25";
const NOON = new Date(`${TODAY}T11:00:00Z`);

const requestTo = (engine: string): string => `our request to ${engine}`;
const BARE = "bare Meilisearch";

type Work = (request: SearchRequest) => Promise<unknown>;

/**
 * Searches with every facet over a generated catalogue of `size` courses, one at a time: by Postgres and, where there is
 * one, by Meilisearch, by turns, so that all see the same machine; beside the least that each server can do. Ratios
 * hold on any machine, milliseconds on this one.
 */
export async function benchSearch(size: number): Promise<void> {
  const setting = await setUp(TODAY, (db) => loadCatalogue(db, size, TODAY));
  try {
    const loop = cpuLoop();
    const made = ingredients(size);
    const log = requestLog(REQUESTS, made, TODAY);
    const pairs = runPairs(log.slice(0, COMPARED), made, TODAY);
    await showSpeed(setting, size, log, pairs);
    await showApi(setting, log.slice(0, COMPARED));
    // Brute force looks at every course for every request.
    const compared = Math.round((COMPARED * SMALL) / Math.max(size, SMALL));
    await showTruth(setting, [
      ...log.slice(0, compared),
      ...pairs.slice(0, compared).map((pair) => pair.with),
    ]);
    await benchRecall(setting.connection, setting.engines, log[0] ?? never());
    showTable(
      ["megabytes", ""],
      (await setting.memory()).map(([name, megabytes]) => [name, megabytes.toFixed(0)]),
    );
    for (const [name, seconds] of Object.entries(setting.built))
      process.stdout.write(`Index of ${name} built anew in ${seconds.toFixed(1)} s\n`);
    const moved = Math.abs(cpuLoop() / loop - 1);
    process.stdout.write(
      moved > 0.3
        ? `The machine was not steady (a fixed loop took ${(moved * 100).toFixed(0)} % more or less at the end): run it again.\n\n`
        : "\n",
    );
  } finally {
    await setting.end();
  }
}

async function showSpeed(
  { connection, engines, meilisearch }: Setting,
  size: number,
  log: readonly SearchRequest[],
  pairs: readonly { without: SearchRequest; with: SearchRequest }[],
): Promise<void> {
  const ours =
    (engine: SearchEngine): Work =>
    (request) =>
      searchAsRead(engine, request, wordsReader(connection.db));
  let inServer: number[] = [];
  const bare: Work = async (request) => {
    if (!meilisearch) return;
    const { q = "", ...question } = { ...counting(asTyped(request), []), page: 1, hitsPerPage: 20 };
    const start = performance.now();
    const { processingTimeMs } = await meilisearch.client.index(meilisearch.index).search(q, question);
    inServer.push(performance.now() - start - processingTimeMs);
  };
  const works: [string, Work][] = [
    ...engines.map((engine): [string, Work] => [engine.name, ours(engine)]),
    // Both, so that both find equally much of what they need still warm.
    ...engines.map(({ name, search }): [string, Work] => [requestTo(name), search]),
    ...(meilisearch ? ([[BARE, bare]] satisfies [string, Work][]) : []),
  ];
  await measure(log, works, 1);
  inServer = [];
  const times = await measure(log, works, ROUNDS);
  const withoutRuns = await measure(
    pairs.map((pair) => pair.without),
    works,
    ROUNDS,
  );
  const withRuns = await measure(
    pairs.map((pair) => pair.with),
    works.slice(0, engines.length),
    ROUNDS,
  );

  const ratio = (name: string, over: readonly number[] = [], under: readonly number[] = [], goal: string) => [
    name,
    (percentile(over, 0.5) / percentile(under, 0.5)).toFixed(2),
    (percentile(over, 0.95) / percentile(under, 0.95)).toFixed(2),
    goal,
  ];
  const of = (engine: string) => ({ read: times.get(engine), asked: times.get(requestTo(engine)) });
  const [pg, meili] = [of("postgres"), of("meilisearch")];
  const against = size < 30_000 ? "0.8 / 1.5" : "1.5 / 4";
  showTable(
    [`${size} courses, ratios`, "p50", "p95", "goal"],
    [
      ...(meilisearch
        ? [
            ratio(
              "Our request to Meilisearch / a bare search of the same words, no run filters",
              withoutRuns.get(requestTo("meilisearch")),
              withoutRuns.get(BARE),
              "3.5 / 3.5",
            ),
            ratio("  the same, whole log", meili.asked, times.get(BARE), ""),
            ratio(
              "  with words read again where nothing has them, no run filters",
              withoutRuns.get("meilisearch"),
              withoutRuns.get(BARE),
              "",
            ),
            ratio("Postgres / Meilisearch, the same request", pg.asked, meili.asked, against),
            ratio("  with words read again where nothing has them", pg.read, meili.read, ""),
            ratio(
              "  with run filters / without, Meilisearch",
              withRuns.get("meilisearch"),
              withoutRuns.get("meilisearch"),
              "4 / 6",
            ),
            ratio(
              "  with run filters, Postgres / Meilisearch",
              withRuns.get("postgres"),
              withRuns.get("meilisearch"),
              "",
            ),
          ]
        : []),
      ratio(
        "  with run filters / without, Postgres",
        withRuns.get("postgres"),
        withoutRuns.get("postgres"),
        "1.5 / 1.5",
      ),
    ],
  );
  const line = (name: string, values: readonly number[] = []) => [
    name,
    values.length,
    ...[0.5, 0.95, 0.99].map((share) => percentile(values, share).toFixed(1)),
  ];
  const some = (name: string, chosen: (request: SearchRequest) => boolean) =>
    (times.get(name) ?? []).filter((_, i) => chosen(log[i] ?? never()));
  const floors = await measure(
    log.slice(0, 50),
    [
      ["Postgres: select 1", () => connection.sql`select 1`],
      ...(meilisearch
        ? ([["Meilisearch: health", () => meilisearch.client.health()]] satisfies [string, Work][])
        : []),
    ],
    1,
  );
  showTable(
    ["milliseconds", "requests", "p50", "p95", "p99"],
    [
      ...[...times].map(([name, values]) => line(name, values)),
      ...engines.flatMap(({ name }) => [
        line(
          `${name}, with words`,
          some(name, ({ query }) => query !== ""),
        ),
        line(
          `${name}, filters alone`,
          some(name, ({ query }) => query === ""),
        ),
        line(`${name}, with run filters`, withRuns.get(name)),
        line(`${name}, the same without`, withoutRuns.get(name)),
      ]),
      ...[...floors].map(([name, values]) => line(name, values)),
    ],
  );
  if (inServer.length > 0)
    process.stdout.write(
      `Our client takes ${median(inServer).toFixed(1)} ms of a search that the server does not (goal: 10)\n\n`,
    );
}

/** Each work for each request, by turns; of each the median of all rounds, in the order of the requests. */
async function measure(
  requests: readonly SearchRequest[],
  works: readonly [string, Work][],
  rounds: number,
): Promise<Map<string, number[]>> {
  const taken = new Map(works.map(([name]) => [name, requests.map((): number[] => [])]));
  for (let round = 0; round < rounds; round++) {
    for (const [i, request] of requests.entries()) {
      // Not always the same one first: what it needs may be warm for the next.
      for (const [name, work] of (i + round) % 2 === 0 ? works : [...works].reverse())
        taken.get(name)?.[i]?.push(await timed(() => work(request)));
    }
  }
  return new Map([...taken].map(([name, all]) => [name, all.map(median)]));
}

/**
 * The whole answer of the open API, without sending it, beside all that is asked of engines for it: with courses that are
 * read for it, and with such as were read since anything was written.
 */
async function showApi({ connection: { db, sql } }: Setting, log: readonly SearchRequest[]): Promise<void> {
  const at = { now: NOON, db };
  const works: [string, Work][] = [
    ["search", ({ query, selection, sort }) => searchCourses({ ...NO_SEARCH, query, selection, sort }, at)],
    [
      "answer",
      async ({ query, selection, sort }) => {
        const asked = { ...NO_SEARCH, query, selection, sort };
        const found = await searchPage(asked, { ...at, isExplained: false });
        JSON.stringify({
          ...found,
          courses: found.courses.map((course) => toOpenCourse(course, (kind, slug) => kind + slug)),
        });
      },
    ],
  ];
  const more = async (rounds: number) => {
    const times = await measure(log, works, rounds);
    return median((times.get("answer") ?? []).map((time, i) => time - (times.get("search")?.[i] ?? 0)));
  };
  // As the engines, the program has done all of it before; then a write lets go of the courses that are kept.
  await more(1);
  await sql`select pg_current_xact_id()`;
  const [first, again] = [await more(1), await more(ROUNDS)];
  process.stdout.write(
    `An answer of the open API takes ${first.toFixed(1)} ms more than its search, ${again.toFixed(1)} ms with courses that were read before (goal: 5)\n\n`,
  );
}

async function showTruth(
  { connection, engines }: Setting,
  requests: readonly SearchRequest[],
): Promise<void> {
  const truth = await readTruth(connection, TODAY);
  const rows: (string | number)[][] = [];
  for (const engine of engines) {
    const wrong = await countWrong(truth, engine, requests);
    rows.push([
      engine.name,
      `${wrong.wrongTotals} of ${wrong.totals}`,
      `${wrong.wrongCells} of ${wrong.cells}`,
      wrong.otherOfEqual,
    ]);
  }
  showTable(
    ["against all courses, one by one", "wrong totals", "wrong cells", "another of equal count"],
    rows,
  );
}

function never(): never {
  throw new Error("An empty log");
}
