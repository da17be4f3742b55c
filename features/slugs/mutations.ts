import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { texts, uuids } from "@/db/rows";
import { type SLUG_KINDS, slugs } from "@/db/schema/slugs";
import { numberedSlug } from "./slug-base";

export type SlugKind = (typeof SLUG_KINDS)[number];

export interface SlugWish {
  recordId: string;
  base: string;
}

interface Group {
  base: string;
  waiting: string[];
  /** The first number to look at. */
  next: number;
}

/**
 * Gives each record an address made from its base and keeps its earlier ones as redirects. An address that
 * another record has, or once had, is never given; a record may return to one of its own.
 * @returns record id -> address
 */
export async function giveSlugs(
  tx: Transaction,
  kind: SlugKind,
  wishes: readonly SlugWish[],
): Promise<Map<string, string>> {
  const given = new Map<string, string>();
  if (wishes.length === 0) return given;
  await retireSlugs(
    tx,
    kind,
    wishes.map(({ recordId }) => recordId),
  );
  let groups = groupByBase(wishes);
  for (let width = 1; groups.length > 0; width *= 2) {
    const looked = groups.map((group) => ({ group, window: windowOf(group, width) }));
    const owners = await ownersOf(
      tx,
      kind,
      looked.flatMap(({ window }) => window),
    );
    const chosen = looked.map(({ group, window }) => ({
      group,
      window,
      choices: choose(group.waiting, window, owners),
    }));
    const claimed = await claim(
      tx,
      kind,
      chosen.flatMap(({ choices }) => choices),
    );
    for (const { slug, recordId } of claimed) given.set(recordId, slug);
    groups = chosen
      .map(({ group, window, choices }) => {
        // Where another was quicker, what follows the address that it took may be free: the same are looked at again.
        const hasLost = choices.some(({ recordId }) => !given.has(recordId));
        return {
          ...group,
          waiting: group.waiting.filter((id) => !given.has(id)),
          next: hasLost ? group.next : group.next + window.length,
        };
      })
      .filter(({ waiting }) => waiting.length > 0);
  }
  return given;
}

/** For records that leave nothing behind. */
export async function forgetSlugs(tx: Transaction, kind: SlugKind, ids: readonly string[]): Promise<void> {
  await tx.delete(slugs).where(and(eq(slugs.kind, kind), sql`${slugs.recordId} = any(${uuids(ids)})`));
}

async function retireSlugs(tx: Transaction, kind: SlugKind, ids: readonly string[]): Promise<void> {
  await tx
    .update(slugs)
    .set({ isCurrent: false })
    .where(and(eq(slugs.kind, kind), slugs.isCurrent, sql`${slugs.recordId} = any(${uuids(ids)})`));
}

function groupByBase(wishes: readonly SlugWish[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { recordId, base } of wishes) {
    const group = groups.get(base) ?? { base, waiting: [], next: 1 };
    group.waiting.push(recordId);
    groups.set(base, group);
  }
  return [...groups.values()];
}

/** The next addresses to look at: as many as records wait, and more in each round. */
function windowOf({ base, waiting, next }: Group, width: number): string[] {
  const length = Math.max(width, waiting.length);
  return Array.from({ length }, (_, i) => numberedSlug(base, next + i));
}

async function ownersOf(
  tx: Transaction,
  kind: SlugKind,
  candidates: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx
    .select({ slug: slugs.slug, recordId: slugs.recordId })
    .from(slugs)
    .where(and(eq(slugs.kind, kind), sql`${slugs.slug} = any(${texts(candidates)})`));
  return new Map(rows.map(({ slug, recordId }) => [slug, recordId]));
}

function choose(
  waiting: readonly string[],
  window: readonly string[],
  owners: ReadonlyMap<string, string>,
): { slug: string; recordId: string }[] {
  const ownSlugs = new Map<string, string>();
  for (const slug of [...window].reverse()) {
    const owner = owners.get(slug);
    if (owner !== undefined) ownSlugs.set(owner, slug);
  }
  const free = window.filter((slug) => !owners.has(slug)).values();
  return waiting.flatMap((recordId) => {
    const slug = ownSlugs.get(recordId) ?? free.next().value;
    return slug === undefined ? [] : [{ slug, recordId }];
  });
}

/** Someone else may take an address at the same moment: what comes back is ours, the others try again. */
async function claim(
  tx: Transaction,
  kind: SlugKind,
  choices: readonly { slug: string; recordId: string }[],
): Promise<{ slug: string; recordId: string }[]> {
  const sorted = [...choices].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const slugList = texts(sorted.map(({ slug }) => slug));
  const idList = uuids(sorted.map(({ recordId }) => recordId));
  const rows = await tx.execute<{ slug: string; record_id: string }>(sql`
    insert into ${slugs} (kind, slug, record_id, is_current)
    select ${kind}, slug, record_id, true from unnest(${slugList}, ${idList}) as choice (slug, record_id)
    on conflict (kind, slug) do update set is_current = true where ${slugs.recordId} = excluded.record_id
    returning slug, record_id`);
  return rows.map((row) => ({ slug: row.slug, recordId: row.record_id }));
}
