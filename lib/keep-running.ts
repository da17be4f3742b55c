import { setTimeout as wait } from "node:timers/promises";

/** What runs until it ends. */
export interface Running {
  exited: Promise<unknown>;
}

/** Milliseconds. */
const SHORTEST_WAIT = 500;
const LONGEST_WAIT = 30_000;
/** What ran so long did well: the next wait is the shortest again. */
const GOOD_RUN = 60_000;

/**
 * Starts something again each time it has ended by itself, or could not be started, until `signal`: ever later where it
 * ends soon. `tell` is told each time, with the seconds until the next attempt.
 */
export async function keepRunning(
  first: Running | null,
  start: () => Promise<Running>,
  tell: (seconds: number, error: unknown) => void,
  signal: AbortSignal,
  shortest = SHORTEST_WAIT,
): Promise<void> {
  let pause = shortest;
  let running = first;
  while (!signal.aborted) {
    const begun = performance.now();
    let fault: unknown = null;
    try {
      running ??= await start();
      await Promise.race([running.exited, untilAborted(signal)]);
    } catch (error) {
      fault = error;
    }
    if (signal.aborted) return;
    running = null;
    if (performance.now() - begun > GOOD_RUN) pause = shortest;
    tell(pause / 1000, fault);
    await wait(pause, null, { signal }).catch(() => {});
    pause = Math.min(pause * 2, LONGEST_WAIT);
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
