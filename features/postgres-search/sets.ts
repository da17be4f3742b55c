import { type SQL, sql } from "drizzle-orm";
import { texts } from "@/db/rows";
import { toTsquery } from "@/features/search/analyser";
import { FACETS, type Facet, JOINT_FACETS, RUN_FACETS, type SearchRequest } from "@/features/search/engine";
import { bitmapsOf } from "./bits";
import { EVERY_COURSE } from "./values";

/** A set of courses, rows of (chunk, bits); or of open runs, rows of (chunk, plane, bits). */
export interface BitSet {
  /** Of its part of the WITH list. */
  name: SQL;
  byPlane: boolean;
  /** All courses there are: as many of them have a value as its own row says. */
  isEverything: boolean;
  meaning: string;
}

/** A set is large where all courses are less than so many times as many: then a row is sooner read than looked up. */
const LARGE = 16;

export const isRunFacet = (facet: Facet): boolean => RUN_FACETS.some((name) => name === facet);

/** The sets that a request speaks of. Each becomes a part of one WITH list when it is first asked for, and only once. */
export class Sets {
  private readonly parts = new Map<string, { set: BitSet; body: SQL }>();
  private readonly courseFilters: readonly Facet[];
  private readonly runFilters: readonly Facet[];

  constructor(private readonly request: SearchRequest) {
    const chosen = FACETS.filter((facet) => (request.selection[facet] ?? []).length > 0);
    this.courseFilters = chosen.filter((facet) => !isRunFacet(facet));
    this.runFilters = chosen.filter(isRunFacet);
  }

  /** All parts asked for until now, each after those it uses. */
  withList(): SQL {
    const list = [...this.parts.values()].map(({ set, body }) => sql`${set.name} as materialized (${body})`);
    return sql`with ${sql.join(list, sql`, `)}`;
  }

  /** The courses found. */
  found(): BitSet {
    return this.all([
      this.base(),
      ...this.teaching(),
      ...this.courseFilters.flatMap(this.having),
      ...this.onOneRun(),
    ]);
  }

  /**
   * What the values of a facet are counted in: the courses that would be found without its own choice, where its values
   * need not all hold; of a facet of
   * runs beside other choices about runs, the runs of those courses that have the others.
   */
  foundWithout(facet: Facet): BitSet {
    const isIgnored = (other: Facet) => other === facet && !JOINT_FACETS.includes(facet);
    const courses = this.courseFilters.filter((other) => !isIgnored(other)).flatMap(this.having);
    const runs = isRunFacet(facet)
      ? this.runFilters.filter((other) => other !== facet).map(this.runsHaving)
      : this.onOneRun();
    return this.all([this.base(), ...this.teaching(), ...courses, ...runs]);
  }

  /** Of the courses found those that have the words in their title, if they are `enough`; else all. */
  foundFirst(words: string, enough: number): BitSet {
    const found = this.found();
    const inTitle = this.part("in title", false, () =>
      bitmapsOf(sql`select ordinal from search_title_ordinals(${words}::tsquery) as ordinal`),
    );
    const both = this.allAlike([found, inTitle]) ?? found;
    const isEnough = sql`(select coalesce(sum(bit_count(bits)), 0) from ${both.name}) >= ${enough}::int`;
    return this.part(
      "found first",
      false,
      () => sql`
        select chunk, bits from ${both.name} where ${isEnough}
        union all
        select chunk, bits from ${found.name} where not ${isEnough}`,
    );
  }

  private part(meaning: string, byPlane: boolean, body: () => SQL, isEverything = false): BitSet {
    const known = this.parts.get(meaning);
    if (known) return known.set;
    const definition = body();
    const set = { name: sql.raw(`set_${this.parts.size}`), byPlane, isEverything, meaning };
    this.parts.set(meaning, { set, body: definition });
    return set;
  }

  /** The courses that words and credits leave, before any facet. */
  private base(): BitSet {
    const ordinals = matchingOrdinals(this.request);
    if (ordinals !== null) return this.part("base", false, () => bitmapsOf(ordinals));
    const all = sql`select chunk, bits from search_bits where facet = ${EVERY_COURSE.facet} and plane = 0`;
    return this.part("base", false, () => all, true);
  }

  /** Any of the chosen values; each of them, where they must all hold. */
  private readonly having = (facet: Facet): BitSet[] => {
    const chosen = this.request.selection[facet] ?? [];
    return JOINT_FACETS.includes(facet)
      ? chosen.map((value) => this.part(`having ${facet} ${value}`, false, () => havingAny(facet, [value])))
      : [this.part(`having ${facet}`, false, () => havingAny(facet, chosen))];
  };

  private teaching(): BitSet[] {
    const { teachesAnyOf } = this.request;
    return teachesAnyOf === null
      ? []
      : [this.part("teaching", false, () => havingAny("skill", teachesAnyOf))];
  }

  private readonly runsHaving = (facet: Facet): BitSet =>
    this.part(`runs having ${facet}`, true, () => {
      const ids = idsOf(facet, this.request.selection[facet]);
      return sql`
        select chunk, plane, bit_or(bits) as bits from search_bits where value_id = any(${ids}) and plane > 0
        group by chunk, plane`;
    });

  /** Courses with a run that has all that was chosen about runs. Of one choice alone plane 0 knows. */
  private onOneRun(): BitSet[] {
    if (this.runFilters.length < 2) return this.runFilters.flatMap(this.having);
    const runs = this.all(this.runFilters.map(this.runsHaving));
    const body = () => sql`select chunk, bit_or(bits) as bits from ${runs.name} group by chunk`;
    return [this.part("on one run", false, body)];
  }

  /** What is in all of the sets; of courses and of runs, the runs of those courses. */
  private all(sets: readonly BitSet[]): BitSet {
    const courses = this.allAlike(sets.filter(({ byPlane, isEverything }) => !byPlane && !isEverything));
    const runs = this.allAlike(sets.filter(({ byPlane }) => byPlane));
    if (courses === null || runs === null) return courses ?? runs ?? this.base();
    return this.part(
      `${runs.meaning} of ${courses.meaning}`,
      true,
      () => sql`
        select chunk, plane, ${courses.name}.bits & ${runs.name}.bits as bits
        from ${courses.name} join ${runs.name} using (chunk)
        where bit_count(${courses.name}.bits & ${runs.name}.bits) > 0`,
    );
  }

  /**
   * By an aggregate over all rows: joins of many sets would take longer to plan than to run. Empty bitmaps are dropped,
   * so that where little is found, little is read.
   */
  private allAlike(sets: readonly BitSet[]): BitSet | null {
    const [first, ...others] = sets;
    if (first === undefined || others.length === 0) return first ?? null;
    const keys = first.byPlane ? sql`chunk, plane` : sql`chunk`;
    const rows = sets.map(({ name }) => sql`select ${keys}, bits from ${name}`);
    return this.part(
      sets.map(({ meaning }) => `(${meaning})`).join(" and "),
      first.byPlane,
      () => sql`
        select ${keys}, bit_and(bits) as bits from (${sql.join(rows, sql` union all `)}) as bitmaps
        group by ${keys} having count(*) = ${sets.length}::int and bit_count(bit_and(bits)) > 0`,
    );
  }
}

/**
 * A condition on rows that have an `ordinal`: the course is in a set. As a list of ordinals, so that an index leads to
 * these rows and no others; found by words of 64 bits and by their bytes, so that of a small set only a few bits are
 * looked at.
 */
export function isIn({ name }: BitSet): SQL {
  return sql`ordinal = any(array(
      select start + place
      from (
        select start + at * 8 as start, (word >> (56 - at * 8)) & 255 as byte
        from (
          select chunk * 8192 + at * 64 as start, substring(bits from at * 64 + 1 for 64)::bit(64)::int8 as word
          from ${name}, generate_series(0, 127) as at offset 0
        ) as words_of_bits, generate_series(0, 7) as at
        where word <> 0 and (word >> (56 - at * 8)) & 255 <> 0 offset 0
      ) as bytes, generate_series(0, 7) as place
      where (byte >> (7 - place)) & 1 = 1))`;
}

/** A part of a WITH list that tells how large a set is; `is_half`: it is more than half of all courses. */
export const sizeOf = ({ name }: BitSet): SQL => sql`
  size as materialized (
    select ${LARGE}::int * found > course_count as is_large, 2 * found > course_count as is_half
    from search_values, (select coalesce(sum(bit_count(bits)), 0) as found from ${name}) as counted
    where facet = ${EVERY_COURSE.facet}
  )`;

/**
 * Columns of the narrow rows of the courses in a set, of which `sizeOf` comes before; of a large one, all are read. Both
 * ways stand there, and one is not run.
 */
export function keysIn(set: BitSet, columns: SQL): SQL {
  return sql`
    select ${columns} from search_keys where ${isIn(set)} and not (select is_large from size)
    union all
    select ${columns} from search_keys join ${set.name} on chunk = ordinal >> 13
    where (select is_large from size) and get_bit(bits, ordinal & 8191) = 1`;
}

/** A query for (value_id, count): how many courses of a set have each of some values, those of rows of `search_bits`. */
export function countByValue({ name }: BitSet, which: SQL): SQL {
  // Counted before they are grouped: sorting bitmaps of 1 kB would take longer than all the rest.
  return sql`
    select value_id, sum(courses)::int as count
    from (
      select value_id, bit_count(search_bits.bits & ${name}.bits) as courses
      from ${name} join search_bits using (chunk) where ${which} offset 0
    ) as counted
    group by value_id having sum(courses) > 0`;
}

/** A query for the ordinals that words and credits leave; null where neither was asked for. */
function matchingOrdinals({ query, spelling, ectsMin, ectsMax }: SearchRequest): SQL | null {
  const words = toTsquery(query, spelling);
  const withWords = words === null ? null : sql`search_ordinals(${words}::tsquery) as ordinal`;
  const conditions = [
    ...(ectsMin === null ? [] : [sql`ects_hundredths >= ${ectsMin}::int`]),
    ...(ectsMax === null ? [] : [sql`ects_hundredths <= ${ectsMax}::int`]),
  ];
  if (conditions.length === 0) return withWords && sql`select ordinal from ${withWords}`;
  const keys = withWords === null ? sql`search_keys` : sql`${withWords} join search_keys using (ordinal)`;
  return sql`select ordinal from ${keys} where ${sql.join(conditions, sql` and `)}`;
}

/** Courses with any of these values; of runs, on whichever run. */
function havingAny(facet: Facet, values: readonly string[] = []): SQL {
  return sql`
    select chunk, bit_or(bits) as bits from search_bits where value_id = any(${idsOf(facet, values)}) and plane = 0
    group by chunk`;
}

function idsOf(facet: Facet, values: readonly string[] = []): SQL {
  return sql`(
    select coalesce(array_agg(id), '{}') from search_values where facet = ${facet} and value = any(${texts(values)})
  )::int[]`;
}
