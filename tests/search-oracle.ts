import {
  FACETS,
  type Facet,
  type FacetCount,
  type SearchAnswer,
  type SearchRequest,
} from "@/features/search/engine";
import { words } from "@/lib/fold";
import { type Judged, judge, type OracleCourse, type Values } from "./search-rules";

/** The two usual mistakes of a search over runs. */
export type Flaw = "takes values from different runs" | "counts runs";

export interface OracleAnswer extends SearchAnswer {
  /** Every course found, in order. */
  found: string[];
}

/** Search by brute force. With a flaw it makes one of the usual mistakes, to show that a comparison finds them. */
export function oracle(courses: readonly OracleCourse[], flaw: Flaw | null = null) {
  const days = new Map<string, CourseRows[]>();
  const judgedOn = (today: string): CourseRows[] => {
    const known =
      days.get(today) ?? courses.filter(isPublic).map((course) => withRows(judge(course, today), flaw));
    days.set(today, known);
    return known;
  };

  return (request: SearchRequest): OracleAnswer => {
    const asked = judgedOn(request.today).filter((course) => matchesWordsAndCredits(course, request));
    const found = asked.filter(({ rows }) => rows.some((row) => holds(row, request, null)));
    const ordered = inOrder(found, request);
    return {
      engine: "brute force",
      found: ordered,
      ids: ordered.slice(request.offset, request.offset + request.limit),
      total: found.length,
      facets: Object.fromEntries(
        request.facets.map((facet) => [facet, listed(facet, count(asked, facet, request, flaw), request)]),
      ),
    };
  };
}

const isPublic = ({ record }: OracleCourse) => record.status === "published";

/** A judged course with what may hold at once: the values of one run together with its own. */
interface CourseRows extends Judged {
  rows: readonly Values[];
}

function withRows(course: Judged, flaw: Flaw | null): CourseRows {
  const runs = flaw === "takes values from different runs" ? [mixed(course.runs)] : course.runs;
  return { ...course, rows: runs.map((run) => ({ ...course.own, ...run })) };
}

/** Whether all chosen facets hold in one row, `besides` one. */
function holds(row: Values, { selection }: SearchRequest, besides: Facet | null): boolean {
  return FACETS.every((facet) => {
    const chosen = selection[facet];
    if (chosen === undefined || chosen.length === 0) return true;
    // Of what is confirmed all that was chosen holds, and a count is that of adding the value.
    if (facet === "confirmed") return chosen.every((value) => row[facet]?.includes(value));
    if (facet === besides) return true;
    return chosen.some((value) => row[facet]?.includes(value));
  });
}

function count(courses: readonly CourseRows[], facet: Facet, request: SearchRequest, flaw: Flaw | null) {
  const counts = new Map<string, number>();
  for (const { rows } of courses) {
    const values = rows
      .filter((row) => holds(row, request, facet))
      .flatMap((row) => [...new Set(row[facet])]);
    for (const value of flaw === "counts runs" ? values : new Set(values)) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

function listed(
  facet: Facet,
  counts: Map<string, number>,
  { selection, facetLimit }: SearchRequest,
): FacetCount[] {
  const chosen = selection[facet] ?? [];
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
  const parents = new Set(chosen);
  const all = [...counts]
    .map(([value, courses]) => ({ value, count: courses }))
    .filter(({ value }) => {
      if (facet !== "field" || chosen.includes(value) || !/^\d{3,4}$/.test(value)) return true;
      return parents.has(value.slice(0, value.length - 1));
    })
    .sort((a, b) => b.count - a.count || compare(a.value, b.value));
  return all.filter((entry, index) => index < facetLimit || chosen.includes(entry.value));
}

function matchesWordsAndCredits(
  { words: known, ects, own }: Judged,
  { query, spelling, ectsMin, ectsMax, teachesAnyOf }: SearchRequest,
): boolean {
  if (teachesAnyOf !== null && !own.skill?.some((skill) => teachesAnyOf.includes(skill))) return false;
  if (ectsMin !== null && (ects === null || ects < ectsMin)) return false;
  if (ectsMax !== null && (ects === null || ects > ectsMax)) return false;
  if (spelling) return spelling.alternatives.every((meant) => meant.some((word) => known.includes(word)));
  const typed = words(query);
  return typed.every((word, index) =>
    known.some((other) => (index === typed.length - 1 ? other.startsWith(word) : other === word)),
  );
}

function inOrder(courses: readonly Judged[], { sort }: SearchRequest): string[] {
  return [...courses]
    .sort((a, b) => {
      const [x, y] = [a.order[sort], b.order[sort]];
      if (x !== y && (x === null || y === null)) return x === null ? 1 : -1;
      return (sort === "newest" ? compare(y, x) : compare(x, y)) || compare(a.id, b.id);
    })
    .map(({ id }) => id);
}

function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null || a === b) return 0;
  return a < b ? -1 : 1;
}

function mixed(runs: readonly Values[]): Values {
  const names = Object.keys(runs[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, runs.flatMap((run) => run[name] ?? [])]));
}
