import { Meilisearch, MeilisearchApiError } from "meilisearch";
import { INDEX_NAME, indexNames } from "@/features/meilisearch-index/settings";
import type { SearchEngine } from "@/features/search/engine";
import { type CairnError, unavailable } from "@/lib/errors";
import { asker } from "./asking";
import { searchWith } from "./searching";

/** The client of the server's makers, used as all of ours use it. */
export type MeilisearchClient = Meilisearch;

export interface ConnectOptions {
  url: string;
  /** Null: only what needs none, as whether it is well. */
  key: string | null;
  /** Milliseconds for one request and its answer. */
  timeout: number;
}

export function connectMeilisearch({ url, key, timeout }: ConnectOptions): MeilisearchClient {
  return new Meilisearch({
    host: url,
    ...(key === null ? {} : { apiKey: key }),
    timeout,
    // A compressed answer comes in pieces, and waits 40 ms for the acknowledgement of the first one.
    requestInit: { headers: { "Accept-Encoding": "identity" } },
  });
}

/** Whether a server there says that it is well. */
export async function isHealthy(url: string, timeout = 1_000): Promise<boolean> {
  return connectMeilisearch({ url, key: null, timeout }).isHealthy();
}

/** What the server says where an index is not there, or is not one that we made. */
const NOT_OURS = [
  "index_not_found",
  "invalid_search_facets",
  "invalid_search_sort",
  "invalid_search_attributes_to_search_on",
];

/**
 * The answer of the server.
 * @throws unavailable where it does not answer, in time or sensibly; as it came what is a fault of ours
 */
export async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw isOurFault(error) ? error : notAnswering(error);
  }
}

/** The code in an answer that says what is wrong; null: another kind of error. */
export function codeOf(error: unknown): string | null {
  return error instanceof MeilisearchApiError ? (error.cause?.code ?? null) : null;
}

function isOurFault(error: unknown): boolean {
  if (!(error instanceof MeilisearchApiError)) return false;
  const { status } = error.response;
  const isRefusedOrMissing = [401, 403, 404, 408, 429].includes(status);
  if (status < 400 || status >= 500 || isRefusedOrMissing) return false;
  const code = codeOf(error);
  if (code === null || NOT_OURS.includes(code)) return false;
  return !(code === "invalid_search_filter" && error.message.includes("not filterable"));
}

const notAnswering = (cause: unknown): CairnError =>
  unavailable("The search server does not answer as it should", cause);

/** Milliseconds for a whole search. */
const SEARCH_TIMEOUT = 400;

/**
 * Search in a Meilisearch that holds a copy of the search documents: as exact as the copy is. `search` throws
 * `unavailable` where the server does not answer, in time or sensibly, and `invalid` where it is asked for more than it
 * can give: results after the 10,000th, or more values of a facet than it lists.
 */
export function meilisearchEngine({
  url,
  key,
  index = INDEX_NAME,
  timeout = SEARCH_TIMEOUT,
}: {
  url: string;
  /** May search, and need not do more: see keys.ts. */
  key: string;
  /** How the name of the index begins: where several portals share a server. */
  index?: string;
  timeout?: number;
}): SearchEngine {
  const client = connectMeilisearch({ url, key, timeout });
  const { live } = indexNames(index);
  return {
    name: "meilisearch",
    async search(request) {
      const signal = AbortSignal.timeout(timeout);
      const ask = asker(live, (sent) => answered(client.multiSearch(sent, { signal })));
      const found = await searchWith(ask, request);
      return { engine: "meilisearch", ...found };
    },
  };
}
