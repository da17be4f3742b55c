import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect } from "@/db/client";
import { openEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { reindexAll } from "@/features/postgres-search/mutations";
import { postgresEngine } from "@/features/postgres-search/postgres-engine";
import type { SearchRequest } from "@/features/search/engine";
import { showTable } from "./figures";
import { ingredients, loadCatalogue } from "./search-catalogue";
import { requestLog } from "./search-requests";

const REQUESTS = 300;
const TODAY = "2026-11-25";

/** Searches with every facet over a generated catalogue of `size` courses, one at a time, beside an empty query; and what its index costs. */
export async function benchSearch(size: number): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "cairn-bench-"));
  const server = await openEmbedded({ dataDir });
  try {
    await migrate(server.ownerUrl, server.appUrl);
    const { db, sql, end } = connect(server.appUrl);
    await loadCatalogue(db, size, TODAY);
    const built = await timed(() => db.transaction((tx) => reindexAll(tx, { today: TODAY })));

    const engine = postgresEngine(db);
    const log = requestLog(REQUESTS, ingredients(size), TODAY);
    const search = (request: SearchRequest) => timed(() => engine.search(request));
    const everything: SearchRequest = {
      ...first(log),
      query: "",
      selection: {},
      sort: "relevance",
      offset: 0,
    };
    for (const request of log) await search(request);

    const times = new Map<SearchRequest, number>();
    for (const request of log) times.set(request, await search(request));
    const of = (name: string, chosen: (request: SearchRequest) => boolean) =>
      figures(
        name,
        [...times].filter(([request]) => chosen(request)).map(([, time]) => time),
      );
    showTable(
      [`${size} courses, ms`, "requests", "p50", "p95", "p99"],
      [
        of("all", () => true),
        of("with words", ({ query }) => query !== ""),
        of("without words", ({ query }) => query === ""),
        figures("everything", await repeat(() => search(everything))),
        figures("an empty query", await repeat(() => timed(() => sql`select 1`))),
      ],
    );
    process.stdout.write(`Index built anew in ${(built / 1000).toFixed(1)} s\n\n`);
    await end();
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function repeat(work: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < 50; i++) times.push(await work());
  return times;
}

function figures(name: string, times: readonly number[]): (string | number)[] {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  return [name, sorted.length, at(0.5), at(0.95), at(0.99)];
}

function first<T>(all: readonly T[]): T {
  const [one] = all;
  if (one === undefined) throw new Error("An empty log");
  return one;
}
