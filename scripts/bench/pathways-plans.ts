import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect, type Database } from "@/db/client";
import { openEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { PlanThread } from "@/features/plan-thread/plan-thread";
import { Planner } from "@/features/planner/planner";
import type { PlanInput } from "@/features/planning/plan-input";
import { TODAY } from "@/features/planning/programme.fixture";
import { parsePlanParams } from "@/features/plans/plan-question";
import type { PlanOutcomeView } from "@/features/plans/plan-view";
import { indexCourses } from "@/features/postgres-search/mutations";
import { postgresEngine } from "@/features/postgres-search/postgres-engine";
import { percentile, showTable, timed } from "./figures";
import { generateQuestion, generateUnits } from "./pathways-catalogue";
import { loadField } from "./pathways-field";
import { spread } from "./pathways-spread";
import { ingredients, loadCatalogue } from "./search-catalogue";
import { requestLog } from "./search-requests";

const QUESTIONS = 10;
/** Answers of the thread, the questions over and over again. */
const ANSWERS = 30;
/** Answers after which memory is taken as settled. */
const SETTLED = 10;
const MEGABYTE = 1_048_576;
const SEARCHED = 10_000;
const BATCH = 1_000;
const SEARCHES = 200;
const DAY = "2026-11-25";
const NOW = new Date(`${TODAY}T09:00:00Z`);

/**
 * Answers of all ways, one after the other: of ready questions in this process, until the first way and the last; and as
 * the portal gives them, asked of its thread, with the field read from the database. Then searches beside two of those.
 */
export async function benchPlans(size: number): Promise<void> {
  const units = generateUnits(size, 1);
  const questions = Array.from({ length: QUESTIONS }, (_, index) => generateQuestion(units, index + 1));
  const ready = await answerReady(questions);
  const dataDir = await mkdtemp(path.join(tmpdir(), "cairn-bench-"));
  const server = await openEmbedded({ dataDir });
  const thread = new PlanThread({ DATABASE_URL: server.appUrl });
  try {
    await migrate(server.ownerUrl, server.appUrl);
    const { db, sql, end } = connect(server.appUrl);
    const targets = await loadField(db, units, questions, TODAY);
    // Later, so that no programme counts them; and search knows these alone.
    await loadCatalogue(db, SEARCHED, DAY);
    const searched = await sql<{ id: string }[]>`select id from courses where slug like 'course-%'`;
    const ids = searched.map(({ id }) => id);
    for (let at = 0; at < ids.length; at += BATCH)
      await db.transaction((tx) => indexCourses(tx, ids.slice(at, at + BATCH), { today: DAY }));
    const asked = await askAll(thread, targets);
    showTable(
      [`${size} generated courses, ms`, "answers", "p50", "p95", "max", "CPU p50", "CPU p95", "CPU max"],
      [
        ["ready question, first way", ...rowOf(ready.first)],
        ["ready question, all ways", ...rowOf(ready.whole)],
        ["asked of the thread, all ways", ...rowOf(asked.costs)],
      ],
    );
    const same = targets.filter((_, index) => ready.leastPrices[index] === asked.leastPrices[index]).length;
    process.stdout.write(`The cheapest way costs the same in both in ${same} of ${targets.length}\n`);
    const [settled, last] = [asked.memory[SETTLED - 1] ?? 0, asked.memory.at(-1) ?? 0];
    const most = Math.max(...asked.memory);
    process.stdout.write(
      `Memory after ${SETTLED} answers ${megabytes(settled)}, after ${ANSWERS} ${megabytes(last)}, ${megabytes(most)} at most\n\n`,
    );
    await benchBeside(db, thread, targets);
    await end();
  } finally {
    await thread.close();
    await server.stop();
    await rm(dataDir, { recursive: true });
  }
}

interface Cost {
  ms: number;
  /** Of all threads of this process. */
  cpu: number;
}

const rowOf = (costs: readonly Cost[]): (string | number)[] => [
  costs.length,
  ...spread(costs.map(({ ms }) => ms)),
  ...spread(costs.map(({ cpu }) => cpu)),
];

/** Tells at any time what has been spent since. */
function meter(): () => Cost {
  const started = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - started, cpu: (user + system) / 1_000 };
  };
}

async function answerReady(questions: readonly PlanInput[]) {
  const planner = new Planner();
  const [first, whole]: [Cost[], Cost[]] = [[], []];
  const leastPrices: (number | null)[] = [];
  try {
    for (const question of questions) {
      const spent = meter();
      let heard: Cost | null = null;
      const outcome = await planner.plan(question, {
        onFirstPlan: () => {
          heard ??= spent();
        },
      });
      whole.push(spent());
      first.push(heard ?? spent());
      leastPrices.push(outcome.kind === "plans" ? leastPrice(outcome.plans) : null);
    }
  } finally {
    await planner.close();
  }
  return { first, whole, leastPrices };
}

/** The first answer starts the thread and is left out of the figures, as the page starts it while a form is filled in. */
async function askAll(thread: PlanThread, targets: readonly string[]) {
  const costs: Cost[] = [];
  const memory: number[] = [];
  const leastPrices: (number | null)[] = [];
  for (const target of targets.slice(0, 1)) await ask(thread, target);
  for (let index = 0; index < ANSWERS; index += 1) {
    const spent = meter();
    const outcome = await ask(thread, targets[index % targets.length] ?? "");
    costs.push(spent());
    memory.push(process.memoryUsage().rss);
    leastPrices.push(outcome.kind === "plans" ? leastPrice(outcome.plans) : null);
  }
  return { costs, memory, leastPrices };
}

async function ask(thread: PlanThread, target: string, signal?: AbortSignal): Promise<PlanOutcomeView> {
  const question = { ...parsePlanParams(new URLSearchParams()), target };
  const answer = await thread.ask(question, { now: NOW, ...(signal && { signal }) });
  if (answer.kind !== "answered") throw new Error(`${target} is no qualification`);
  return answer.view.outcome;
}

const leastPrice = (plans: readonly { priceCents: number | null }[]): number =>
  Math.min(...plans.map(({ priceCents }) => priceCents ?? Number.POSITIVE_INFINITY));

/** Searches in this process while its thread is asked for two plans all the time, beside the same searches alone. */
async function benchBeside(db: Database, thread: PlanThread, targets: readonly string[]): Promise<void> {
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
      await ask(thread, targets[index % targets.length] ?? "", control.signal);
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
}

const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(0)} MB`;
