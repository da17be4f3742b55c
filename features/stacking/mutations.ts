import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { LOCKS } from "@/db/locks";
import { insertRows, uuids } from "@/db/rows";
import { countedTowards } from "@/db/schema/pathways";
import { type Nameable, renewReferences } from "@/features/pathways/mutations";
import { loadLiveVersions, type StoredVersion } from "@/features/pathways/queries";
import { readUnits, type UnitIds } from "@/features/units/queries";
import { bareUnit } from "@/features/units/unit-records";
import type { Day } from "@/lib/dates";
import { groupBy } from "@/lib/group";
import { type CountedGround, compileGrounds } from "./grounds";
import { coursesLeadingTo, credentialsLedTo, hasProgrammes, listUnitIds, namedCourseIds } from "./queries";

/** Units in memory at a time. */
const BATCH = 2_000;

type Row = typeof countedTowards.$inferSelect;

interface Compiled {
  version: StoredVersion;
  groundsOf: ReturnType<typeof compileGrounds>;
}

/**
 * From here on until it ends no other transaction renews "counts towards": a version that is published and a unit that is
 * written at the same time must see each other. To be taken before the lock of search.
 */
export async function becomeStackWriter(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.stacking})`);
}

/** What was written: records as they were and now are, and everything of which it may have changed what they are worth. */
export interface WrittenRecords {
  /** Before and after: either may be what a programme names. */
  providers: readonly Nameable[];
  units: readonly Nameable[];
  credentialIds: readonly string[];
  courseIds: readonly string[];
}

/**
 * After a change of records, in its transaction: references lead to what they name, and "counts towards" follows.
 * @returns the courses of which something changed in this
 */
export async function followRecords(tx: Transaction, written: WrittenRecords, today: Day): Promise<string[]> {
  await becomeStackWriter(tx);
  if (!(await hasProgrammes(tx))) return [];
  const versionIds = await renewReferences(tx, { unit: written.units, body: written.providers });
  const { courseIds } = written;
  const ledTo = await credentialsLedTo(tx, courseIds);
  const credentialIds = [...new Set([...written.credentialIds, ...ledTo])];
  return renewCountedTowards(tx, { versionIds, units: { credentialIds, courseIds } }, today);
}

/**
 * Brings "counts towards" to what the catalogue says now, in the caller's transaction: for all units of some versions, and
 * for some units of all versions.
 * @returns the courses of which something changed in this
 */
export async function renewCountedTowards(
  tx: Transaction,
  { versionIds, units }: { versionIds: readonly string[]; units: UnitIds },
  today: Day,
): Promise<string[]> {
  const live = await loadLiveVersions(tx, today);
  const isLive = new Set(live.map(({ id }) => id));
  const over = await dropOthers(tx, [...isLive]);
  if (live.length === 0) return coursesOf(tx, over);
  const all = live.map((version) => ({ version, groundsOf: compileGrounds(version.programme) }));
  const whole = all.filter(({ version }) => versionIds.includes(version.id));
  const others = all.filter(({ version }) => !versionIds.includes(version.id));
  const isNamed = await namedCourseIds(tx);

  const changed = [...over];
  for (const batch of batches(units)) changed.push(...(await renew(tx, others, batch, isNamed)));
  if (whole.length > 0) {
    for (const batch of batches(await listUnitIds(tx)))
      changed.push(...(await renew(tx, whole, batch, isNamed)));
  }
  return coursesOf(tx, changed);
}

type UnitRef = Pick<Row, "credentialId" | "courseId">;

async function coursesOf(tx: Transaction, units: readonly UnitRef[]): Promise<string[]> {
  const own = units.flatMap(({ courseId }) => courseId ?? []);
  const credentialIds = [...new Set(units.flatMap(({ credentialId }) => credentialId ?? []))];
  return [...new Set([...own, ...(await coursesLeadingTo(tx, credentialIds))])];
}

/** Rows of versions that are over or were replaced. */
async function dropOthers(tx: Transaction, liveIds: readonly string[]): Promise<UnitRef[]> {
  return await tx
    .delete(countedTowards)
    .where(sql`${countedTowards.versionId} <> all(${uuids(liveIds)})`)
    .returning({ credentialId: countedTowards.credentialId, courseId: countedTowards.courseId });
}

async function renew(
  tx: Transaction,
  versions: readonly Compiled[],
  ids: UnitIds,
  isNamed: ReadonlySet<string>,
): Promise<UnitRef[]> {
  const before = await tx
    .delete(countedTowards)
    .where(
      sql`(${countedTowards.credentialId} = any(${uuids(ids.credentialIds)})
        or ${countedTowards.courseId} = any(${uuids(ids.courseIds)}))
        and ${countedTowards.versionId} = any(${uuids(versions.map(({ version }) => version.id))})`,
    )
    .returning();
  const units = await readUnits(tx, ids, (id) => isNamed.has(id));
  const after = units.flatMap(({ kind, facts }) => {
    const unit = bareUnit(facts);
    return versions.flatMap(({ version, groundsOf }) =>
      groundsOf(unit).map((ground) => rowOf(version.id, kind, facts.unit, ground)),
    );
  });
  await insertRows(tx, countedTowards, after);
  return differing(before, after);
}

const rowOf = (versionId: string, kind: "credential" | "course", id: string, ground: CountedGround): Row => ({
  versionId,
  credentialId: kind === "credential" ? id : null,
  courseId: kind === "course" ? id : null,
  ...ground,
});

/** Units whose rows are not the same before and after. */
function differing(before: readonly Row[], after: readonly Row[]): UnitRef[] {
  const unitOf = ({ credentialId, courseId }: Row) => credentialId ?? courseId ?? "";
  const [held, now] = [groupBy(before, unitOf), groupBy(after, unitOf)];
  const said = (rows: readonly Row[] = []) => rows.map(textOf).sort().join("\n");
  return [...new Set([...held.keys(), ...now.keys()])].flatMap((id) => {
    const [row] = now.get(id) ?? held.get(id) ?? [];
    return row && said(held.get(id)) !== said(now.get(id)) ? [row] : [];
  });
}

const textOf = (row: Row): string =>
  [
    row.versionId,
    row.nodeId,
    row.basis,
    row.groundId,
    row.certainty,
    row.credits,
    row.decisionBody,
    row.validFrom,
    row.validTo,
    row.refusal,
  ].join(" ");

function* batches({ credentialIds, courseIds }: UnitIds): Generator<UnitIds> {
  for (let at = 0; at < credentialIds.length; at += BATCH)
    yield { credentialIds: credentialIds.slice(at, at + BATCH), courseIds: [] };
  for (let at = 0; at < courseIds.length; at += BATCH)
    yield { credentialIds: [], courseIds: courseIds.slice(at, at + BATCH) };
}
