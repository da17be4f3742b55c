import { LISTED_VALUES } from "@/features/meilisearch-index/settings";
import { isLong, partAttributes } from "@/features/meilisearch-index/value-parts";
import type { Facet } from "@/features/search/engine";
import { invalid } from "@/lib/errors";
import { inParts } from "@/lib/group";
import { countsOf } from "./answers";
import type { Ask } from "./asking";
import type { Question } from "./questions";

/** Sent at the same time: the server counts the attributes of a request one after the other. */
const REQUESTS = 2;

/**
 * How many of the courses that a question finds have each value of a facet.
 * @throws invalid where these have more values than are listed in parts, too
 */
export async function countInParts(ask: Ask, question: Question, facet: Facet): Promise<Map<string, number>> {
  const tooMany = () =>
    invalid(`The search server lists ${LISTED_VALUES} values of a facet, which is too few here`);
  if (!isLong(facet)) throw tooMany();
  const listed = await Promise.all(
    inParts(partAttributes(facet), REQUESTS).map(async (attributes) => {
      const [answer] = await ask([{ ...question, facets: attributes }]);
      if (answer === undefined) throw new Error("No answer to a question");
      return attributes.map((attribute) => countsOf(answer, attribute));
    }),
  );
  const counts = listed.flat();
  if (counts.some((part) => part.size >= LISTED_VALUES)) throw tooMany();
  return new Map(counts.flatMap((part) => [...part]));
}
