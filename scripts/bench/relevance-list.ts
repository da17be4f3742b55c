import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const slugs = z.array(z.string()).default([]);
const shape = z.strictObject({
  query: z.string(),
  /** A plain word; a word of another language than most of the sample; one with a mistake; what a person wants. */
  kind: z.enum(["word", "language", "mistake", "intent"]),
  /** Slugs of courses by grade: 3 what was meant, 2 near it, 1 better than nothing. */
  3: slugs,
  2: slugs,
  1: slugs,
});
export type GradedQuery = z.output<typeof shape>;
export type Kind = GradedQuery["kind"];
export const KINDS = shape.shape.kind.options;

const read = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, "data", name), "utf8"));

/** Searches of the sample catalogue, graded by hand from its courses. */
export const gradedQueries = (): GradedQuery[] => z.array(shape).parse(read("relevance.json"));

const figuresShape = z.object({ ndcg: z.number(), success: z.number() });
export type Figures = z.output<typeof figuresShape>;

/** What the Postgres engine must reach: raised when it gets better, never lowered to pass a test. */
export const relevanceFloor = (): Figures => figuresShape.parse(read("relevance-floor.json"));

const SHOWN = 10;
const FIRST = 3;

/** nDCG of the first ten: 1 where the best courses come first, in order of their grades. */
export function ndcg(graded: GradedQuery, found: readonly string[]): number {
  const ideal = gradesOf(graded).map(([, grade]) => grade);
  return gain(found.slice(0, SHOWN).map((slug) => gradeOf(graded, slug))) / gain(ideal.slice(0, SHOWN));
}

/** Whether one of the first three is what was meant or near it. */
export function isSuccess(graded: GradedQuery, found: readonly string[]): boolean {
  return found.slice(0, FIRST).some((slug) => gradeOf(graded, slug) > 1);
}

function gradesOf(graded: GradedQuery): [string, number][] {
  return ([3, 2, 1] as const).flatMap((grade) =>
    graded[grade].map((slug): [string, number] => [slug, grade]),
  );
}

const gradeOf = (graded: GradedQuery, slug: string): number =>
  gradesOf(graded).find(([name]) => name === slug)?.[1] ?? 0;

const gain = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
