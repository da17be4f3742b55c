import { setTimeout as wait } from "node:timers/promises";
import { log } from "@/lib/log";
import { knowCopy } from "./mutations";
import { readCopyState } from "./queries";
import { rebuildCopy } from "./rebuild";
import { readOurs, relay } from "./relay";
import type { Keeping } from "./schema";
import { sweep } from "./sweep";

/** Milliseconds. */
const POLL = 250;
const LONGEST_WAIT = 5_000;
/** How often the live index is looked at where nothing else shows that it is there. */
const LOOK_EVERY = 10_000;

/**
 * Keeps the copy in step until `signal`: carries changes over, builds it where there is none that can be used or where
 * somebody asks for it, and compares all of it when it begins and after each failure. While the copy or the database
 * does not answer it tries again, ever more slowly. Any number of programs may do this for one copy.
 */
export async function followChanges(keeping: Keeping, signal: AbortSignal): Promise<void> {
  const { db, copy, clock } = keeping;
  const outage = new Outage(copy.engine);
  let lookedAt: number | null = null;
  let isDoubtful = true;
  let wasOurs = false;

  /** Does what is to be done; returns milliseconds to wait then. */
  async function step(): Promise<number> {
    if (lookedAt === null || performance.now() - lookedAt > LOOK_EVERY) {
      await knowCopy(db, copy.engine, clock());
      if (!(await isThere())) return build("there is none", async () => !(await isThere()));
      lookedAt = performance.now();
    }
    const state = await readCopyState(db, copy.engine);
    if (state?.settingsHash !== copy.settingsHash) {
      // Two versions of the portal must not take the index from each other: the later one has it.
      if (wasOurs) return LOOK_EVERY;
      return build("it was not built from this database", async () => !(await readOurs(keeping)));
    }
    wasOurs = true;
    if (state.rebuildAskedAt) return build("somebody asked for it", isAsked, () => relay(keeping));
    const { courses, isAll, isElsewhere } = await relay(keeping);
    if (isElsewhere)
      return build("the database was restored", async () => (await relay(keeping)).isElsewhere);
    if (courses > 0) log.debug({ engine: copy.engine, courses }, "changes carried over");
    if (!isAll) return 0;
    if (isDoubtful) {
      const { repaired } = await sweep(keeping, null);
      isDoubtful = false;
      logSweep(copy.engine, "all", repaired);
    }
    return POLL;
  }

  const isThere = async () => (await copy.liveSettings()) === copy.settingsHash;
  const isAsked = async () => Boolean((await readOurs(keeping))?.rebuildAskedAt);

  async function build(
    why: string,
    isNeeded: () => Promise<boolean>,
    meanwhile?: () => Promise<unknown>,
  ): Promise<number> {
    const start = performance.now();
    log.info({ engine: copy.engine, why }, "building the index anew");
    const courses = await rebuildCopy(keeping, { isNeeded, ...(meanwhile ? { meanwhile } : {}) });
    if (courses !== null) {
      const milliseconds = Math.round(performance.now() - start);
      log.info({ engine: copy.engine, courses, milliseconds }, "the index is built");
      isDoubtful = true;
    }
    lookedAt = null;
    return POLL;
  }

  while (!signal.aborted) {
    let pause: number;
    try {
      pause = await step();
      outage.end();
    } catch (error) {
      // What was sent may have arrived, and may yet arrive: only a comparison tells.
      isDoubtful = true;
      lookedAt = null;
      pause = outage.failed(error);
    }
    if (pause > 0) await wait(pause, null, { signal }).catch(() => {});
  }
}

export function logSweep(engine: string, what: "all" | "a part", repaired: number): void {
  const entry = { engine, what, repaired };
  if (repaired > 0) log.warn(entry, "the index differed and was mended");
  else log.debug(entry, "the index is as it should be");
}

/** A time of failures: told once when it begins and once when it ends. */
class Outage {
  private failures = 0;
  private since = 0;
  constructor(private readonly engine: string) {}

  /** @returns milliseconds to wait before the next attempt */
  failed(error: unknown): number {
    if (this.failures === 0) {
      this.since = performance.now();
      log.warn({ engine: this.engine, err: error }, "the index cannot be kept in step just now");
    }
    this.failures += 1;
    return Math.min(POLL * 2 ** (this.failures - 1), LONGEST_WAIT);
  }

  end(): void {
    if (this.failures === 0) return;
    const milliseconds = Math.round(performance.now() - this.since);
    log.info(
      { engine: this.engine, failures: this.failures, milliseconds },
      "the index is kept in step again",
    );
    this.failures = 0;
  }
}
