import { setTimeout as wait } from "node:timers/promises";
import { type Connection, connect } from "@/db/client";
import type { OpenDatabase } from "@/db/embedded";
import { changesPast, readCopyState } from "@/features/search-copy/queries";
import { unavailable } from "@/lib/errors";

/** Waits until a worker has built the copy and compared all of it. */
export async function untilBuilt({ db }: Connection, isRunning: () => boolean): Promise<void> {
  for (;;) {
    const state = await readCopyState(db, "meilisearch");
    if (state?.sweptAt && state.holdsOn) return;
    if (!isRunning()) throw unavailable("The worker has ended: see above");
    await wait(50);
  }
}

/** Waits until the copy has seen every change. */
export async function untilCarriedOver({ appUrl }: OpenDatabase): Promise<void> {
  const { db, end } = connect(appUrl, { max: 1 });
  for (;;) {
    const state = await readCopyState(db, "meilisearch");
    if (state && (await changesPast(db, state.seen, 1)).courseIds.length === 0) break;
    await wait(250);
  }
  await end();
}
