import { setTimeout as wait } from "node:timers/promises";
import { Logger, run, type TaskList } from "graphile-worker";
import { followChanges } from "@/features/search-copy/follow";
import { keepRows } from "@/features/search-copy/mutations";
import { dayIn } from "@/lib/dates";
import { log } from "@/lib/log";
import { TASKS, type Task, type Work } from "./tasks";

/** Milliseconds that what is being done is given when the worker stops; all of it can be cut off anywhere. */
const STOP_PATIENCE = 4_000;
const LONGEST_WAIT = 5_000;

export interface Worker {
  /** Resolves when all work has ended, which it does after `stop` alone. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * The background work: keeps the search rows to this version of the code, the copy of the search documents in step, and
 * does the tasks of the queue. It outlives every failure of the database and of the copy. Any number of workers may run.
 */
export function startWorker(work: Work): Worker {
  const stopping = new AbortController();
  const { signal } = stopping;
  const ended = (async () => {
    await untilDone("prepare the search rows", signal, () => prepareRows(work));
    const { copy } = work;
    await Promise.all([
      copy ? followChanges({ ...work, copy }, signal) : null,
      untilDone("work on the queue", signal, () => workOnQueue(work, signal)),
    ]);
  })();
  return {
    ended,
    async stop() {
      stopping.abort();
      await Promise.race([ended, wait(STOP_PATIENCE, null, { ref: false })]);
    },
  };
}

async function prepareRows({ db, clock, timeZone }: Work): Promise<void> {
  const now = clock();
  const courses = await keepRows(db, { now, today: dayIn(timeZone, now) });
  if (courses !== null) log.info({ courses }, "search rows built anew for this version");
}

/** Begins again after each failure, ever more slowly; a failure is told when it is not the one before. */
async function untilDone(what: string, signal: AbortSignal, attempt: () => Promise<void>): Promise<void> {
  let told = "";
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      await attempt();
      return;
    } catch (error) {
      const message = String(error);
      if (message !== told) log.warn({ err: error, what }, "the worker tries again");
      told = message;
      await wait(Math.min(250 * 2 ** failures, LONGEST_WAIT), null, { signal }).catch(() => {});
    }
  }
}

async function workOnQueue(work: Work, signal: AbortSignal): Promise<void> {
  const runner = await run({
    connectionString: work.url,
    taskList: taskList(work),
    // A task that was cut off is not begun again hours later: its next time comes sooner.
    crontab: TASKS.flatMap(({ name, schedule }) => (schedule ? [`${schedule} ${name} ?max=1`] : [])).join(
      "\n",
    ),
    concurrency: 1,
    maxPoolSize: 4,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => tell(level, message)),
  });
  const stop = () => runner.stop().catch(() => {});
  signal.addEventListener("abort", stop);
  try {
    if (signal.aborted) await stop();
    else
      for (const { name, schedule } of TASKS)
        if (schedule === null) await runner.addJob(name, {}, { jobKey: name });
    await runner.promise;
  } finally {
    signal.removeEventListener("abort", stop);
  }
  if (!signal.aborted) throw new Error("The queue has ended by itself");
}

function taskList(work: Work): TaskList {
  const runTask =
    ({ name, run: runIt }: Task): TaskList[string] =>
    async (_payload, { addJob }) => {
      const next = await runIt(work);
      // The key keeps it to one job, whoever asks for it meanwhile.
      if (next) await addJob(name, {}, { jobKey: name, runAt: next });
    };
  return Object.fromEntries(TASKS.map((task) => [task.name, runTask(task)]));
}

/** What the library reports as news is no news to an operator. */
function tell(level: string, message: string): void {
  if (level === "error") log.error({ queue: message }, "background work");
  else if (level === "warning") log.warn({ queue: message }, "background work");
  else log.debug({ queue: message }, "background work");
}
