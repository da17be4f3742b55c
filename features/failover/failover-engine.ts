import type { SearchAnswer, SearchEngine, SearchRequest } from "@/features/search/engine";
import { CairnError, unavailable } from "@/lib/errors";
import { log } from "@/lib/log";
import { CircuitBreaker, type Permit } from "./circuit-breaker";

/** Milliseconds in which the first engine has to answer. */
export const PATIENCE = 400;

/** Kinds of surprises that are logged; each once. */
const SURPRISES_KEPT = 50;

/** An engine that can fail, and what is known of its health: one for a process. */
export interface Guarded {
  engine: SearchEngine;
  breaker: CircuitBreaker;
  /** Kinds of surprises that are in the log. */
  surprises: Set<string>;
}

export const guard = (engine: SearchEngine): Guarded => ({
  engine,
  breaker: new CircuitBreaker(),
  surprises: new Set(),
});

/**
 * The first engine, and where it does not answer, whatever the reason, the second with the same request; `engine` of the
 * answer says which it was. One that failed three times in a row is not waited for: it is tried again beside an answer
 * of the second. What is `invalid` is beyond it, and says nothing of its health; nor does any other error, but that is a
 * mistake of ours, and logged.
 * @param clock milliseconds of a clock that never goes back
 */
export function failoverEngine(
  first: Guarded,
  second: SearchEngine,
  { clock = () => performance.now(), patience = PATIENCE }: { clock?: () => number; patience?: number } = {},
): SearchEngine {
  const { engine, breaker } = first;

  async function askFirst(request: SearchRequest, permit: Permit): Promise<SearchAnswer | null> {
    try {
      const answer = await inTime(engine.search(request), patience);
      if (breaker.answered(permit)) log.info({ engine: engine.name }, "search engine is back");
      return answer;
    } catch (error) {
      const code = error instanceof CairnError ? error.code : null;
      if (code === "unavailable") {
        if (breaker.failed(permit, clock()))
          log.warn({ engine: engine.name, ...traits(error) }, "search engine does not answer");
      } else if (code !== "invalid") noteSurprise(first, error);
      return null;
    }
  }

  return {
    name: engine.name,
    async search(request) {
      const permit = breaker.permit(clock());
      if (permit.kind === "try") void askFirst(request, permit);
      const answer = permit.kind === "ask" ? await askFirst(request, permit) : null;
      return answer ?? second.search(request);
    },
  };
}

function noteSurprise({ engine, surprises }: Guarded, error: unknown): void {
  const what = traits(error);
  const kind = JSON.stringify(what);
  if (surprises.has(kind) || surprises.size >= SURPRISES_KEPT) return;
  surprises.add(kind);
  log.error({ engine: engine.name, ...what }, "search engine refuses what we ask");
}

/** What kind of error it is; its message may say what somebody searched for. */
function traits(error: unknown): { names: string[]; codes: string[]; at: string } {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && chain.length < 4; one = one.cause) chain.push(one);
  return {
    names: chain.map(({ name }) => name),
    codes: chain.flatMap((one) => ("code" in one ? [String(one.code)] : [])),
    at: /^\s+at .*/m.exec(chain.at(-1)?.stack ?? "")?.[0].trim() ?? "",
  };
}

async function inTime<T>(answer: Promise<T>, patience: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable("The search engine takes too long")), patience);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
