import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Network } from "@/lib/http";

// A server on this machine that answers as DEQAR's Web API did when it was recorded, and a network in which every public
// address leads to it.

const PUBLIC = "93.184.216.34";

export interface Answer {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  /** JSON, or a text as it is. */
  body?: unknown;
  /** Breaks off instead of answering. */
  breaks?: boolean;
}

export interface RecordedServer {
  network: Network;
  /** Paths that were asked, with the token that came along. */
  asked: { path: string; token: string | undefined; host: string | undefined }[];
  close(): void;
}

/** Answers each path with what is recorded for it: one answer, or one after another, the last again and again. */
export async function recordedServer(
  recorded: Readonly<Record<string, Answer | readonly Answer[]>>,
): Promise<RecordedServer> {
  const asked: RecordedServer["asked"] = [];
  const turns = new Map<string, number>();
  const server: Server = createServer((request: IncomingMessage, response) => {
    const path = request.url ?? "";
    asked.push({ path, token: request.headers.authorization, host: request.headers.host });
    const given = recorded[path] ?? { status: 404 };
    const list = Array.isArray(given) ? given : [given];
    const turn = turns.get(path) ?? 0;
    turns.set(path, turn + 1);
    const {
      status = 200,
      headers = {},
      body = {},
      breaks = false,
    }: Answer = list[Math.min(turn, list.length - 1)] ?? {};
    if (breaks) return response.destroy();
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    network: { resolve: async () => [PUBLIC], route: () => ({ address: "127.0.0.1", port }) },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
