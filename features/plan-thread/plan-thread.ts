import { existsSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { PlanQuestion } from "@/features/plans/plan-question";
import type { PlanAnswer, PlanProgress } from "@/features/plans/plan-view";
import { childEnv } from "@/lib/env";
import { CairnError, unavailable } from "@/lib/errors";
import type { FromThread, ToThread } from "./thread-message";

export interface AskOptions {
  now: Date;
  /** Aborting it ends the work. */
  signal?: AbortSignal;
  /** Hears of the audit before plans are sought, and of the first plan before others are. */
  onProgress?: (progress: PlanProgress) => void;
}

interface Open extends Pick<AskOptions, "onProgress"> {
  resolve: (answer: PlanAnswer) => void;
  reject: (error: Error) => void;
}

/**
 * `planFor` in a thread of its own, with its own connections to the database: reading a large field, pruning it and
 * building the model take seconds, in which this process serves others. The thread starts with the first question, does
 * not keep the process alive when idle, and is replaced when it fails.
 */
export class PlanThread {
  private worker: Worker | null = null;
  private readonly open = new Map<number, Open>();
  private nextId = 1;

  /** @param settings go over the environment of this process */
  constructor(private readonly settings: Record<string, string> = {}) {}

  /** Starts the thread ahead of the first question. */
  warm(): void {
    this.start();
  }

  async ask(question: PlanQuestion, { now, signal, onProgress }: AskOptions): Promise<PlanAnswer> {
    const id = this.nextId++;
    const worker = this.start();
    const post = (message: ToThread) => worker.postMessage(message);
    const onAbort = () => post({ kind: "cancel", id });
    worker.ref();
    try {
      return await new Promise<PlanAnswer>((resolve, reject) => {
        this.open.set(id, { resolve, reject, ...(onProgress && { onProgress }) });
        post({ kind: "ask", id, question, now, tells: onProgress !== undefined });
        if (signal?.aborted) onAbort();
        else signal?.addEventListener("abort", onAbort, { once: true });
      });
    } finally {
      signal?.removeEventListener("abort", onAbort);
      this.open.delete(id);
      if (this.open.size === 0) worker.unref();
    }
  }

  /** Ends the thread; the next question starts another one. */
  async close(): Promise<void> {
    const { worker } = this;
    if (!worker) return;
    this.fail(worker, unavailable("The planner was closed"));
    await worker.terminate();
  }

  private start(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(entryFile(), {
      env: childEnv(this.settings),
      // Modules for the server alone may be read there too.
      execArgv: ["--conditions=react-server"],
    });
    worker.on("message", (message: FromThread) => this.receive(message));
    worker.on("error", (error) => this.fail(worker, unavailable("The planner failed: ask again", error)));
    worker.on("exit", () => this.fail(worker, unavailable("The planner ended: ask again")));
    worker.unref();
    this.worker = worker;
    return worker;
  }

  private receive(message: FromThread): void {
    const open = this.open.get(message.id);
    if (message.kind === "progress") open?.onProgress?.(message.progress);
    else if (message.kind === "answer") open?.resolve(message.answer);
    else open?.reject(toError(message));
  }

  private fail(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    for (const { reject } of this.open.values()) reject(error);
  }
}

function toError({ code, message, stack }: Extract<FromThread, { kind: "fault" }>): Error {
  const error = code === null ? new Error(message) : new CairnError(code, message);
  if (stack !== undefined) error.stack = stack;
  return error;
}

const ENTRY_FILE = "features/plan-thread/thread-entry.mjs";

/** As it lies in the checkout, in whose root every command of the portal runs. */
function entryFile(): string {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), ENTRY_FILE);
  if (!existsSync(file))
    throw unavailable(`${ENTRY_FILE} is not below ${process.cwd()}: start the portal in its folder`);
  return file;
}
