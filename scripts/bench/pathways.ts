import { readFileSync } from "node:fs";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { parse } from "csv-parse/sync";
import { parseMachineDecimal } from "@/features/exchange/decimal";
import { fieldOf } from "@/features/plan-search/candidates";
import { search } from "@/features/plan-search/find-plan";
import { enumerateLeast } from "@/features/planner/enumeration.fixture";
import {
  type CourseCosts,
  questionOf,
  READINGS,
  type Reading,
  readTrees,
  universeOf,
} from "@/features/planner/graduatenu.fixture";
import { CHEAPEST } from "@/features/planning/objectives";
import type { PlanInput } from "@/features/planning/plan-input";
import { randomInstance } from "@/features/planning/random-instance.fixture";
import { Solver } from "@/features/solver/solver";
import { invalid } from "@/lib/errors";
import { sharedData } from "@/tests/shared-data";
import { showTable } from "./figures";
import { benchAudits } from "./pathways-audits";
import { generateQuestion, generateUnits } from "./pathways-catalogue";
import { benchPlans } from "./pathways-plans";
import { spread } from "./pathways-spread";

const YEAR = 2025;
const LARGE = 100_000;
const SMALL = 2_000;
const QUERIES = 20;

const solver = new Solver();
const limits = { solver, timeLimitMs: 30_000, relativeGap: 0 };

/**
 * Cheapest plans, proven: the real programmes under both readings, a generated catalogue of 100,000 courses, audits, and
 * small questions beside plain enumeration; then whole answers, also as the portal gives them. `--costs FILE`: CSV of course, credits, cost. `--json`: only the real programmes, one line each.
 */
export async function benchPathways({
  costs,
  json,
}: {
  costs: string | undefined;
  json: boolean;
}): Promise<void> {
  try {
    await benchProgrammes(costs === undefined ? new Map() : readCosts(costs), json);
    if (json) return;
    await benchLarge();
    await benchPruning();
    await benchAudits(solver, LARGE);
    await benchEnumeration();
    await benchPlans(LARGE);
  } finally {
    await solver.close();
  }
}

function readCosts(file: string): CourseCosts {
  const rows: unknown[] = parse(readFileSync(file), { columns: true, trim: true, bom: true });
  return new Map(
    rows.map((row, index) => {
      const { course, credits, cost } = Object(row);
      const [ofCredits, ofCost] = [parseMachineDecimal(credits ?? ""), parseMachineDecimal(cost ?? "")];
      if (typeof course !== "string" || !ofCredits.ok || !ofCost.ok) {
        throw invalid(
          `${file}, row ${index + 2}: give course, credits and cost (numbers of 0 or more, two decimals)`,
        );
      }
      return [course.replaceAll(/\s/g, ""), { credits: ofCredits.hundredths, cost: ofCost.hundredths }];
    }),
  );
}

interface Outcome {
  status: "optimal" | "best-found" | "infeasible" | "unknown";
  optimum: number | null;
  ms: number;
  candidates: number;
}

async function cheapest(input: PlanInput, prunes = true): Promise<Outcome> {
  const started = performance.now();
  const result = await search(input, await fieldOf(input), { objective: CHEAPEST }, { ...limits, prunes });
  const ms = performance.now() - started;
  if (result.kind === "found") {
    const status = result.isProven ? "optimal" : "best-found";
    return { status, optimum: result.first.objective, ms, candidates: result.candidates };
  }
  return {
    status: result.kind === "infeasible" ? "infeasible" : "unknown",
    optimum: null,
    ms,
    candidates: 0,
  };
}

async function benchProgrammes(costs: CourseCosts, asJson: boolean): Promise<void> {
  const folder = sharedData("pathways/graduatenu");
  if (!folder) {
    process.stdout.write("The real programmes are not beside the checkout: left out\n\n");
    return;
  }
  const files = ["majors", "minors"].map((name) => path.join(folder, `${name}.jsonl.gz`));
  const trees = readTrees(files).filter(({ year }) => year === YEAR);
  const universe = universeOf(trees);
  const rows: [Reading, Outcome[]][] = [];
  for (const reading of READINGS) {
    const outcomes: Outcome[] = [];
    for (const tree of trees) {
      const outcome = await cheapest(questionOf(tree, universe, reading, costs));
      outcomes.push(outcome);
      const optimum = outcome.optimum === null ? null : outcome.optimum / 100;
      const line = { slug: tree.slug, reading, status: outcome.status, optimum };
      if (asJson) process.stdout.write(`${JSON.stringify(line)}\n`);
    }
    rows.push([reading, outcomes]);
  }
  if (asJson) return;
  const count = (outcomes: Outcome[], status: string) =>
    outcomes.filter((each) => each.status === status).length;
  showTable(
    [`${trees.length} programmes of ${YEAR}, ms`, "optimal", "infeasible", "unproven", "p50", "p95", "max"],
    rows.map(([reading, outcomes]) => [
      reading,
      count(outcomes, "optimal"),
      count(outcomes, "infeasible"),
      count(outcomes, "best-found") + count(outcomes, "unknown"),
      ...spread(outcomes.map(({ ms }) => ms)),
    ]),
  );
}

async function benchLarge(): Promise<void> {
  const units = generateUnits(LARGE, 1);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const before = process.memoryUsage().rss;
  const outcomes: Outcome[] = [];
  const first = await cheapest(generateQuestion(units, 0));
  delay.enable();
  for (let seed = 1; seed <= QUERIES; seed += 1) outcomes.push(await cheapest(generateQuestion(units, seed)));
  delay.disable();
  const candidates = outcomes.map((each) => each.candidates);
  showTable(
    [`${LARGE} generated courses, ms`, "queries", "optimal", "p50", "p95", "max", "candidates, most"],
    [
      [
        "cheapest",
        outcomes.length,
        outcomes.filter(({ status }) => status === "optimal").length,
        ...spread(outcomes.map(({ ms }) => ms)),
        Math.max(...candidates),
      ],
    ],
  );
  const grown = (process.memoryUsage().rss - before) / 1_048_576;
  const held = delay.percentile(95) / 1e6;
  process.stdout.write(
    `The first of a new thread took ${ms(first.ms)} ms. Memory grew by ${grown.toFixed(0)} MB; the event loop was held for ${held.toFixed(1)} ms at p95, ${(delay.max / 1e6).toFixed(0)} ms at most\n\n`,
  );
}

async function benchPruning(): Promise<void> {
  const rows: (string | number)[][] = [];
  let same = 0;
  for (let seed = 1; seed <= 12; seed += 1) {
    const question = generateQuestion(generateUnits(SMALL, seed), seed + 100);
    const [pruned, whole] = [await cheapest(question), await cheapest(question, false)];
    if (pruned.optimum === whole.optimum && pruned.status === whole.status) same += 1;
    rows.push([
      `${seed}`,
      pruned.candidates,
      whole.candidates,
      ms(pruned.ms),
      ms(whole.ms),
      `${pruned.optimum}`,
      `${whole.optimum} ${whole.status}`,
    ]);
  }
  showTable([`${SMALL} courses`, "pruned to", "of", "ms", "unpruned, ms", "optimum", "unpruned"], rows);
  process.stdout.write(`Same optimum in ${same} of ${rows.length}\n\n`);
}

async function benchEnumeration(): Promise<void> {
  let [ours, theirs] = [0, 0];
  for (let seed = 1; seed <= 50; seed += 1) {
    const input = randomInstance(seed, { held: 2, units: 6, leaves: 4 });
    ours += (await cheapest(input)).ms;
    const started = performance.now();
    enumerateLeast(input, ({ priceCents }) => priceCents);
    theirs += performance.now() - started;
  }
  showTable(
    ["50 questions with 8 items", "ms"],
    [
      ["solver", ms(ours)],
      ["enumeration", ms(theirs)],
    ],
  );
  process.stdout.write(`Enumeration takes ${(theirs / ours).toFixed(1)} times as long\n\n`);
}

const ms = (time: number): string => time.toFixed(1);
