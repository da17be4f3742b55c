import { existsSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { unavailable } from "@/lib/errors";
import type { LinearModel } from "./linear-model";

/** Minimise the sum of costs over columns. Costs are integers. */
export interface Stage {
  columns: number[];
  costs: number[];
}

export interface SolveJob {
  model: LinearModel;
  /** Lexicographic: each stage is minimised with the optimum of those before it held. At least one. */
  stages: Stage[];
  /** For all stages together. */
  timeLimitMs: number;
  /** 0: proven optimal; 0.005: within half a percent. */
  relativeGap: number;
}

export interface StageResult {
  status: "optimal" | "feasible" | "infeasible" | "unknown";
  objective: number | null;
  /** No solution can be below this; null where the solver has none. */
  bound: number | null;
}

export type SolveOutcome =
  | { kind: "solved"; stages: StageResult[]; values: Float64Array | null; ms: number }
  | { kind: "cancelled" };

interface Answer {
  id: number;
  answer?: { stages: StageResult[]; values: Float64Array | null; ms: number };
  error?: string;
  memoryBytes: number;
}

interface Pending {
  id: number;
  resolve: (outcome: SolveOutcome) => void;
  reject: (error: Error) => void;
}

/** Beyond this the thread is replaced after its job: memory that the solver took is only given back with the thread. */
const MAX_MEMORY_BYTES = 384 * 1024 * 1024;
/** How long a thread may take to notice that it should stop. Then it is ended. */
const GRACE_MS = 1_000;

/**
 * HiGHS in one worker thread: one job at a time, the others wait their turn. The thread starts with the first job, does
 * not keep the process alive when idle, and is replaced when it fails.
 */
export class Solver {
  private worker: Worker | null = null;
  private pending: Pending | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private nextId = 1;

  /** Aborting the signal ends the work in the thread. */
  solve(job: SolveJob, signal?: AbortSignal): Promise<SolveOutcome> {
    const result = this.turn.then(() => (signal?.aborted ? CANCELLED : this.run(job, signal)));
    this.turn = result.catch(() => {});
    return result;
  }

  /** Ends the thread; the next job starts another one. */
  async close(): Promise<void> {
    await this.end(unavailable("the solver was closed"));
  }

  private run(job: SolveJob, signal: AbortSignal | undefined): Promise<SolveOutcome> {
    const id = this.nextId++;
    const stop = new SharedArrayBuffer(4);
    const worker = this.start();
    worker.ref();
    let timer: NodeJS.Timeout | undefined;
    const endAfter = (ms: number, error: Error) => {
      clearTimeout(timer);
      timer = setTimeout(() => void this.end(error), ms);
      timer.unref();
    };
    const onAbort = () => {
      Atomics.store(new Int32Array(stop), 0, 1);
      endAfter(GRACE_MS, new Cancelled());
    };
    return new Promise<SolveOutcome>((resolve, reject) => {
      this.pending = { id, resolve, reject };
      signal?.addEventListener("abort", onAbort, { once: true });
      endAfter(job.timeLimitMs + 10 * GRACE_MS, unavailable("the solver did not keep its time limit"));
      worker.postMessage({ id, job, stop });
    })
      .then((outcome) => (signal?.aborted ? CANCELLED : outcome))
      .catch((error: unknown) => {
        if (error instanceof Cancelled) return CANCELLED;
        throw error;
      })
      .finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
        this.worker?.unref();
      });
  }

  private start(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(workerFile());
    worker.on("message", (answer: Answer) => this.receive(worker, answer));
    worker.on("error", (error) => void this.fail(worker, unavailable("the solver's thread failed", error)));
    worker.on("exit", () => void this.fail(worker, unavailable("the solver's thread ended")));
    this.worker = worker;
    return worker;
  }

  private receive(worker: Worker, { id, answer, error, memoryBytes }: Answer): void {
    const pending = this.pending;
    if (!pending || pending.id !== id) return;
    this.pending = null;
    if (error !== undefined || memoryBytes > MAX_MEMORY_BYTES) {
      this.worker = null;
      void worker.terminate();
    }
    if (answer) pending.resolve({ kind: "solved", ...answer });
    else pending.reject(unavailable(`the solver refused the model: ${error}`));
  }

  private fail(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.pending?.reject(error);
    this.pending = null;
  }

  private async end(error: Error): Promise<void> {
    const worker = this.worker;
    if (!worker) return;
    this.fail(worker, error);
    await worker.terminate();
  }
}

const CANCELLED: SolveOutcome = { kind: "cancelled" };
class Cancelled extends Error {}

const WORKER_FILE = "features/solver/solver-worker.mjs";

/**
 * The thread's file as it lies in the checkout: a bundler would move it away from the solver's wasm. Every command of the
 * portal runs in the checkout's root.
 */
function workerFile(): string {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), WORKER_FILE);
  if (!existsSync(file))
    throw unavailable(`${WORKER_FILE} is not below ${process.cwd()}: start the portal in its folder`);
  return file;
}
