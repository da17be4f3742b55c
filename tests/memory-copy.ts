import { bucketOf, type Rebuild, type SearchCopy } from "@/features/search/copy";
import { hashOf, type SearchDocument } from "@/features/search/document";
import { unavailable } from "@/lib/errors";

type Operation = "liveSettings" | "put" | "remove" | "hashes" | "rebuild" | "count" | "goLive";

/** A copy of the search documents in memory, which can be made to fail, to forget and to wait. */
export class MemoryCopy implements SearchCopy {
  readonly engine = "meilisearch";
  /** By course; null where there is no index. */
  live: Map<string, SearchDocument> | null = null;
  built: Map<string, SearchDocument> | null = null;
  /** Every call, in order. */
  calls: Operation[] = [];
  /** Courses of each write to the live index. */
  writes: number[] = [];
  /** Called before each operation; what it throws is thrown. */
  before: (operation: Operation) => void | Promise<void> = () => {};

  constructor(readonly settingsHash = "settings-1") {}

  async liveSettings(): Promise<string | null> {
    await this.begin("liveSettings");
    return this.live && this.settingsHash;
  }

  async put(documents: readonly SearchDocument[]): Promise<void> {
    await this.begin("put");
    const live = this.requireLive();
    this.writes.push(documents.length);
    for (const document of documents) live.set(document.courseId, document);
  }

  async remove(courseIds: readonly string[]): Promise<void> {
    await this.begin("remove");
    const live = this.requireLive();
    for (const id of courseIds) live.delete(id);
  }

  async hashes(bucket: number | null): Promise<Map<string, string>> {
    await this.begin("hashes");
    const entries = [...this.requireLive()].filter(([id]) => bucket === null || bucketOf(id) === bucket);
    return new Map(entries.map(([id, document]) => [id, hashOf(document)]));
  }

  async rebuild(): Promise<Rebuild> {
    await this.begin("rebuild");
    const built = new Map<string, SearchDocument>();
    this.built = built;
    return {
      put: async (documents) => {
        await this.begin("put");
        for (const document of documents) built.set(document.courseId, document);
      },
      remove: async (courseIds) => {
        await this.begin("remove");
        for (const id of courseIds) built.delete(id);
      },
      count: async () => {
        await this.begin("count");
        return built.size;
      },
      goLive: async () => {
        await this.begin("goLive");
        this.live = built;
        this.built = null;
      },
      abandon: async () => {
        this.built = null;
      },
    };
  }

  private async begin(operation: Operation): Promise<void> {
    this.calls.push(operation);
    await this.before(operation);
  }

  private requireLive(): Map<string, SearchDocument> {
    if (!this.live) throw unavailable("There is no index");
    return this.live;
  }
}

/** What makes every operation of a copy fail. */
export function silence(): never {
  throw unavailable("The copy does not answer");
}
