import { lookup } from "node:dns/promises";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { invalid, unavailable } from "./errors";
import { isPublicAddress } from "./network-address";

// The one door for requests that the portal sends out. Addresses come from people and from feeds: none may make the
// portal talk to a machine of its own network.

export interface FetchLimits {
  /** Of the body, and of what it inflates to. */
  bytes: number;
  redirects: number;
  /** Milliseconds. */
  resolveTime: number;
  connectTime: number;
  /** From the request to the first byte of the answer. */
  answerTime: number;
  totalTime: number;
}

const LIMITS: FetchLimits = {
  bytes: 64 * 1024 * 1024,
  redirects: 3,
  resolveTime: 5_000,
  connectTime: 5_000,
  answerTime: 10_000,
  totalTime: 60_000,
};

/** Replaced in tests alone, where names and addresses lead to servers of the test. */
export interface Network {
  resolve(host: string): Promise<string[]>;
  /** Where a connection to an address that was found good really goes. */
  route(address: string, port: number): { address: string; port: number };
}

const INTERNET: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  route: (address, port) => ({ address, port }),
};

export interface Fetched {
  /** After redirects. */
  url: string;
  contentType: string | null;
  bytes: Uint8Array;
}

/** An answer of whatever status; only a 200 has bytes. */
export interface Answered extends Fetched {
  status: number;
  /** Seconds to wait, or a date, as the server says it. */
  retryAfter: string | null;
}

interface Options {
  limits?: Partial<FetchLimits>;
  network?: Network;
}

/**
 * Reads a public http or https address.
 * @throws invalid where the address may not be asked (scheme, port, a host that is not public, now or after a
 * redirect); unavailable where it does not answer as it should within the limits
 */
export async function fetchPublic(address: string, options: Options = {}): Promise<Fetched> {
  const { status, url, contentType, bytes } = await askPublic(address, options);
  if (status !== 200) throw unavailable(`${url} answers with status ${status}`);
  return { url, contentType, bytes };
}

/**
 * The same for a caller that makes something of other answers than 200. `headers` go to the host that was asked and to no
 * other: a redirect elsewhere goes without them.
 */
export async function askPublic(
  address: string,
  {
    headers = {},
    limits = {},
    network = INTERNET,
  }: Options & { headers?: Readonly<Record<string, string>> } = {},
): Promise<Answered> {
  const within = { ...LIMITS, ...limits };
  const total = AbortSignal.timeout(within.totalTime);
  let url = parseAddress(address);
  let own = headers;
  for (let hops = 0; hops <= within.redirects; hops++) {
    const target = await vet(url, network, within);
    const answer = await request(url, network.route(target, portOf(url)), own, within, total);
    const { location } = answer.headers;
    if (isRedirect(answer) && location !== undefined) {
      answer.destroy();
      const next = redirected(url, location);
      if (next.origin !== url.origin) own = {};
      url = next;
      continue;
    }
    const status = answer.statusCode ?? 0;
    const said = {
      url: url.href,
      contentType: answer.headers["content-type"] ?? null,
      status,
      retryAfter: answer.headers["retry-after"] ?? null,
    };
    if (status === 200) return { ...said, bytes: await readBody(answer, url, within, total) };
    answer.destroy();
    return { ...said, bytes: new Uint8Array() };
  }
  throw unavailable(`${address} redirects more than ${within.redirects} times`);
}

const portOf = (url: URL): number => Number(url.port) || (url.protocol === "https:" ? 443 : 80);
/** Without the brackets of an IPv6 address. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, "$1");
const isRedirect = ({ statusCode = 0 }: IncomingMessage) => [301, 302, 303, 307, 308].includes(statusCode);

function parseAddress(address: string, base?: URL): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  if (!url) throw invalid(`${address} is not a web address`);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw invalid(`${url.href}: only http and https addresses are read`);
  if (url.username || url.password)
    throw invalid("An address that holds a user name or password is not read");
  if (![80, 443].includes(portOf(url))) throw invalid(`${url.href}: only ports 80 and 443 are asked`);
  return url;
}

function redirected(from: URL, location: string): URL {
  const to = parseAddress(location, from);
  if (from.protocol === "https:" && to.protocol === "http:")
    throw invalid(`${from.href} redirects to an address without encryption: ${to.href}`);
  return to;
}

/** One address of the host to connect to, once all of them were found public: the connection asks no one again. */
async function vet(url: URL, network: Network, limits: FetchLimits): Promise<string> {
  const host = hostOf(url);
  const addresses = isIP(host) ? [host] : await resolveHost(host, network, limits);
  if (!addresses.every(isPublicAddress))
    throw invalid(`${url.hostname} is not on the public internet: such addresses are not read`);
  const [first] = addresses;
  if (first === undefined) throw unavailable(`${url.hostname} has no address`);
  return first;
}

async function resolveHost(host: string, network: Network, { resolveTime }: FetchLimits): Promise<string[]> {
  try {
    return await inTime(network.resolve(host), resolveTime);
  } catch (error) {
    throw unavailable(`${host} cannot be found`, error);
  }
}

async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("too late")), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function request(
  url: URL,
  target: { address: string; port: number },
  headers: Readonly<Record<string, string>>,
  limits: FetchLimits,
  total: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const fail = (why: string, cause?: unknown) => {
      reject(unavailable(`${url.href} ${why}`, cause));
      asked.destroy();
    };
    const asked = (url.protocol === "https:" ? https : http).request({
      host: target.address,
      port: target.port,
      // The name in the certificate must be the one that was asked for, not the address that it resolved to.
      servername: isIP(hostOf(url)) ? undefined : url.hostname,
      path: `${url.pathname}${url.search}`,
      headers: {
        accept: "*/*",
        ...headers,
        host: url.host,
        "accept-encoding": "gzip",
        "user-agent": "Cairn",
      },
      agent: false,
      signal: total,
    });
    const connecting = setTimeout(() => fail("does not accept a connection"), limits.connectTime);
    const answering = setTimeout(() => fail("does not answer"), limits.connectTime + limits.answerTime);
    asked.on("socket", (socket) => {
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => clearTimeout(connecting));
    });
    asked.on("close", () => clearTimeout(connecting));
    asked.on("error", (error) => {
      clearTimeout(answering);
      fail(total.aborted ? "takes too long" : "cannot be read", error);
    });
    asked.on("response", (answer) => {
      clearTimeout(connecting);
      clearTimeout(answering);
      resolve(answer);
    });
    asked.end();
  });
}

async function readBody(
  answer: IncomingMessage,
  url: URL,
  limits: FetchLimits,
  total: AbortSignal,
): Promise<Uint8Array> {
  const encoding = answer.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity" && encoding !== "gzip") {
    answer.destroy();
    throw unavailable(`${url.href} sends its body as ${encoding}, which was not asked for`);
  }
  const body: Readable = encoding === "gzip" ? answer.pipe(createGunzip()) : answer;
  // A pipe hands on data, not failures.
  answer.on("error", (error) => body.destroy(error));
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of body) {
      length += part.length;
      if (length > limits.bytes) throw invalid(`${url.href} is larger than ${limits.bytes} bytes`);
      parts.push(part);
    }
  } catch (error) {
    answer.destroy();
    if (length > limits.bytes) throw error;
    throw unavailable(`${url.href} ${total.aborted ? "takes too long" : "breaks off"}`, error);
  }
  return Buffer.concat(parts);
}
