import { ALL_BUCKETS } from "@/features/search/copy";
import { invalid } from "@/lib/errors";
import { inParts } from "@/lib/group";
import { countsOf } from "./answers";
import type { Ask } from "./asking";
import { inBuckets } from "./filters";
import type { Question } from "./questions";
import { LISTED_VALUES } from "./settings";

/** Of more courses so many parts would be asked for that Postgres answers sooner. */
const MOST_COURSES = 2_000;
const PARTS = 4;

/**
 * How many courses have each value of an attribute, where these are few courses with more values than the server lists:
 * counted in parts of the courses so small that all values of a part are listed, and added up.
 * @param courses as many as the question finds
 * @throws invalid where these are too many
 */
export async function countInParts(
  ask: Ask,
  question: Question,
  { attribute, courses }: { attribute: string; courses: number },
): Promise<Map<string, number>> {
  const tooMany = () =>
    invalid(`The search server lists ${LISTED_VALUES} values of a facet, which is too few here`);
  if (courses > MOST_COURSES) throw tooMany();
  const counts = new Map<string, number>();
  let parts = inParts(ALL_BUCKETS, PARTS);
  while (parts.length > 0) {
    // Each in a request of its own: the server goes through the questions of one request one after the other.
    const answers = await Promise.all(parts.map((buckets) => ask([within(question, buckets)])));
    const tooLarge: number[][] = [];
    for (const [i, buckets] of parts.entries()) {
      const listed = countsOf(answers[i]?.[0] ?? never(), attribute);
      if (listed.size < LISTED_VALUES)
        for (const [value, count] of listed) counts.set(value, (counts.get(value) ?? 0) + count);
      else if (buckets.length > 1) tooLarge.push(buckets);
      else throw tooMany();
    }
    parts = tooLarge.flatMap((buckets) => inParts(buckets, PARTS));
  }
  return counts;
}

const within = (question: Question, buckets: readonly number[]): Question => ({
  ...question,
  filter: [...question.filter, inBuckets(buckets)],
});

const never = (): never => {
  throw new Error("No answer to a question");
};
