import { z } from "zod";
import { answered, codeOf, connectMeilisearch } from "@/features/meilisearch/meilisearch-engine";
import { INDEX_NAME } from "@/features/meilisearch-index/settings";
import { unavailable } from "@/lib/errors";

export interface MeilisearchKeys {
  /** May search our indexes, and nothing else: for the web process. */
  searchKey: string;
  /** May fill, change, swap and delete our indexes, and nothing of others: for the worker. */
  writeKey: string;
}

// A key is the master key's signature of its uid: the same each time for the same two.
const KEYS = {
  searchKey: {
    uid: "ca1b0f6e-6c1e-4d5e-9b59-0c3a52a1b701",
    name: "Cairn: search",
    actions: ["search"],
  },
  writeKey: {
    uid: "ca1b0f6e-6c1e-4d5e-9b59-0c3a52a1b702",
    name: "Cairn: write",
    actions: ["documents.*", "indexes.*", "settings.*", "tasks.get"],
  },
} as const;

const keyRead = z.object({
  key: z.string().min(1),
  actions: z.array(z.string()),
  indexes: z.array(z.string()),
});

/** Makes the two keys with which the portal works, or finds them; one that grants something else is made anew. */
export async function makeKeys({
  url,
  masterKey,
  timeout = 10_000,
}: {
  url: string;
  masterKey: string;
  timeout?: number;
}): Promise<MeilisearchKeys> {
  const client = connectMeilisearch({ url, key: masterKey, timeout });
  const indexes = [`${INDEX_NAME}*`];

  async function find(uid: string): Promise<z.output<typeof keyRead> | null> {
    try {
      return read(await client.getKey(uid));
    } catch (error) {
      return codeOf(error) === "api_key_not_found" ? null : answered(Promise.reject(error));
    }
  }

  async function make({ uid, name, actions }: (typeof KEYS)[keyof typeof KEYS]): Promise<string> {
    const found = await find(uid);
    if (found && isSame(found.actions, actions) && isSame(found.indexes, indexes)) return found.key;
    if (found) await answered(client.deleteKey(uid));
    const made = await answered(
      client.createKey({ uid, name, actions: [...actions], indexes, expiresAt: null }),
    );
    return read(made).key;
  }

  return { searchKey: await make(KEYS.searchKey), writeKey: await make(KEYS.writeKey) };
}

function read(answer: unknown): z.output<typeof keyRead> {
  const parsed = keyRead.safeParse(answer);
  if (!parsed.success)
    throw unavailable("The search server gives a key in a form we do not know", parsed.error);
  return parsed.data;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join();
