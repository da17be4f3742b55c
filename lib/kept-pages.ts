import type { IncomingMessage, ServerResponse } from "node:http";
import { currentResponse } from "./front-door";

/** A page as it was sent, cut where its nonce stood, and the state of the data that it was made of. */
interface KeptPage {
  html: string[];
  /** The header by which a browser loads what the page needs before it has read it. */
  link: string[];
  length: number;
  state: string;
}

// Next builds the proxy and each page into separate files with a copy of this module in each.
declare global {
  var cairnKeptPages: Map<string, KeptPage> | undefined;
}
globalThis.cairnKeptPages ??= new Map();
const pages = globalThis.cairnKeptPages;

/** Characters that are kept in all, and of one page. */
const KEPT = 16_000_000;
const LONGEST = 1_000_000;

/**
 * Keeps the page that is being rendered, to be sent again to all who ask for its address. It must depend on nothing but
 * its address and data.
 * @param state of the data, read before them; the page is good for as long as it is the same
 */
export function keepPage(state: string): void {
  const response = currentResponse();
  const address = response && addressOf(response.req);
  if (!response || !address) return;
  const html = copySent(response);
  response.once("finish", () => {
    const nonce = /'nonce-([^']+)'/.exec(String(response.getHeader("content-security-policy")))?.[1];
    const isPage = String(response.getHeader("content-type")).startsWith("text/html");
    if (response.statusCode !== 200 || !isPage || nonce === undefined) return;
    const text = html();
    const link = String(response.getHeader("link") ?? "").split(nonce);
    put(address, { html: text.split(nonce), link, length: text.length, state });
  });
}

/** The page that was kept for the address that is asked for now; null where there is none. */
export function keptPage(): {
  state: string;
  html(nonce: string): string;
  link(nonce: string): string;
} | null {
  const request = currentResponse()?.req;
  const address = request && addressOf(request);
  const page = address ? pages.get(address) : undefined;
  if (!address || !page) return null;
  // Asked for last, dropped last.
  pages.delete(address);
  pages.set(address, page);
  const { state, html, link } = page;
  return { state, html: (nonce) => html.join(nonce), link: (nonce) => link.join(nonce) };
}

/** Null for what is no page: a part of one that a script asks for, say. */
function addressOf({ method, url, headers }: IncomingMessage): string | null {
  return method === "GET" && headers.rsc === undefined ? (url ?? null) : null;
}

/** What is written to a response from now on, once it was written. */
function copySent(response: ServerResponse): () => string {
  const chunks: Buffer[] = [];
  const { write, end } = response;
  const hold = (chunk: unknown) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.write = (...sent: unknown[]) => {
    hold(sent[0]);
    return Reflect.apply(write, response, sent);
  };
  response.end = (...sent: unknown[]) => {
    hold(sent[0]);
    return Reflect.apply(end, response, sent);
  };
  return () => Buffer.concat(chunks).toString();
}

function put(address: string, page: KeptPage): void {
  pages.delete(address);
  if (page.length > LONGEST) return;
  pages.set(address, page);
  let kept = 0;
  for (const { length } of pages.values()) kept += length;
  for (const [oldest, { length }] of pages) {
    if (kept <= KEPT) return;
    pages.delete(oldest);
    kept -= length;
  }
}
