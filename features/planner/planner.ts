import { type Conflict, minimalConflict } from "@/features/plan-conflicts/conflict";
import { type Relaxation, smallestRelaxations } from "@/features/plan-conflicts/relaxations";
import type { SearchOptions } from "@/features/plan-search/find-plan";
import { MAX_PLAN_SECONDS, type Plan } from "@/features/planning/plan";
import type { PlanInput } from "@/features/planning/plan-input";
import { Solver } from "@/features/solver/solver";
import { alternatives } from "./alternatives";

export type PlanOutcome =
  | { kind: "plans"; plans: Plan[] }
  /** There is no plan. `conflict` is null where nothing that can be named is to blame, or it was not found in time. */
  | { kind: "none"; conflict: Conflict | null; relaxations: Relaxation[] }
  /** Neither a plan nor the proof that there is none was found in time. */
  | { kind: "out-of-time" }
  /** Too many wait already: to be asked again after so many seconds. */
  | { kind: "queue-full"; retryAfterSeconds: number }
  | { kind: "cancelled" };

export interface PlanOptions {
  /** For each question to the solver; a plan takes a handful. Default 2 s. */
  timeLimitMs?: number;
  /** For all of them, from the moment it is this plan's turn. Default `MAX_PLAN_SECONDS`. */
  totalLimitMs?: number;
  /** 0, the default: proven optimal. 0.005: within half a percent, and sooner. */
  relativeGap?: number;
  /** Aborting it takes the question out of the queue, or ends the work on it. */
  signal?: AbortSignal;
  /** Hears of the first plan before others are sought, which may better it. The search waits for it. */
  onFirstPlan?: (plan: Plan) => Promise<void> | void;
}

export const QUEUE_LIMIT = 20;
const SECONDS_A_PLAN = 4;

/** Answers questions one after the other, with one solver's thread; at most `queueLimit` may wait. */
export class Planner {
  private isBusy = false;
  private readonly queue: (() => void)[] = [];
  private readonly solver = new Solver();

  constructor(private readonly queueLimit = QUEUE_LIMIT) {}

  async plan(input: PlanInput, options: PlanOptions = {}): Promise<PlanOutcome> {
    if (this.isBusy) {
      if (this.queue.length >= this.queueLimit) {
        return { kind: "queue-full", retryAfterSeconds: this.queue.length * SECONDS_A_PLAN };
      }
      if (!(await this.turn(options.signal))) return { kind: "cancelled" };
    }
    this.isBusy = true;
    try {
      return await this.answer(input, options);
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.isBusy = false;
    }
  }

  close(): Promise<void> {
    return this.solver.close();
  }

  /** True when it is this question's turn, false when it was taken out of the queue before. */
  private turn(signal: AbortSignal | undefined): Promise<boolean> {
    return new Promise((resolve) => {
      const start = () => resolve(true);
      this.queue.push(start);
      signal?.addEventListener(
        "abort",
        () => {
          const place = this.queue.indexOf(start);
          if (place < 0) return;
          this.queue.splice(place, 1);
          resolve(false);
        },
        { once: true },
      );
    });
  }

  private async answer(input: PlanInput, options: PlanOptions): Promise<PlanOutcome> {
    const {
      signal,
      timeLimitMs = 2_000,
      relativeGap = 0,
      totalLimitMs = MAX_PLAN_SECONDS * 1_000,
      onFirstPlan,
    } = options;
    if (signal?.aborted) return { kind: "cancelled" };
    const deadline = performance.now() + totalLimitMs;
    const search: SearchOptions = { solver: this.solver, timeLimitMs, deadline, relativeGap, signal };
    const found = await alternatives(input, search, onFirstPlan);
    if (found.kind === "found") return { kind: "plans", plans: found.plans };
    if (found.kind === "cancelled") return found;
    if (found.kind === "unknown") return { kind: "out-of-time" };
    const conflict = await minimalConflict(input, search);
    const relaxations = conflict ? await smallestRelaxations(input, conflict.constraints, search) : [];
    return signal?.aborted ? { kind: "cancelled" } : { kind: "none", conflict, relaxations };
  }
}
