import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { connect } from "@/db/client";
import type { OpenDatabase } from "@/db/embedded";
import { reindexAll } from "@/features/postgres-search/mutations";
import type { EngineName } from "@/features/search/engine";
import { NO_SEARCH } from "@/features/search/schema";
import { toQueryString } from "@/features/search/url";
import { dayIn } from "@/lib/dates";
import { childEnv, env } from "@/lib/env";
import { findProgram } from "@/lib/programs";
import { untilCarriedOver } from "./copy-progress";
import { percentile, showTable } from "./figures";
import { ingredients, loadCatalogue } from "./search-catalogue";
import { requestLog } from "./search-requests";
import { type Visit, withSite } from "./site";

const EACH_SECOND = 20;
const SECONDS = 30;
/** Courses of the import: with their providers, outcomes, skills, runs and credentials some 50,000 rows. */
const IMPORTED = 3_600;

/**
 * Pages and answers of the open API, by turns, at 20 a second from a catalogue of `size` courses: while nothing else
 * happens, and while an import of some 50,000 rows runs in a process of its own and, where Meilisearch answers, until its
 * index has all of it.
 */
export async function benchLoad(size: number): Promise<void> {
  await loadBeside(size, "postgres", 1.5);
  if (findProgram("meilisearch") !== null || env().MEILI_URL) await loadBeside(size, "meilisearch", 5);
  else process.stdout.write("Skipped for Meilisearch: there is none on the PATH\n\n");
}

async function loadBeside(size: number, engine: EngineName, goal: number): Promise<void> {
  const today = dayIn(env().CAIRN_TIME_ZONE, new Date());
  const log = requestLog(EACH_SECOND * SECONDS, ingredients(size), today);
  // Of each round others, so that no page is one that was asked for before.
  const addressesOf = (round: number) =>
    log.map(({ query, selection, sort }, i) => {
      const asked = `${toQueryString({ ...NO_SEARCH, query, selection, sort })}&round=${round}`;
      return i % 2 === 0 ? `/en/search?${asked}` : `/api/v1/courses?${asked}`;
    });
  const fill = async ({ appUrl, ownerUrl }: OpenDatabase) => {
    const { db, end } = connect(appUrl);
    await loadCatalogue(db, size, today);
    await db.transaction((tx) => reindexAll(tx, { today }));
    await end();
    const owner = connect(ownerUrl, { max: 1 });
    await owner.sql`vacuum analyze`;
    await owner.end();
  };
  await withSite(fill, engine, async ({ visit, database, dataDir }) => {
    await load(visit, addressesOf(0).slice(0, 100), () => true);
    const idle = await load(visit, addressesOf(1), () => true);
    const started = performance.now();
    let seconds: number | null = null;
    const importing = endOf(startImport(dataDir)).then(async () => {
      if (engine === "meilisearch") await untilCarriedOver(database);
      seconds = (performance.now() - started) / 1000;
    });
    const busy = await load(visit, addressesOf(2), () => seconds === null);
    await importing;
    const line = (name: string, { times, failed }: Loaded) => [
      name,
      times.length,
      failed,
      ...[0.5, 0.95, 0.99].map((share) => percentile(times, share).toFixed(0)),
    ];
    const ratio = percentile(busy.times, 0.95) / percentile(idle.times, 0.95);
    showTable(
      [
        `${size} courses, ${engine}, ${EACH_SECOND} requests a second, ms`,
        "answers",
        "failed",
        "p50",
        "p95",
        "p99",
      ],
      [line("nothing else", idle), line("while an import runs", busy)],
    );
    process.stdout.write(
      `The import took ${(seconds ?? 0).toFixed(0)} s; p95 beside it is ${ratio.toFixed(2)} of idle (goal: ${goal})\n\n`,
    );
  });
}

interface Loaded {
  times: number[];
  failed: number;
}

/** Asks at a steady pace, whether what was asked before is answered or not, while `goesOn` and until the list ends. */
async function load(visit: Visit, addresses: readonly string[], goesOn: () => boolean): Promise<Loaded> {
  const loaded: Loaded = { times: [], failed: 0 };
  const asked: Promise<void>[] = [];
  const start = performance.now();
  for (const [i, address] of addresses.entries()) {
    const due = start + (i * 1000) / EACH_SECOND;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    if (!goesOn()) break;
    asked.push(
      visit(address).then(
        ({ status }) => {
          if (status === 200) loaded.times.push(performance.now() - due);
          else loaded.failed += 1;
        },
        () => {
          loaded.failed += 1;
        },
      ),
    );
  }
  await Promise.all(asked);
  return loaded;
}

function startImport(dataDir: string): ChildProcess {
  const root = path.join(import.meta.dirname, "../..");
  const program = path.join(import.meta.dirname, "search-load-import.ts");
  const runtime = ["--conditions=react-server", "--import", path.join(root, "scripts/runtime.mjs")];
  return spawn(process.execPath, [...runtime, program, String(IMPORTED), dataDir], {
    cwd: root,
    env: childEnv({}),
    // A session of its own, as one that a timer starts has.
    detached: true,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function endOf(program: ChildProcess): Promise<void> {
  const [code] = await once(program, "exit");
  if (code !== 0) throw new Error(`The import ended with ${code}`);
}
