/** What the stand-in does not do, and what a key must allow all the same. */
export const NOT_DONE = [
  ["PATCH /indexes/:", "indexes.update"],
  ["PUT /indexes/:/documents", "documents.add"],
  ["POST /indexes/:/documents/edit", "documents.edit"],
  ["POST /indexes/:/documents/delete", "documents.delete"],
  ["DELETE /indexes/:/settings", "settings.update"],
  ["GET /indexes/:/stats", "stats.get"],
  ["GET /stats", "stats.get"],
  ["GET /tasks", "tasks.get"],
  ["POST /tasks/cancel", "tasks.cancel"],
  ["DELETE /tasks", "tasks.delete"],
  ["GET /keys", "keys.get"],
  ["PATCH /keys/:", "keys.update"],
  ["POST /dumps", "dumps.create"],
  ["POST /snapshots", "snapshots.create"],
  ["PATCH /experimental-features", "experimental.update"],
  ["PATCH /network", "network.update"],
  ["POST /webhooks", "webhooks.create"],
  ["GET /metrics", "metrics.get"],
] as const;

/** What stands in the places of `:`; null where the request is another one. */
export function nameIn(pattern: string, asked: string): string | null {
  const [patternParts, parts] = [pattern.split("/"), asked.split("/")];
  if (parts.length !== patternParts.length) return null;
  const isThis = patternParts.every((part, i) => part === ":" || part === parts[i]);
  return isThis
    ? parts
        .filter((_, i) => patternParts[i] === ":")
        .map(decodeURIComponent)
        .join("/")
    : null;
}
