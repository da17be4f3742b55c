import { ALL_BUCKETS } from "@/features/search/copy";
import { dayIn } from "@/lib/dates";
import { noteSwept } from "./mutations";
import { changedPast, countDocuments, rowHashes } from "./queries";
import { carry, inTurn, readOurs } from "./relay";
import type { Keeping } from "./schema";

/** Documents that are compared in one go; of more, one bucket after the other. */
const AT_ONCE = 20_000;
/** The buckets are gone through in so many parts. */
const PARTS = 12;
const PART_MS = 5 * 60_000;

/** Buckets whose turn it is at `now`: a twelfth every five minutes, all within an hour. */
export function bucketsOf(now: Date): number[] {
  const part = Math.floor(now.getTime() / PART_MS) % PARTS;
  return ALL_BUCKETS.filter((bucket) => bucket % PARTS === part);
}

/**
 * Compares the copy with the search rows by hashes and mends what differs: what was lost on the way, whoever lost it.
 * @param buckets null: all
 * @returns how many courses were not as they should be
 */
export async function sweep(
  keeping: Keeping,
  buckets: readonly number[] | null,
): Promise<{ repaired: number }> {
  const { db, copy, clock } = keeping;
  let repaired = 0;
  for (const bucket of buckets ?? (await allBuckets(keeping)))
    repaired += await inTurn(keeping, () => sweepInTurn(keeping, bucket));
  if (buckets === null) await noteSwept(db, copy.engine, clock());
  return { repaired };
}

async function allBuckets({ db }: Keeping): Promise<readonly (number | null)[]> {
  return (await countDocuments(db)) <= AT_ONCE ? [null] : ALL_BUCKETS;
}

async function sweepInTurn(keeping: Keeping, bucket: number | null): Promise<number> {
  const { db, copy, clock, timeZone } = keeping;
  const state = await readOurs(keeping);
  if (!state) return 0;
  // The truth is read after the copy: what changed between has left a change past the place that was seen.
  const copied = await copy.hashes(bucket);
  const rows = await rowHashes(db, bucket, dayIn(timeZone, clock()));
  const differing = [
    ...[...copied.keys()].filter((id) => !rows.has(id)),
    // Null: the row is of another day, and will be renewed.
    ...[...rows].flatMap(([id, hash]) => (hash !== null && hash !== copied.get(id) ? [id] : [])),
  ];
  if (differing.length === 0) return 0;
  const underWay = await changedPast(db, state.seen, differing);
  const wrong = differing.filter((id) => !underWay.has(id));
  for (let start = 0; start < wrong.length; start += 1_000)
    await carry(keeping, wrong.slice(start, start + 1_000), copy);
  return wrong.length;
}
