import type { RecordKind } from "@/features/exchange/draft";
import { keyOf, type LastWords } from "./schema";

export interface KeptItem {
  kind: RecordKind;
  externalId: string;
  outcome: string;
  contentHash: string;
}

/** What a source last said of each record, out of the items that were kept, oldest first. */
export function lastWords(items: readonly KeptItem[]): Map<string, LastWords> {
  const words = new Map<string, LastWords>();
  for (const item of items) {
    const before = words.get(keyOf(item));
    const isRefused = item.outcome === "refused";
    words.set(keyOf(item), {
      latest: item.contentHash,
      refused: isRefused ? new Set([...(before?.refused ?? []), item.contentHash]) : new Set(),
      everRefused: isRefused
        ? new Set([...(before?.everRefused ?? []), item.contentHash])
        : (before?.everRefused ?? new Set()),
    });
  }
  return words;
}
