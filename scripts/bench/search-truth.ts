import type { Connection } from "@/db/client";
import { documentReader } from "@/features/postgres-search/documents";
import { readWords, wordsOf } from "@/features/search/analyser";
import { type SearchDocument, TEXT_FIELDS } from "@/features/search/document";
import {
  FACETS,
  type Facet,
  JOINT_FACETS,
  type SearchEngine,
  type SearchRequest,
} from "@/features/search/engine";
import { listedCounts } from "@/features/search/listed-counts";
import type { Day } from "@/lib/dates";

type Row = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** All courses in memory, searched one by one. */
interface Truth {
  /** The values of each open run together with the course's own, by course. */
  rows: Row[][];
  /** Courses by word. */
  places: Map<string, number[]>;
}

export interface Wrong {
  totals: number;
  wrongTotals: number;
  cells: number;
  wrongCells: number;
  /** Cells with a right count, in the place of another value of which as many are found, where a list is cut. */
  otherOfEqual: number;
}

const BATCH = 500;

export async function readTruth({ db, sql }: Connection, today: Day): Promise<Truth> {
  const truth: Truth = { rows: [], places: new Map() };
  const read = documentReader(db, today);
  const ids = await sql<{ id: string }[]>`select id from courses where status = 'published' order by id`;
  for (let start = 0; start < ids.length; start += BATCH) {
    for (const document of await read(ids.slice(start, start + BATCH).map(({ id }) => id)))
      add(truth, document);
  }
  return truth;
}

function add({ rows, places }: Truth, { values, runs, texts }: SearchDocument): void {
  const place = rows.length;
  rows.push(runs.map((run) => ({ ...values, ...run })));
  const known = new Set(TEXT_FIELDS.flatMap((field) => texts[field]).flatMap(wordsOf));
  for (const word of known) {
    const list = places.get(word);
    if (list) list.push(place);
    else places.set(word, [place]);
  }
}

/** Totals and facet cells of an engine beside what is found one by one. */
export async function countWrong(
  truth: Truth,
  engine: SearchEngine,
  requests: readonly SearchRequest[],
): Promise<Wrong> {
  const wrong: Wrong = { totals: requests.length, wrongTotals: 0, cells: 0, wrongCells: 0, otherOfEqual: 0 };
  for (const request of requests) {
    const [right, answer] = [find(truth, request), await engine.search(request)];
    if (answer.total !== right.total) wrong.wrongTotals += 1;
    for (const facet of request.facets) {
      const given = answer.facets[facet] ?? [];
      const counts = right.counts.get(facet) ?? new Map<string, number>();
      const listed = listedCounts(facet, counts, request.selection[facet] ?? [], request.facetLimit);
      wrong.cells += listed.length;
      wrong.wrongCells += Math.abs(given.length - listed.length);
      for (const [i, { value, count }] of given.entries()) {
        if (count !== (counts.get(value) ?? 0) || count !== listed[i]?.count) wrong.wrongCells += 1;
        else if (value !== listed[i]?.value) wrong.otherOfEqual += 1;
      }
    }
  }
  return wrong;
}

function find(
  truth: Truth,
  request: SearchRequest,
): { total: number; counts: Map<Facet, Map<string, number>> } {
  const courses = withWords(truth, request.query).map((place) => truth.rows[place] ?? []);
  return {
    total: courses.filter((rows) => rows.some((row) => holds(row, request, null))).length,
    counts: new Map(
      request.facets.map((facet) => {
        const counts = new Map<string, number>();
        for (const rows of courses) {
          const values = rows.filter((row) => holds(row, request, facet)).flatMap((row) => row[facet] ?? []);
          for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        return [facet, counts];
      }),
    ),
  };
}

function holds(row: Row, { selection }: SearchRequest, besides: Facet | null): boolean {
  return FACETS.every((facet) => {
    const chosen = selection[facet];
    if (!chosen?.length) return true;
    if (JOINT_FACETS.includes(facet)) return chosen.every((value) => row[facet]?.includes(value));
    if (facet === besides) return true;
    return row[facet]?.some((value) => chosen.includes(value)) ?? false;
  });
}

function withWords({ rows, places }: Truth, query: string): number[] {
  const { whole, beginning } = readWords(query);
  const sets = whole.map((word) => new Set(places.get(word)));
  if (beginning !== null) {
    const begun = [...places].filter(([word]) => word.startsWith(beginning)).flatMap(([, list]) => list);
    sets.push(new Set(begun));
  }
  const [first, ...others] = sets;
  if (first === undefined) return rows.map((_, place) => place);
  return [...first].filter((place) => others.every((set) => set.has(place)));
}
