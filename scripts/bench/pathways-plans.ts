import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect } from "@/db/client";
import { openEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { Planner } from "@/features/planner/planner";
import type { PlanInput } from "@/features/planning/plan-input";
import { reindexAll } from "@/features/postgres-search/mutations";
import { postgresEngine } from "@/features/postgres-search/postgres-engine";
import { percentile, showTable, timed } from "./figures";
import { generateQuestion, generateUnits } from "./pathways-catalogue";
import { spread } from "./pathways-spread";
import { ingredients, loadCatalogue } from "./search-catalogue";
import { requestLog } from "./search-requests";

const PLANS = 30;
/** Questions are asked again from the first after so many. */
const QUESTIONS = 10;
/** Plans after which memory is taken as settled. */
const SETTLED = 10;
const MEGABYTE = 1_048_576;
const SEARCHED = 10_000;
const SEARCHES = 200;
const DAY = "2026-11-25";

/** Whole answers, all ways on, one after the other: how long until the first way and the last, and what stays in memory. */
export async function benchPlans(size: number): Promise<void> {
  const units = generateUnits(size, 1);
  const questions = Array.from({ length: QUESTIONS }, (_, index) => generateQuestion(units, index + 1));
  const planner = new Planner();
  try {
    const first: number[] = [];
    const whole: number[] = [];
    const memory: number[] = [];
    for (let index = 0; index < PLANS; index += 1) {
      const question = questions[index % QUESTIONS];
      if (!question) continue;
      const started = performance.now();
      let heard = Number.POSITIVE_INFINITY;
      await planner.plan(question, {
        onPlan: () => {
          heard = Math.min(heard, performance.now() - started);
        },
      });
      const took = performance.now() - started;
      first.push(Math.min(heard, took));
      whole.push(took);
      memory.push(process.memoryUsage().rss);
    }
    showTable(
      [`${size} generated courses, ms`, "plans", "p50", "p95", "max"],
      [
        ["until the first way", PLANS, ...spread(first)],
        ["until the last", PLANS, ...spread(whole)],
      ],
    );
    const [settled, last] = [memory[SETTLED - 1] ?? 0, memory.at(-1) ?? 0];
    const most = Math.max(...memory);
    process.stdout.write(
      `Memory after ${SETTLED} plans ${megabytes(settled)}, after ${PLANS} ${megabytes(last)}, ${megabytes(most)} at most\n\n`,
    );
    await benchBeside(planner, questions);
  } finally {
    await planner.close();
  }
}

/** Searches in this process while two plans are asked for all the time, beside the same searches alone. */
async function benchBeside(planner: Planner, questions: readonly PlanInput[]): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "cairn-bench-"));
  const server = await openEmbedded({ dataDir });
  try {
    await migrate(server.ownerUrl, server.appUrl);
    const { db, end } = connect(server.appUrl);
    await loadCatalogue(db, SEARCHED, DAY);
    await db.transaction((tx) => reindexAll(tx, { today: DAY }));
    const engine = postgresEngine(db);
    const log = requestLog(SEARCHES, ingredients(SEARCHED), DAY);
    const searchAll = async () => {
      const times: number[] = [];
      for (const request of log) times.push(await timed(() => engine.search(request)));
      return times;
    };
    await searchAll();
    const before = await searchAll();
    const control = new AbortController();
    const planning = [0, 1].map(async (from) => {
      for (let index = from; !control.signal.aborted; index += 2) {
        const question = questions[index % questions.length];
        if (question) await planner.plan(question, { signal: control.signal });
      }
    });
    const beside = await searchAll();
    control.abort();
    await Promise.all(planning);
    const alone = [...before, ...(await searchAll())];
    showTable(
      [`searches of ${SEARCHED} courses, ms`, "p50", "p95", "max"],
      [
        ["alone, before and after", ...spread(alone)],
        ["while two plans are asked for", ...spread(beside)],
      ],
    );
    const ratio = percentile(beside, 0.95) / percentile(alone, 0.95);
    process.stdout.write(`p95 ${ratio.toFixed(2)} times as long\n\n`);
    await end();
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true });
  }
}

const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(0)} MB`;
