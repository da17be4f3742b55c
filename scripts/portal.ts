import { get } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { connect } from "@/db/client";
import { commandDatabase } from "@/db/command-database";
import type { OpenDatabase } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { addSample, isCatalogueEmpty } from "@/features/sample/mutations";
import { openSearchServer, type SearchServer } from "@/features/search-server/search-server";
import { type Child, runScript } from "@/lib/child-process";
import { atEnd } from "@/lib/command";
import { childEnv, env, overrideEnv, WITHHELD } from "@/lib/env";
import { unavailable } from "@/lib/errors";
import { keepRunning } from "@/lib/keep-running";
import { runNext } from "@/lib/next-process";
import { freePort, requireFreePort } from "@/lib/processes";

// What `npm start`, `npm run dev` and `npm run web` have in common.

type Sample = "where-empty" | "always" | "never";

// A portal that was killed frees its port within a moment.
const PORT_PATIENCE = 2_000;

/** Reads the flags of `npm start`; port and data folder go over those of the environment. */
export function readFlags(): { sample: Sample } {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      data: { type: "string" },
      sample: { type: "boolean" },
      "no-sample": { type: "boolean" },
    },
  });
  overrideEnv({ PORT: values.port, CAIRN_DATA: values.data });
  return { sample: values["no-sample"] ? "never" : values.sample ? "always" : "where-empty" };
}

/** Prints what is being done, then what came of it and how long it took. */
export async function step<T>(
  label: string,
  work: () => Promise<T>,
  outcome: (result: T) => string,
): Promise<T> {
  const start = performance.now();
  let ending = "failed";
  process.stdout.write(`${label} ... `);
  try {
    const result = await work();
    ending = outcome(result);
    return result;
  } finally {
    process.stdout.write(`${ending}, ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  }
}

/** What a portal runs on. */
export interface Ground {
  database: Pick<OpenDatabase, "appUrl" | "isRunning">;
  search: Pick<SearchServer, "web">;
}

/**
 * The database at the schema of this version, with the sample catalogue where it is wanted, and what answers searches;
 * `meanwhile` is done while that starts.
 */
export async function prepareGround(
  sample: Sample,
  meanwhile: () => Promise<unknown> = async () => {},
): Promise<{ database: OpenDatabase; search: SearchServer }> {
  await requireFreePort(env().PORT, env().HOST, PORT_PATIENCE);
  const opening = openSearchServer(env());
  opening.catch(() => {}); // Told below, in its turn.
  atEnd(async () => (await opening.catch(() => null))?.stop());
  const database = await prepareDatabase(sample);
  await meanwhile();
  return {
    database,
    search: await step(
      "Search",
      () => opening,
      ({ description }) => description,
    ),
  };
}

async function prepareDatabase(sample: Sample): Promise<OpenDatabase> {
  const database = await step("Database", commandDatabase, ({ embedded, started }) =>
    embedded ? (started ? "started" : "already running") : "that of DATABASE_URL",
  );
  if (!database.embedded) await migrate(database.ownerUrl, database.appUrl);
  if (sample === "always" || (sample === "where-empty" && database.embedded)) await fill(database, sample);
  return database;
}

async function fill({ appUrl }: OpenDatabase, sample: Sample): Promise<void> {
  const connection = connect(appUrl);
  try {
    if (sample === "always" || (await isCatalogueEmpty(connection.db)))
      await step(
        "Sample catalogue",
        () => addSample(connection.db, { now: new Date() }),
        ({ courses }) => `${courses} courses`,
      );
  } finally {
    await connection.end();
  }
}

/**
 * Runs the web server until it is stopped, or until it or its database ends by itself: then 1.
 * @param onceItAnswers what must not delay the first answer
 */
export async function serve(
  mode: "start" | "dev",
  { database, search }: Ground,
  onceItAnswers = () => {},
): Promise<number> {
  const { HOST, CAIRN_DATA } = env();
  const port = env().PORT || (await freePort(HOST));
  const web = runNext(
    [mode, "--port", String(port), "--hostname", HOST],
    childEnv({
      NODE_ENV: mode === "start" ? "production" : "development",
      PORT: String(port),
      HOST,
      CAIRN_DATA,
      DATABASE_URL: database.appUrl,
      ...search.web,
      ...WITHHELD.web,
    }),
  );
  atEnd(() => web.end());
  await untilItAnswers(web, HOST, port);
  process.stdout.write(`\nCairn is at ${env().PUBLIC_URL ?? `http://localhost:${port}`}\n\n`);
  web.show();
  onceItAnswers();

  const launcher = process.ppid;
  for (;;) {
    await Promise.race([web.exited, wait(250)]);
    if (!web.isRunning()) throw unavailable("The web server has ended by itself.");
    if (!database.isRunning()) throw unavailable("The database server has ended by itself.");
    // npm was killed and cannot pass on a signal any more.
    if (process.env.npm_lifecycle_event && process.ppid !== launcher) return 1;
  }
}

/** Runs the worker beside the web server, and again where it ends by itself: the portal goes on without it. */
export function workBeside({
  database,
  search,
}: {
  database: Pick<OpenDatabase, "appUrl">;
  search: Pick<SearchServer, "worker">;
}): void {
  const stopping = new AbortController();
  let worker: Child | undefined;
  const start = async () => {
    worker = runScript(
      "worker.ts",
      childEnv({
        NODE_ENV: "production",
        DATABASE_URL: database.appUrl,
        ...search.worker,
        ...WITHHELD.worker,
      }),
    );
    worker.show();
    return worker;
  };
  const tell = (seconds: number) =>
    process.stderr.write(`The worker has ended by itself; it is started again in ${seconds} s.\n`);
  const kept = keepRunning(null, start, tell, stopping.signal);
  atEnd(async () => {
    stopping.abort();
    await kept;
    await worker?.end();
  });
}

async function untilItAnswers(web: Child, host: string, port: number): Promise<void> {
  while (web.isRunning()) {
    if (await answers(host, port)) return;
    await wait(20);
  }
  throw unavailable(`${web.output().trim()}\nThe web server did not start: see above.`);
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    get({ host, port, path: "/api/health/live" }, (response) => {
      response.resume();
      resolve(true);
    }).on("error", () => resolve(false));
  });
}
