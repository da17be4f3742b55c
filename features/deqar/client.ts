import { readJsonFiles } from "@/features/documents/json-files";
import { CairnError, invalid, unavailable } from "@/lib/errors";
import { type Answered, askPublic, type FetchLimits, type Network } from "@/lib/http";
import type { NamedAnswer } from "./answer-files";
import { pageAnswer } from "./answers";

// Asks DEQAR's Web API as it wants to be asked: with a token, page by page, at most so many requests a second, and again
// after a while where it is busy.

export interface ClientOptions {
  /** Such as "https://backend.deqar.eu/webapi/v2". */
  base: string;
  /** Null: asked without one, which the register may refuse. */
  token: string | null;
  network?: Network;
  limits?: Partial<FetchLimits>;
  /** Milliseconds from one request to the next. */
  pace?: number;
  /** Waits for so many milliseconds; replaced in tests. */
  pause?: (milliseconds: number) => Promise<void>;
}

export type ReportKind = "institutional" | "programme";

export interface DeqarClient {
  /** Null where DEQAR has no such record. */
  institution(number: number): Promise<NamedAnswer | null>;
  institutionByEter(eterId: string): Promise<NamedAnswer | null>;
  institutionByIdentifier(resource: string, identifier: string): Promise<NamedAnswer | null>;
  report(id: string): Promise<NamedAnswer | null>;
  /** Every result of a list, and whether the list was whole. */
  reportsOf(kind: ReportKind, institution: number): Promise<{ results: unknown[]; isWhole: boolean }>;
}

const PACE = 500;
const PAGE_SIZE = 100;
const MOST_PAGES = 200;
/** Milliseconds before each further try. */
const WAITS = [1_000, 4_000, 15_000] as const;
const LONGEST_WAIT = 60_000;
const BUSY = new Set([429, 500, 502, 503, 504]);
const ANSWER_BYTES = 16 * 1024 * 1024;

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

export function deqarClient({
  base,
  token,
  network,
  limits,
  pace = PACE,
  pause = sleep,
}: ClientOptions): DeqarClient {
  let isFirst = true;

  async function once(url: string): Promise<Answered> {
    if (!isFirst) await pause(pace);
    isFirst = false;
    return askPublic(url, {
      headers: {
        accept: "application/json",
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      limits: { bytes: ANSWER_BYTES, ...limits },
      network,
    });
  }

  /** Null for 404. */
  async function ask(path: string): Promise<NamedAnswer | null> {
    const url = `${base}/browse/${path}`;
    for (const wait of [...WAITS, null]) {
      const answered = await attempt(() => once(url));
      if (answered instanceof CairnError) {
        if (wait === null) throw answered;
        await pause(wait);
      } else if (!BUSY.has(answered.status)) {
        return read(path, answered);
      } else if (wait === null) {
        throw unavailable(`DEQAR is busy: ${url} answers with status ${answered.status}. Try again later.`);
      } else {
        await pause(Math.min(LONGEST_WAIT, waitAsked(answered) ?? wait));
      }
    }
    return null;
  }

  return {
    institution: (number) => ask(`institutions/${number}/`),
    institutionByEter: (eterId) => ask(`institutions/by-eter/${encodeURIComponent(eterId)}/`),
    institutionByIdentifier: (resource, identifier) =>
      ask(`institutions/by-identifier/${encodeURIComponent(resource)}/${encodeURIComponent(identifier)}`),
    report: (id) => ask(`reports/${encodeURIComponent(id)}/`),
    async reportsOf(kind, institution) {
      const results: unknown[] = [];
      for (let page = 0; page < MOST_PAGES; page++) {
        const query = `limit=${PAGE_SIZE}&offset=${page * PAGE_SIZE}`;
        const answer = await ask(`reports/${kind}/by-institution/${institution}/?${query}`);
        // No such list: of an institution that was found a moment ago, so nothing can be said of its reports.
        if (answer === null) return { results, isWhole: false };
        const read = pageAnswer.safeParse(answer.value);
        if (!read.success)
          throw unavailable(`DEQAR answers ${answer.name} with something else than a list of reports`);
        results.push(...read.data.results);
        if (results.length >= read.data.count) return { results, isWhole: true };
        if (read.data.results.length === 0) return { results, isWhole: false };
      }
      return { results, isWhole: false };
    },
  };
}

/** What could not be asked now may be asked again; what may not be asked at all is thrown. */
async function attempt(work: () => Promise<Answered>): Promise<Answered | CairnError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CairnError && error.code === "unavailable") return error;
    throw error;
  }
}

function read(name: string, { status, url, bytes }: Answered): NamedAnswer | null {
  if (status === 404) return null;
  if (status === 401 || status === 403)
    throw invalid("DEQAR does not accept the token: set CAIRN_DEQAR_TOKEN to one of a registered account.");
  if (status !== 200) throw unavailable(`${url} answers with status ${status}`);
  const [file] = readJsonFiles([{ name, bytes }]);
  if (!file || file.fault !== null) throw unavailable(`${url} does not answer with JSON`);
  return { name, value: file.document };
}

/** Milliseconds that the server asks to wait; null where it does not say, or names a date. */
function waitAsked({ retryAfter }: Answered): number | null {
  const seconds = retryAfter === null ? Number.NaN : Number(retryAfter);
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1_000) : null;
}
