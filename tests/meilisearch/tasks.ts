import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { Fault, indexNotFound } from "./fault";
import { type Settings, type StoredDocument, StoredIndex } from "./stored-index";

/** What a task does; accepted tasks are done one after the other. */
export type Work =
  | { type: "documentAdditionOrUpdate"; index: string; documents: Record<string, unknown>[] }
  | { type: "documentDeletion"; index: string; ids: string[] }
  | { type: "settingsUpdate"; index: string; settings: Partial<Settings> }
  | { type: "indexCreation"; index: string; primaryKey: string | null }
  | { type: "indexDeletion"; index: string }
  | { type: "indexSwap"; index: null; swaps: { indexes: [string, string]; rename: boolean }[] };

export interface Task {
  uid: number;
  /** When it was accepted. */
  at: string;
  work: Work;
  status: "enqueued" | "processing" | "succeeded" | "failed";
  error: Fault | null;
}

/** The indexes and the queue of what is to be done to them. What was accepted is on disk, and outlives a kill. */
export class Tasks {
  readonly indexes = new Map<string, StoredIndex>();
  readonly all: Task[] = [];
  private readonly log: number | null;
  private isWorking = false;

  /**
   * @param file where accepted tasks are kept; null: only in memory
   * @param pace milliseconds that each task takes
   * @param fault with which tasks fail just now, such as a full disk
   */
  constructor(
    file: string | null,
    private readonly pace: number,
    private readonly fault: () => Fault | null,
  ) {
    if (file !== null && existsSync(file)) this.replay(file);
    this.log = file === null ? null : openSync(file, "a", 0o600);
  }

  /** Accepts a task: from here on it is done, whatever happens to this process. */
  add(work: Work): Task {
    const at = new Date().toISOString();
    const task: Task = { uid: this.all.length, at, work, status: "enqueued", error: null };
    if (this.log !== null) {
      writeSync(this.log, `${JSON.stringify({ at, work })}\n`);
      fsyncSync(this.log);
    }
    this.all.push(task);
    void this.workOff();
    return task;
  }

  close(): void {
    if (this.log !== null) closeSync(this.log);
  }

  private replay(file: string): void {
    const text = readFileSync(file, "utf8");
    // What was cut off by a kill was not accepted.
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
    for (const line of whole.split("\n").filter(Boolean)) {
      const task: Task = { uid: this.all.length, ...JSON.parse(line), status: "enqueued", error: null };
      this.all.push(task);
      this.perform(task);
    }
  }

  private async workOff(): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    for (let task = this.waiting(); task; task = this.waiting()) {
      task.status = "processing";
      await new Promise((resolve) => setTimeout(resolve, this.pace));
      this.perform(task);
    }
    this.isWorking = false;
  }

  private done = 0;
  private waiting(): Task | undefined {
    while (this.all[this.done]?.status === "succeeded" || this.all[this.done]?.status === "failed")
      this.done++;
    return this.all[this.done];
  }

  private perform(task: Task): void {
    try {
      const fault = this.fault();
      if (fault) throw fault;
      this.apply(task);
      task.status = "succeeded";
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      task.status = "failed";
      task.error = error;
    }
  }

  private apply({ uid, at, work }: Task): void {
    const born = `${at.slice(0, -1)}${uid.toString().padStart(6, "0")}Z`;
    switch (work.type) {
      case "documentAdditionOrUpdate": {
        const documents = work.documents.map(checked);
        // An index that is not there is made, with the settings of the server.
        const index = this.indexes.get(work.index) ?? new StoredIndex("id", born);
        this.indexes.set(work.index, index);
        for (const document of documents) index.put(document);
        return;
      }
      case "documentDeletion": {
        const index = this.require(work.index);
        for (const id of work.ids) index.remove(id);
        return;
      }
      case "settingsUpdate": {
        const index = this.indexes.get(work.index) ?? new StoredIndex(null, born);
        this.indexes.set(work.index, index);
        index.configure(work.settings);
        return;
      }
      case "indexCreation":
        if (this.indexes.has(work.index))
          throw new Fault(409, "index_already_exists", `Index \`${work.index}\` already exists.`);
        this.indexes.set(work.index, new StoredIndex(work.primaryKey, born));
        return;
      case "indexDeletion":
        this.require(work.index);
        this.indexes.delete(work.index);
        return;
      case "indexSwap":
        for (const swap of work.swaps) this.swap(swap);
    }
  }

  private swap({ indexes: [a, b], rename }: { indexes: [string, string]; rename: boolean }): void {
    const first = this.require(a);
    if (rename) {
      if (this.indexes.has(b)) throw new Fault(409, "index_already_exists", `Index \`${b}\` already exists.`);
      this.indexes.delete(a);
    } else this.indexes.set(a, this.require(b));
    this.indexes.set(b, first);
  }

  private require(uid: string): StoredIndex {
    const index = this.indexes.get(uid);
    if (!index) throw indexNotFound(uid);
    return index;
  }
}

/** One document that cannot be taken makes its whole task fail. */
function checked(document: Record<string, unknown>): StoredDocument {
  const { id } = document;
  if (typeof id !== "string" || !/^[A-Za-z0-9_-]{1,511}$/.test(id))
    throw new Fault(400, "invalid_document_id", `Document identifier \`${JSON.stringify(id)}\` is invalid.`);
  return JSON.parse(JSON.stringify({ ...document, id }));
}
