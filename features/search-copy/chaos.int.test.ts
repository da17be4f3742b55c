import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { meilisearchCopy } from "@/features/meilisearch/meilisearch-copy";
import { dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import { Random } from "@/scripts/bench/random";
import { type Chaos, FAULTS, SEED, startChaos, type Victim } from "@/tests/chaos";
import { latest } from "@/tests/copy-keeping";
import { hasMeilisearch, type ServerKind } from "@/tests/meilisearch-server";
import { knowCopy } from "./mutations";
import { horizon, readCopyState, rowHashes } from "./queries";
import { rebuildCopy } from "./rebuild";
import { relay } from "./relay";
import { isBefore, type Keeping } from "./schema";
import { sweep } from "./sweep";

// Writer, worker, search server and database are killed at random moments. What the database acknowledged must be there,
// and the copy must be equal to it soon after.

const LONGEST_PAUSE = 500;
const VICTIMS: readonly Victim[] = [
  "writer",
  "database",
  ...(["worker", "worker", "worker", "engine", "engine", "engine"] as const),
];
const PATIENCE = { timeout: 240_000, interval: 100 };
const KINDS: ServerKind[] = hasMeilisearch ? ["the stand-in", "Meilisearch"] : ["the stand-in"];

describe.each(KINDS)("chaos, with %s", (kind) => {
  let chaos: Chaos | undefined;
  afterEach(async () => {
    await chaos?.end();
    chaos = undefined;
  });

  it(`loses no write, and is equal again, after ${FAULTS} kills`, { timeout: 900_000 }, async () => {
    chaos = await startChaos(kind, { hasWorker: true });
    const keeping = keepingOf(chaos);
    await untilItGetsOn(keeping);
    const random = new Random(SEED);
    for (let fault = 0; fault < FAULTS; fault++) {
      const victim = random.of(VICTIMS);
      // One that only starts would lose nothing.
      if (victim === "worker") await untilItGetsOn(keeping);
      await wait(random.below(LONGEST_PAUSE));
      const isPlain = victim !== "engine" || random.chance(0.5);
      if (isPlain) await chaos.kill(victim);
      else if (random.chance(0.4)) await chaos.keepData();
      else await chaos.replaceData(random.of(["kept", "kept", "none"] as const));
    }
    await chaos.stopWriter();
    const last = performance.now();
    await keeping.db.execute("select graphile_worker.add_job('sweep-all')");
    await expect.poll(() => isEqual(keeping), PATIENCE).toBe(true);
    const seconds = (performance.now() - last) / 1000;

    const acknowledged = chaos.acknowledged();
    process.stdout.write(`${kind}: equal ${seconds.toFixed(1)} s after the last of ${FAULTS} kills\n`);
    expect(await lostWrites(chaos, acknowledged)).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(20);
    // Two seconds where nothing else runs.
    expect(seconds).toBeLessThan(10);
  });

  it("stays different where nothing compares", { timeout: 900_000 }, async () => {
    chaos = await startChaos(kind, { hasWorker: false });
    const keeping = keepingOf(chaos);
    await knowCopy(keeping.db, "meilisearch", new Date());
    await rebuildCopy(keeping);
    const relaying = new AbortController();
    const relayed = relayUntil(keeping, relaying.signal);
    await chaos.keepData();
    const kept = chaos.acknowledged();
    const written = () => [...(chaos?.acknowledged() ?? [])].filter(([id, n]) => kept.get(id) !== n).length;
    await expect.poll(written, PATIENCE).toBeGreaterThan(5);
    await chaos.stopWriter();
    await untilSeen(keeping);
    // A server that forgets what it said it had: the relay cannot know.
    await chaos.replaceData("kept");
    await untilSeen(keeping);
    relaying.abort();
    await relayed;
    expect(await isEqual(keeping)).toBe(false);
    expect((await sweep(keeping, null)).repaired).toBeGreaterThan(0);
    expect(await isEqual(keeping)).toBe(true);
  });
});

function keepingOf({ url, connection, engineUrl, keys }: Chaos): Keeping {
  return {
    url,
    db: connection.db,
    copy: meilisearchCopy({ url: engineUrl, key: keys.writeKey }),
    clock: () => new Date(),
    timeZone: env().CAIRN_TIME_ZONE,
  };
}

/** False while either does not answer, too. */
async function isEqual({ db, copy, clock, timeZone }: Keeping): Promise<boolean> {
  const copied = await copy.hashes(null).catch(() => null);
  const rows = await rowHashes(db, null, dayIn(timeZone, clock())).catch(() => null);
  if (!copied || !rows) return false;
  return copied.size === rows.size && [...rows].every(([id, hash]) => copied.get(id) === hash);
}

/** Courses in which an older number stands than the last that was acknowledged. */
async function lostWrites(
  { connection }: Chaos,
  acknowledged: ReadonlyMap<string, number>,
): Promise<string[]> {
  const rows = await connection.sql<
    { id: string; title: string }[]
  >`select id, title->>'en' as title from courses`;
  const numbers = new Map(rows.map(({ id, title }) => [id, Number(title.split(" ")[1])]));
  return [...acknowledged].flatMap(([id, number]) => ((numbers.get(id) ?? 0) < number ? [id] : []));
}

/** Until changes are carried over, again: a worker is at work. */
async function untilItGetsOn({ db, copy }: Keeping): Promise<void> {
  const place = async () =>
    JSON.stringify((await readCopyState(db, copy.engine).catch(() => null))?.seen ?? null);
  const before = await place();
  await expect.poll(async () => [before, "null"].includes(await place()), PATIENCE).toBe(false);
}

async function relayUntil(keeping: Keeping, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await relay(keeping).catch(() => {});
    await wait(50);
  }
}

/** Until the relay has seen all that is written now. */
async function untilSeen({ db, copy }: Keeping): Promise<void> {
  const { xid } = await latest(db);
  await db.execute(
    "insert into record_changes (kind, record_id, change) select 'course', id, 'indexed' from courses limit 1",
  );
  await expect
    .poll(async () => {
      const state = await readCopyState(db, copy.engine);
      return (
        state !== null &&
        !isBefore(state.seen, { xid, id: 0 }) &&
        !isBefore(await horizon(db), { xid, id: 0 })
      );
    }, PATIENCE)
    .toBe(true);
}
