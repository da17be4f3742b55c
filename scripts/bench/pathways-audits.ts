import { auditAchievements } from "@/features/audit/audit";
import { compileCounting } from "@/features/pathways/counting";
import type { Achievement, Unit } from "@/features/pathways/unit";
import type { PlanInput } from "@/features/planning/plan-input";
import { held } from "@/features/planning/programme.fixture";
import { randomInstance } from "@/features/planning/random-instance.fixture";
import type { Solver } from "@/features/solver/solver";
import { showTable } from "./figures";
import { generateQuestion, generateUnits } from "./pathways-catalogue";
import { spread } from "./pathways-spread";
import { Random } from "./random";

const AUDITS = 200;
const MOST_HELD = 60;
const LEAST_HELD = 10;
/** Audits after which the solver's code is as fast as it gets. */
const WARM = 20;

/** Audits of 10 to 60 things held: of random programmes, and of units of a generated catalogue against its questions. */
export async function benchAudits(solver: Solver, size: number): Promise<void> {
  const random = await times(solver, (seed) =>
    randomInstance(seed, { held: heldIn(seed), units: 2, leaves: 12 }),
  );
  const units = generateUnits(size, 1);
  const generated = await times(solver, (seed) => holding(generateQuestion(units, seed), heldIn(seed), seed));
  showTable(
    [`audits of ${LEAST_HELD} to ${MOST_HELD} items, ms`, "p50", "p95", "max"],
    [
      ["random programmes", ...spread(random)],
      [`programmes of ${size} courses, units of theirs held`, ...spread(generated)],
    ],
  );
}

const heldIn = (seed: number): number => LEAST_HELD + (seed % (MOST_HELD - LEAST_HELD + 1));

async function times(solver: Solver, questionOf: (seed: number) => PlanInput): Promise<number[]> {
  const found: number[] = [];
  for (let seed = 1; seed <= WARM + AUDITS; seed += 1) {
    const { version, held: achievements, rules, now } = questionOf(seed);
    const started = performance.now();
    await auditAchievements(version, achievements, rules, now, { solver });
    if (seed > WARM) found.push(performance.now() - started);
  }
  return found;
}

/** The question of somebody who holds so many units that may count in it. */
function holding(question: PlanInput, count: number, seed: number): PlanInput {
  const { version, units, now } = question;
  const counting = compileCounting(version, { applyOn: now, awardOn: now });
  const random = new Random(seed);
  const found = new Map<string, Achievement>();
  while (found.size < count) {
    const unit = random.of(units);
    if (counting.ofUnit(unit).length > 0) found.set(unit.unit, heldOf(unit));
  }
  return { ...question, held: [...found.values()] };
}

const heldOf = ({ unit, credits, eqf, fields, providers }: Unit): Achievement =>
  held(unit, { credits, eqf, fields, providers });
