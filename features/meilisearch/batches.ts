import { toIndexedDocument } from "@/features/meilisearch-index/documents";
import type { SearchDocument } from "@/features/search/document";

/** The server takes up to 100 MB, and gives its queue up where it is nearly full: small batches, many times. */
const DOCUMENTS = 1_000;
const BYTES = 10 * 1024 * 1024;

/** Documents as lines of JSON, in texts to send one by one. */
export function* documentBatches(
  documents: Iterable<SearchDocument>,
  limits = { documents: DOCUMENTS, bytes: BYTES },
): Generator<string> {
  let lines: string[] = [];
  let bytes = 0;
  for (const document of documents) {
    const line = `${JSON.stringify(toIndexedDocument(document))}\n`;
    const length = Buffer.byteLength(line);
    if (lines.length > 0 && (lines.length === limits.documents || bytes + length > limits.bytes)) {
      yield lines.join("");
      lines = [];
      bytes = 0;
    }
    lines.push(line);
    bytes += length;
  }
  if (lines.length > 0) yield lines.join("");
}
