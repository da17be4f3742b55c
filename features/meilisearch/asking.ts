import { type Answer, readAnswers, readUnion } from "./answers";
import type { Question } from "./questions";

/** Sends questions; an answer to each. */
export type Ask = (questions: Question[]) => Promise<Answer[]>;

interface Query extends Omit<Question, "others" | "facets" | "page" | "hitsPerPage"> {
  indexUid: string;
}

/** What the server is sent: queries that are answered one by one, or one answer to all that any of them finds. */
export type SentQueries =
  | { queries: (Query & Pick<Question, "facets" | "page" | "hitsPerPage">)[] }
  | {
      federation: { page: number; hitsPerPage: number; facetsByIndex: Record<string, string[]> };
      queries: Query[];
    };

/** Asks an index: in one request, unless the words can be meant in several ways; then in a request for each question. */
export function asker(index: string, send: (sent: SentQueries) => Promise<unknown>): Ask {
  const inOneWay = async (questions: readonly Question[]) => {
    const queries = questions.map((question) => ({ indexUid: index, ...question }));
    return readAnswers(await send({ queries }), questions.length);
  };
  const inAnyWay = async ({ q = "", others = [], facets, page, hitsPerPage, ...question }: Question) => {
    const federation = { page, hitsPerPage, facetsByIndex: { [index]: facets } };
    const queries = [q, ...others].map((way) => ({ indexUid: index, q: way, ...question }));
    return readUnion(await send({ federation, queries }), index);
  };
  return (questions) =>
    questions.some(({ others }) => others) ? Promise.all(questions.map(inAnyWay)) : inOneWay(questions);
}
