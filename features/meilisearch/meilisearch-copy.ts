import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import {
  areOurSettings,
  INDEX_NAME,
  type IndexNames,
  indexNames,
  SETTINGS_HASH,
  settingsToApply,
} from "@/features/meilisearch-index/settings";
import { ALL_BUCKETS, type Rebuild, type SearchCopy } from "@/features/search/copy";
import type { SearchDocument } from "@/features/search/document";
import { unavailable } from "@/lib/errors";
import { inParts } from "@/lib/group";
import { parseAnswer } from "./answers";
import { documentBatches } from "./batches";
import { inBuckets } from "./filters";
import { answered, codeOf, connectMeilisearch, type MeilisearchClient } from "./meilisearch-engine";

export interface CopyOptions {
  url: string;
  /** May write: see keys.ts. */
  key: string;
  /** How the names of its indexes begin: where several portals share a server. */
  index?: string;
  /** Milliseconds for one request. */
  timeout?: number;
  /** Milliseconds until what was accepted can be searched, behind all that waits before it. */
  taskTimeout?: number;
}

const TIMEOUT = 10_000;
const TASK_TIMEOUT = 120_000;
/** While a new index is filled, so many batches may wait at the server: it takes neighbours in one go. */
const WAITING_BATCHES = 8;
/** All documents are read in so many parts. */
const PARTS = 16;
/** More documents than a part has. */
const WHOLE_PART = 1_000_000;

/** The search documents in a Meilisearch. */
export function meilisearchCopy({
  url,
  key,
  index = INDEX_NAME,
  timeout = TIMEOUT,
  taskTimeout = TASK_TIMEOUT,
}: CopyOptions): SearchCopy {
  const client = connectMeilisearch({ url, key, timeout });
  const tasks = new Tasks(client, taskTimeout);
  const names = indexNames(index);

  /** A write to an index that is gone would make one with settings of its own, in silence. */
  async function requireLive(): Promise<void> {
    if (!(await isOurs(client, names.live))) throw unavailable("The search server has no index of ours");
  }

  return {
    engine: "meilisearch",
    settingsHash: SETTINGS_HASH,
    liveSettings: async () => ((await isOurs(client, names.live)) ? SETTINGS_HASH : null),
    async put(documents) {
      if (documents.length === 0) return;
      await requireLive();
      await tasks.finish(await putInto(client, names.live, documents));
    },
    async remove(courseIds) {
      if (courseIds.length === 0) return;
      await requireLive();
      await tasks.finish([await accepted(client.index(names.live).deleteDocuments([...courseIds]))]);
    },
    async hashes(bucket) {
      await requireLive();
      const parts = bucket === null ? inParts(ALL_BUCKETS, PARTS) : [[bucket]];
      const hashes = new Map<string, string>();
      for (const part of parts)
        for (const { id, hash } of await readBuckets(client, names.live, part)) hashes.set(id, hash);
      return hashes;
    },
    async rebuild() {
      await deleteIndexes(client, tasks, (uid) => uid === names.next);
      await tasks.finish([await accepted(client.createIndex(names.next, { primaryKey: "id" }))]);
      await tasks.finish([await accepted(client.index(names.next).updateSettings(settingsToApply()))]);
      return rebuildOf(client, tasks, names);
    },
  };
}

function rebuildOf(client: MeilisearchClient, tasks: Tasks, names: IndexNames): Rebuild {
  const waiting: number[] = [];
  const settle = async (left: number) => tasks.finish(waiting.splice(0, Math.max(0, waiting.length - left)));
  const next = client.index(names.next);
  return {
    async put(documents) {
      waiting.push(...(await putInto(client, names.next, documents)));
      await settle(WAITING_BATCHES);
    },
    async remove(courseIds) {
      if (courseIds.length > 0) waiting.push(await accepted(next.deleteDocuments([...courseIds])));
    },
    async count() {
      await settle(0);
      return totalIn(await answered(next.getDocuments({ limit: 0, fields: ["id"] })));
    },
    async goLive() {
      await settle(0);
      if (!(await isOurs(client, names.next))) throw unavailable("The index that was being built is gone");
      const birth = await birthOf(client, names.next);
      const rename = (await birthOf(client, names.live)) === null;
      await accepted(client.swapIndexes([{ indexes: [names.next, names.live], rename }]));
      // The server does not tell of this task who may not write to every index.
      await tasks.waitFor(
        async () => (await birthOf(client, names.live)) === birth,
        "The new index goes live",
      );
      await deleteIndexes(client, tasks, (uid) => uid !== names.live && names.isAny(uid));
    },
    async abandon() {
      await deleteIndexes(client, tasks, (uid) => uid === names.next);
    },
  };
}

/** Numbers of the tasks that will have written the documents. */
async function putInto(
  client: MeilisearchClient,
  index: string,
  documents: readonly SearchDocument[],
): Promise<number[]> {
  const numbers: number[] = [];
  for (const batch of documentBatches(documents)) {
    const sent = client
      .index(index)
      .addDocumentsFromString(batch, "application/x-ndjson", { primaryKey: "id" });
    numbers.push(await accepted(sent));
  }
  return numbers;
}

/** What the server accepted, and does in order. */
class Tasks {
  constructor(
    private readonly client: MeilisearchClient,
    private readonly timeout: number,
  ) {}

  async finish(numbers: readonly number[]): Promise<void> {
    for (const number of numbers) await this.waitFor(() => this.isFinished(number), `Task ${number}`);
  }

  /** @throws unavailable where it does not come true in time */
  async waitFor(isTrue: () => Promise<boolean>, what: string): Promise<void> {
    const deadline = Date.now() + this.timeout;
    for (let pause = 10; !(await isTrue()); pause = Math.min(pause * 1.5, 500)) {
      if (Date.now() > deadline) throw unavailable(`${what}: the search server takes too long`);
      await wait(pause);
    }
  }

  private async isFinished(number: number): Promise<boolean> {
    const { status, error } = parseAnswer(finishedTask, await answered(this.client.tasks.getTask(number)));
    if (status === "failed" || status === "canceled") throw failure(number, status, error);
    return status === "succeeded";
  }
}

const finishedTask = z.object({
  status: z.enum(["enqueued", "processing", "succeeded", "failed", "canceled"]),
  error: z.object({ message: z.string(), code: z.string(), type: z.string() }).nullable(),
});
const acceptedTask = z.object({ taskUid: z.int() });
const documentsCounted = z.object({ total: z.int() });
const documentsRead = z.object({ results: z.array(z.object({ id: z.string(), hash: z.string() })) });
const indexRead = z.object({ createdAt: z.string() });
const indexesRead = z.object({ results: z.array(z.object({ uid: z.string() })) });

/** A document that the server refuses is a fault of ours; what it could not do, as with a full disk, it may do later. */
function failure(number: number, status: string, error: z.output<typeof finishedTask>["error"]): Error {
  const said = `Task ${number} of the search server ${status}: ${error?.message ?? "it does not say why"}`;
  return error?.type === "invalid_request" && error.code !== "index_not_found"
    ? new Error(said)
    : unavailable(said);
}

async function accepted(task: Promise<unknown>): Promise<number> {
  return parseAnswer(acceptedTask, await answered(task)).taskUid;
}

const totalIn = (answer: unknown): number => parseAnswer(documentsCounted, answer).total;

async function readBuckets(client: MeilisearchClient, index: string, buckets: readonly number[]) {
  const asked = { filter: inBuckets(buckets), fields: ["id", "hash"], limit: WHOLE_PART };
  return parseAnswer(documentsRead, await answered(client.index(index).getDocuments(asked))).results;
}

async function isOurs(client: MeilisearchClient, index: string): Promise<boolean> {
  const attributes = await ifIndex(client.index(index).getDisplayedAttributes());
  return attributes !== null && areOurSettings(parseAnswer(z.array(z.string()), attributes));
}

/** When an index was made, by which it is known under whatever name; null where there is no such index. */
async function birthOf(client: MeilisearchClient, index: string): Promise<string | null> {
  const found = await ifIndex(client.getRawIndex(index));
  return found === null ? null : parseAnswer(indexRead, found).createdAt;
}

/** Null where there is no such index. */
async function ifIndex<T>(answer: Promise<T>): Promise<T | null> {
  return answered(
    answer.catch((error: unknown) => {
      if (codeOf(error) === "index_not_found") return null;
      throw error;
    }),
  );
}

async function deleteIndexes(
  client: MeilisearchClient,
  tasks: Tasks,
  isUnwanted: (uid: string) => boolean,
): Promise<void> {
  const { results } = parseAnswer(indexesRead, await answered(client.getRawIndexes({ limit: 1_000 })));
  for (const { uid } of results)
    if (isUnwanted(uid)) await tasks.finish([await accepted(client.index(uid).delete())]);
}
