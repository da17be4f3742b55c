import type { SearchDocument } from "./document";

/** Documents are compared in so many groups, by the last byte of the course's id. */
export const BUCKETS = 256;
export const ALL_BUCKETS: readonly number[] = Array.from({ length: BUCKETS }, (_, bucket) => bucket);

export function bucketOf(courseId: string): number {
  return Number.parseInt(courseId.slice(-2), 16);
}

/**
 * A copy of the search documents in a program outside the database, seen by who writes it. Each promise keeps until the
 * write can be searched. Every method throws `unavailable` where the program does not answer, in time or sensibly; a
 * write that failed so may have happened all the same, and is simply made again: writes are by id and state-based.
 */
export interface SearchCopy {
  readonly engine: string;
  /** Of the settings, the analyser and the form of documents in this version of the code. */
  readonly settingsHash: string;
  /** The settings hash of the index that is searched now; null where there is none, or none that can be used. */
  liveSettings(): Promise<string | null>;
  put(documents: readonly SearchDocument[]): Promise<void>;
  remove(courseIds: readonly string[]): Promise<void>;
  /** Hash by course id, of the documents of one bucket, or of all. */
  hashes(bucket: number | null): Promise<Map<string, string>>;
  /** Begins an empty index beside the live one, in place of any that was left half done. */
  rebuild(): Promise<Rebuild>;
}

/** An index that is filled beside the live one. */
export interface Rebuild {
  put(documents: readonly SearchDocument[]): Promise<void>;
  remove(courseIds: readonly string[]): Promise<void>;
  count(): Promise<number>;
  /** Puts it in the live one's place, at one moment, and deletes the old. */
  goLive(): Promise<void>;
  abandon(): Promise<void>;
}
