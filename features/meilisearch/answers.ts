import { z } from "zod";
import { unavailable } from "@/lib/errors";

/** By hand: an answer counts thousands of values. */
const counts = z.custom<Record<string, number>>(
  (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((count) => Number.isSafeInteger(count) && count > 0),
);

const answer = z.object({
  hits: z.array(z.object({ id: z.string() })),
  totalHits: z.int().nonnegative(),
  facetDistribution: z.record(z.string(), counts).optional(),
});

/** The answer to one question. */
export type Answer = z.output<typeof answer>;

/** @throws unavailable where that is not what was asked for */
export function parseAnswer<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw unavailable("The search server answers in a form we do not know", parsed.error);
  return parsed.data;
}

const answers = z.object({ results: z.array(answer) });

/** The answers to so many questions. */
export function readAnswers(body: unknown, count: number): Answer[] {
  const { results } = parseAnswer(answers, body);
  if (results.length !== count) throw unavailable("The search server answers another number of questions");
  return results;
}

const union = answer.omit({ facetDistribution: true }).extend({
  facetsByIndex: z.record(z.string(), z.object({ distribution: z.record(z.string(), counts) })).optional(),
});

/** The answer to a question that was asked of one index in several ways: of what any of them finds. */
export function readUnion(body: unknown, index: string): Answer {
  const { facetsByIndex, ...found } = parseAnswer(union, body);
  return { ...found, facetDistribution: facetsByIndex?.[index]?.distribution };
}

/** How many courses have each value of an attribute. */
export function countsOf({ facetDistribution }: Answer, attribute: string): Map<string, number> {
  return new Map(Object.entries(facetDistribution?.[attribute] ?? {}));
}
