import { connect } from "@/db/client";
import { startWorker } from "@/features/background/worker";
import { meilisearchCopy } from "@/features/meilisearch/meilisearch-copy";
import type { SearchCopy } from "@/features/search/copy";
import { atEnd, runCommand } from "@/lib/command";
import { type Env, env } from "@/lib/env";
import { invalid, isUnavailable } from "@/lib/errors";
import { log } from "@/lib/log";

function copyOf({ CAIRN_ENGINE, MEILI_URL, MEILI_WRITE_KEY }: Env): SearchCopy | null {
  if (CAIRN_ENGINE === "postgres" || !MEILI_URL) return null;
  if (!MEILI_WRITE_KEY) throw invalid("npm run worker needs MEILI_WRITE_KEY beside MEILI_URL.");
  return meilisearchCopy({ url: MEILI_URL, key: MEILI_WRITE_KEY });
}

// Where a connection is lost, the driver may refuse promises that nobody holds. All that was asked for on it has been
// refused as well, and is tried again: the worker goes on.
process.on("unhandledRejection", (error) => {
  if (!isUnavailable(error)) throw error;
  log.warn({ err: error }, "a connection was lost");
});

// The background process of a production install; `npm start` runs it too.
runCommand(
  async () => {
    const { DATABASE_URL, CAIRN_TIME_ZONE } = env();
    if (!DATABASE_URL)
      throw invalid(
        "npm run worker needs DATABASE_URL; npm start brings its own database and its own worker.",
      );
    const connection = connect(DATABASE_URL, { max: 5 });
    atEnd(() => connection.end());
    const worker = startWorker({
      url: DATABASE_URL,
      db: connection.db,
      copy: copyOf(env()),
      clock: () => new Date(),
      timeZone: CAIRN_TIME_ZONE,
    });
    atEnd(() => worker.stop());
    await worker.ended;
    return 1;
  },
  { stopCode: 0 },
);
