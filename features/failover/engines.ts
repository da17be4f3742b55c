import "server-only";
import type { Database } from "@/db/client";
import { meilisearchEngine } from "@/features/meilisearch/meilisearch-engine";
import { SETTINGS_HASH } from "@/features/meilisearch-index/settings";
import { postgresEngine } from "@/features/postgres-search/postgres-engine";
import type { SearchEngine } from "@/features/search/engine";
import { mayAnswer } from "@/features/search-copy/queries";
import type { Day } from "@/lib/dates";
import { env } from "@/lib/env";
import { failoverEngine, type Guarded, guard, PATIENCE } from "./failover-engine";

export interface ChosenEngine {
  engine: SearchEngine;
  /** The one that lists come from where their address names none. */
  first: string;
  /** The one that this list is to come from; another one's order may differ. */
  wanted: string;
}

interface Wanted {
  /** The engine that the address names, since the list began with it. */
  pinned: string | null;
  /** Whether the first is as the catalogue is, so that it may be asked. */
  mayAnswer: () => Promise<boolean>;
}

/** The engine to ask: the first of this process, Postgres behind it. */
export function chooseEngine(
  db: Database,
  { pinned, today }: { pinned: string | null; today: Day },
): Promise<ChosenEngine> {
  return chooseAmong(firstOfProcess(), postgresEngine(db), {
    pinned,
    mayAnswer: () => mayAnswer(db, { today, settingsHash: SETTINGS_HASH }),
  });
}

/** Where the first is not built yet, or behind the day, lists come from the second: that is no failure. */
export async function chooseAmong(
  first: Guarded | null,
  second: SearchEngine,
  wanted: Wanted,
): Promise<ChosenEngine> {
  const { pinned } = wanted;
  if (first === null) return { engine: second, first: second.name, wanted: pinned ?? second.name };
  const { name } = first.engine;
  const isReady = pinned !== second.name && (await wanted.mayAnswer());
  return {
    engine: isReady ? failoverEngine(first, second) : second,
    first: name,
    wanted: pinned ?? (isReady ? name : second.name),
  };
}

// Next builds each page into a bundle of its own, with a copy of this module: what is known of the engine is shared.
const holder = globalThis as typeof globalThis & { cairnFirstEngine?: Guarded | null };

/** The engine of the settings; null where Postgres is the first. */
function firstOfProcess(): Guarded | null {
  if (holder.cairnFirstEngine !== undefined) return holder.cairnFirstEngine;
  const { CAIRN_ENGINE, MEILI_URL, MEILI_SEARCH_KEY = "" } = env();
  holder.cairnFirstEngine =
    CAIRN_ENGINE === "postgres" || MEILI_URL === undefined
      ? null
      : guard(meilisearchEngine({ url: MEILI_URL, key: MEILI_SEARCH_KEY, timeout: PATIENCE }));
  return holder.cairnFirstEngine;
}
