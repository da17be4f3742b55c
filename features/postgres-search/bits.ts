import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { CHUNK, searchBits, searchValues } from "@/db/schema/search";
import type { SearchDocument } from "@/features/search/document";
import { EVERY_COURSE, type ValueIds } from "./values";

/** Bits to set or to clear: course `ordinals[i]` in plane `planes[i]` of value `valueIds[i]`. */
interface Cells {
  valueIds: number[];
  planes: number[];
  ordinals: number[];
}

const noCells = (): Cells => ({ valueIds: [], planes: [], ordinals: [] });

/** The bits of one course, as stored with its document. */
export type CourseCells = Pick<Cells, "valueIds" | "planes">;

/** Plane 0 says what the course has, plane n what its n-th open run has. */
export function cellsOf({ values, runs }: SearchDocument, ids: ValueIds): CourseCells {
  const cells = new Map<string, [valueId: number, plane: number]>();
  const add = (facet: string, value: string, plane: number) => {
    const id = ids.of(facet, value);
    cells.set(`${id} ${plane}`, [id, plane]);
  };
  const addAll = (lists: Readonly<Record<string, readonly string[]>>, plane: number) => {
    for (const [facet, list] of Object.entries(lists)) for (const value of list) add(facet, value, plane);
  };
  add(EVERY_COURSE.facet, EVERY_COURSE.value, 0);
  addAll(values, 0);
  for (const [index, run] of runs.entries()) {
    addAll(run, 0);
    addAll(run, index + 1);
  }
  return {
    valueIds: [...cells.values()].map(([valueId]) => valueId),
    planes: [...cells.values()].map(([, plane]) => plane),
  };
}

/** Gathers what differs for many courses, so that each bitmap is rewritten once for all of them. */
export class BitChanges {
  private readonly toSet = noCells();
  private readonly toClear = noCells();

  add(ordinal: number, before: CourseCells | null, after: CourseCells | null): void {
    addMissing(this.toClear, ordinal, before, after);
    addMissing(this.toSet, ordinal, after, before);
  }

  async write(tx: Transaction): Promise<void> {
    if (this.toClear.ordinals.length > 0) await clearBits(tx, this.toClear);
    if (this.toSet.ordinals.length > 0) await setBits(tx, this.toSet);
  }
}

/** Adds the cells that are in `here` and not in `there`. */
function addMissing(
  cells: Cells,
  ordinal: number,
  here: CourseCells | null,
  there: CourseCells | null,
): void {
  const known = new Set(there?.valueIds.map((valueId, i) => `${valueId} ${there.planes[i]}`));
  for (const [i, valueId] of (here?.valueIds ?? []).entries()) {
    const plane = here?.planes[i] ?? 0;
    if (known.has(`${valueId} ${plane}`)) continue;
    cells.valueIds.push(valueId);
    cells.planes.push(plane);
    cells.ordinals.push(ordinal);
  }
}

const integers = (values: readonly number[]): SQL => sql`${sql.param(values)}::int[]`;

/**
 * A query for ordinals (a column `ordinal`) as bitmaps by chunk and by the columns of `keys`. In two steps: a word of
 * 64 bits is gathered at a small part of the cost of a bitmap.
 */
export function bitmapsOf(ordinals: SQL, keys: SQL = sql``): SQL {
  return sql`
    select ${keys} chunk, bit_or(word::bit(64)::bit(8192) >> (place * 64)) as bits
    from (
      select ${keys} ordinal >> 13 as chunk, (ordinal >> 6) & 127 as place,
        bit_or(1::int8 << (63 - (ordinal & 63))) as word
      from (${ordinals}) as found
      group by ${keys} ordinal >> 13, (ordinal >> 6) & 127
    ) as words
    group by ${keys} chunk`;
}

function masksOf({ valueIds, planes, ordinals }: Cells): SQL {
  const cells = sql`
    select * from unnest(${integers(valueIds)}, ${integers(planes)}, ${integers(ordinals)})
      as cells(value_id, plane, ordinal)`;
  return bitmapsOf(cells, sql`value_id, plane,`);
}

async function setBits(tx: Transaction, cells: Cells): Promise<void> {
  await tx.execute(sql`
    insert into ${searchBits} (value_id, facet, chunk, plane, bits)
    select mask.value_id, search_values.facet, mask.chunk, mask.plane, mask.bits
    from (${masksOf(cells)}) as mask join ${searchValues} on search_values.id = mask.value_id
    order by search_values.facet, mask.chunk, mask.value_id, mask.plane
    on conflict (value_id, chunk, plane) do update set bits = search_bits.bits | excluded.bits`);
  await addToCounts(tx, cells, 1);
}

async function clearBits(tx: Transaction, cells: Cells): Promise<void> {
  await tx.execute(sql`
    update ${searchBits} set bits = search_bits.bits & ~mask.bits from (${masksOf(cells)}) as mask
    where search_bits.value_id = mask.value_id and search_bits.chunk = mask.chunk and search_bits.plane = mask.plane`);
  await tx.execute(sql`
    delete from ${searchBits} where value_id = any(${integers([...new Set(cells.valueIds)])}) and bit_count(bits) = 0`);
  await addToCounts(tx, cells, -1);
}

async function addToCounts(tx: Transaction, { valueIds, planes }: Cells, sign: 1 | -1): Promise<void> {
  await tx.execute(sql`
    update ${searchValues} set course_count = course_count + ${sign}::int * change.courses
    from (
      select value_id, count(*)::int as courses
      from unnest(${integers(valueIds)}, ${integers(planes)}) as cells(value_id, plane)
      where plane = 0 group by value_id
    ) as change
    where search_values.id = change.value_id`);
}

/** Places for new courses: the lowest free ones. */
export async function freeOrdinals(tx: Transaction, count: number): Promise<number[]> {
  const rows = await tx.execute<{ chunk: number; bits: string }>(sql`
    select chunk, case when bit_count(bits) < ${CHUNK}::int then bits::text else '' end as bits
    from ${searchBits} where facet = ${EVERY_COURSE.facet}`);
  const taken = new Map(rows.map(({ chunk, bits }) => [chunk, bits]));
  const nothing = "0".repeat(CHUNK);
  const free: number[] = [];
  for (let chunk = 0; free.length < count; chunk++) {
    const bits = taken.get(chunk) ?? nothing;
    for (let at = bits.indexOf("0"); at >= 0 && free.length < count; at = bits.indexOf("0", at + 1)) {
      free.push(chunk * CHUNK + at);
    }
  }
  return free;
}
