import { connect, createServer, type Server, type Socket } from "node:net";

/** What goes wrong between a client and its server. */
export type Fault =
  /** Nobody listens. */
  | "stopped"
  /** Each connection ends as soon as something is asked. */
  | "killed"
  /** Takes everything and never answers. */
  | "frozen"
  /** Answers, five seconds late. */
  | "slow"
  /** Answers bytes that mean nothing. */
  | "rubbish"
  /** Answers a page of somebody else's, with status 200. */
  | "page"
  /** Half of the answer, then the end of the connection. */
  | "cut"
  /** Answers 500 to everything. */
  | "errors"
  /** What is asked says `to` in place of `from`; both are of one length. */
  | { from: string; to: string };

export interface FaultyProxy {
  readonly url: string;
  /** From the next request on, in open connections too; null: none. */
  become(fault: Fault | null): Promise<void>;
  stop(): Promise<void>;
}

const LATE = 5_000;
const ANSWERS = {
  rubbish: "\u0000\u0001not HTTP\u00ff\r\n\r\n",
  page: answer("200 OK", "text/html", "<html><title>Under construction</title></html>"),
  errors: answer("500 Internal Server Error", "application/json", '{"message":"internal","code":"internal"}'),
};

/** Passes on what goes to and from the server at `url`, until it is told to go wrong. */
export async function startFaultyProxy(url: string): Promise<FaultyProxy> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  let fault: Fault | null = null;

  function serve(client: Socket): void {
    let upstream: Socket | null = null;
    const keep = (socket: Socket) => {
      open.add(socket);
      socket.on("close", () => open.delete(socket)).on("error", () => socket.destroy());
      return socket;
    };
    function server(): Socket {
      if (upstream !== null && !upstream.destroyed) return upstream;
      upstream = keep(connect(Number(port), hostname));
      upstream.on("data", (chunk) => giveBack(client, chunk, fault)).on("close", () => client.destroy());
      return upstream;
    }
    keep(client);
    client.on("close", () => upstream?.destroy());
    client.on("data", (chunk) => {
      if (fault === "killed") client.resetAndDestroy();
      else if (fault === "rubbish" || fault === "page" || fault === "errors") client.write(ANSWERS[fault]);
      else if (fault !== "frozen") server().write(typeof fault === "object" ? altered(chunk, fault) : chunk);
    });
  }

  let listener = await listen(serve, 0);
  const address = listener.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port");
  const close = async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => listener.close(resolve));
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    async become(next) {
      const before = fault;
      fault = next;
      if (next === "stopped") await close();
      else if (before === "stopped") listener = await listen(serve, address.port);
    },
    stop: close,
  };
}

function giveBack(client: Socket, chunk: Buffer, fault: Fault | null): void {
  if (fault === "slow") setTimeout(() => client.writable && client.write(chunk), LATE).unref();
  else if (fault === "cut") client.end(chunk.subarray(0, chunk.length / 2));
  else if (client.writable) client.write(chunk);
}

function altered(chunk: Buffer, fault: Fault | null): string | Buffer {
  if (fault === null || typeof fault !== "object") return chunk;
  return chunk.toString("latin1").replaceAll(fault.from, fault.to);
}

function answer(status: string, type: string, body: string): string {
  return `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

function listen(serve: (client: Socket) => void, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(serve).once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
