import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Connection, connect } from "@/db/client";
import { openEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { applyChange } from "@/features/changes/mutations";
import { loadCourses } from "@/features/changes/queries";
import { meilisearchEngine } from "@/features/meilisearch/meilisearch-engine";
import { reindexAll } from "@/features/postgres-search/mutations";
import type { SearchEngine } from "@/features/search/engine";
import { emptyRequest } from "@/features/search/schema";
import { makeKeys } from "@/features/search-server/keys";
import { startMeilisearch } from "@/features/search-server/server-program";
import { runScript } from "@/lib/child-process";
import { dayIn } from "@/lib/dates";
import { childEnv, env } from "@/lib/env";
import { findProgram } from "@/lib/programs";
import { startStandIn } from "@/tests/meilisearch-stand-in";
import { untilBuilt } from "./copy-progress";
import { median, percentile, showTable } from "./figures";
import { loadCatalogue } from "./search-catalogue";

const WRITES_A_SECOND = 20;
const SECONDS = 20;
const ACTOR = { kind: "system", name: "bench" } as const;
const TIMEOUT = 60_000;
const LETTERS = "bcdfghjklm";

/**
 * How long a course that was published stays unfound: writes one after the other, each with a word of its own, 20 a
 * second for 20 seconds, and looks for the words in the search server, with the worker in a process of its own.
 */
export async function benchSync(size: number): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "cairn-bench-"));
  const endings = [() => rm(dataDir, { recursive: true })];
  try {
    const server = await openEmbedded({ dataDir });
    endings.push(() => server.stop());
    await migrate(server.ownerUrl, server.appUrl);
    const connection = connect(server.appUrl);
    endings.push(() => connection.end());
    const today = dayIn(env().CAIRN_TIME_ZONE, new Date());
    await loadCatalogue(connection.db, size, today);
    await connection.db.transaction((tx) => reindexAll(tx, { today }));

    const masterKey = randomBytes(16).toString("hex");
    const program = findProgram("meilisearch");
    const { url, stop } = program
      ? await startMeilisearch({ program, dataDir, masterKey })
      : await startStandIn({ masterKey });
    endings.push(stop);
    const keys = await makeKeys({ url, masterKey });
    const worker = runScript(
      "worker.ts",
      childEnv({
        DATABASE_URL: server.appUrl,
        MEILI_URL: url,
        MEILI_WRITE_KEY: keys.writeKey,
        LOG_LEVEL: "warn",
      }),
    );
    worker.show();
    endings.push(() => worker.end());
    const begun = performance.now();
    await untilBuilt(connection, worker.isRunning);
    const built = (performance.now() - begun) / 1000;

    const engine = meilisearchEngine({ url, key: keys.searchKey, timeout: TIMEOUT });
    const delays = await writeAndFind(connection, engine);
    showTable(
      [`${size} courses, ${program ? "Meilisearch" : "the stand-in: no Meilisearch on the PATH"}`, ""],
      [
        ["writes", delays.length],
        ["published to found, ms, p50", Math.round(median(delays))],
        ["p95", Math.round(percentile(delays, 0.95))],
        ["longest", Math.round(Math.max(...delays))],
        ["index built by the worker, its start included, s", built.toFixed(1)],
        ["memory of the worker, MB", memoryOf(worker.pid)],
      ],
    );
  } finally {
    for (const ending of endings.reverse()) await ending();
  }
}

/** Milliseconds from the end of each write's transaction until it is found, in the order of writes. */
async function writeAndFind({ db, sql }: Connection, engine: SearchEngine): Promise<number[]> {
  const total = WRITES_A_SECOND * SECONDS;
  const rows = await sql<{ id: string }[]>`
    select id from courses where status = 'published' order by md5(id::text) limit ${total}`;
  const written: { id: string; word: string; at: number }[] = [];
  const delays: number[] = [];

  const write = async () => {
    const start = performance.now();
    for (const [i, { id }] of rows.entries()) {
      await wait(Math.max(0, start + (i * 1000) / WRITES_A_SECOND - performance.now()));
      const word = wordOf(i);
      const [before] = (await loadCourses(db, [id])).courses;
      if (!before) throw new Error(`No course ${id}`);
      const now = new Date();
      const content = { ...before.content, title: { ...before.content.title, en: `Course ${word}` } };
      const today = dayIn(env().CAIRN_TIME_ZONE, now);
      await db.transaction((tx) =>
        applyChange(
          tx,
          ACTOR,
          { kind: "course", before, after: { ...before, kind: "course", content } },
          { now, today },
        ),
      );
      written.push({ id, word, at: performance.now() });
    }
  };
  const find = async () => {
    while (delays.length < rows.length) {
      const next = written[delays.length];
      if (next && (await isFound(engine, next))) delays.push(performance.now() - next.at);
      else await wait(20);
    }
  };
  await Promise.all([write(), find()]);
  return delays;
}

/** Words of which none is another with a mistake or a beginning of another. */
const wordOf = (number: number): string =>
  [...String(number).padStart(4, "0")].map((digit) => `${LETTERS[Number(digit)]}a`).join("");

async function isFound(engine: SearchEngine, { id, word }: { id: string; word: string }): Promise<boolean> {
  const { ids } = await engine.search({
    ...emptyRequest(dayIn(env().CAIRN_TIME_ZONE, new Date())),
    query: `${word} course`,
    limit: 5,
  });
  return ids.includes(id);
}

function memoryOf(pid: number | undefined): string {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000).toFixed(0);
}
