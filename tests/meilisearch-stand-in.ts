import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { answerer, faultAnswer } from "./meilisearch/answering";
import { Fault } from "./meilisearch/fault";
import { Keys } from "./meilisearch/keys";
import type { StoredIndex } from "./meilisearch/stored-index";
import { Tasks } from "./meilisearch/tasks";

// A server that behaves as Meilisearch 1.50 does towards the portal, for tests where there is no real one: what it
// accepts is on disk before it says so, and is done in order, one task at a time; a write to a missing index makes one
// without settings; keys and codes of errors are the same; words, beginnings, filters, facets and sorting give the same
// totals for what our engine asks.
// It leaves out: ranking beyond mistakes and fields (so hits by relevance come in another order), words of languages
// that are written without spaces, synonyms, stop words, highlighting, geography, vectors, facet search, dumps, batches
// of tasks, cancelling tasks, statistics, every parameter that we do not send (it refuses those), and all limits of
// size. Its data are read whole when it starts, and kept in memory.

export interface StandInOptions {
  /** 0: any free one. */
  port?: number;
  /** Where its data outlive it; null: nowhere. */
  dataDir?: string | null;
  masterKey?: string | null;
  /** Milliseconds that each task takes. */
  pace?: number;
}

export interface StandIn {
  url: string;
  /** With this, tasks fail: a full disk, say. Null: they do not. */
  taskFault: Fault | null;
  /** What it holds of an index; null where it has none of that name. */
  index(uid: string): StoredIndex | null;
  stop(): Promise<void>;
}

export const FULL_DISK = new Fault(
  422,
  "no_space_left_on_device",
  "No space left on device (os error 28)",
  "system",
);

export async function startStandIn({
  port = 0,
  dataDir = null,
  masterKey = null,
  pace = 0,
}: StandInOptions = {}): Promise<StandIn> {
  if (dataDir !== null) mkdirSync(dataDir, { recursive: true });
  const file = (name: string) => (dataDir === null ? null : path.join(dataDir, name));
  const faults: Pick<StandIn, "taskFault"> = { taskFault: null };
  const tasks = new Tasks(file("tasks.jsonl"), pace, () => faults.taskFault);
  const answer = answerer(tasks, new Keys(masterKey, file("keys.json")));

  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request).catch(faultAnswer);
    const text = body === null ? "" : JSON.stringify(body);
    response.writeHead(status, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The stand-in has no port");
  return Object.assign(faults, {
    url: `http://127.0.0.1:${address.port}`,
    index: (uid: string) => tasks.indexes.get(uid) ?? null,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      tasks.close();
    },
  });
}
