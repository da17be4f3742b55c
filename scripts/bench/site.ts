import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { connect } from "@/db/client";
import { type OpenDatabase, openEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import type { EngineName } from "@/features/search/engine";
import { openSearchServer } from "@/features/search-server/search-server";
import { runScript } from "@/lib/child-process";
import { childEnv, env } from "@/lib/env";
import { runNext } from "@/lib/next-process";
import { freePort } from "@/lib/processes";
import { untilBuilt } from "./copy-progress";

const ROOT = path.join(import.meta.dirname, "../..");
const SOURCES = [
  "app",
  "components",
  "db",
  "features",
  "lib",
  "messages",
  "public",
  "next.config.js",
  "proxy.ts",
  "instrumentation.ts",
  "package.json",
  "tsconfig.json",
  // Fonts are named by their path; every other package is found in the folder above.
  "node_modules/@fontsource-variable",
];
/** The floor, in the same build as the portal: a page and a route handler that do nothing. */
const FLOOR = {
  "app/bench/layout.tsx": `export default function Layout({ children }: { children: React.ReactNode }) {
  return <html lang="en"><body>{children}</body></html>;
}`,
  "app/bench/page.tsx": `export const dynamic = "force-dynamic";
export default function Page() {
  return <p>Nothing</p>;
}`,
  "app/api/bench/route.ts": `export const dynamic = "force-dynamic";
export const GET = () => Response.json({});`,
};

interface Site {
  visit: Visit;
  database: OpenDatabase;
  /** Of database and search server. */
  dataDir: string;
}

/**
 * A production build of the portal, with the empty page beside it, over a database of its own; where Meilisearch is to
 * answer, with its index and with the worker that keeps it.
 */
export async function withSite(
  fill: (database: OpenDatabase) => Promise<void>,
  engine: EngineName,
  work: (site: Site) => Promise<void>,
): Promise<void> {
  const folder = path.join(ROOT, ".data/bench");
  const site = path.join(folder, "site");
  await copySite(site);
  const build = runNext(["build", site], childEnv({ NODE_ENV: "production" }));
  if ((await build.exited) !== 0) throw new Error(build.output());

  const dataDir = await mkdtemp(path.join(tmpdir(), "cairn-bench-"));
  const endings = [
    () => rm(dataDir, { recursive: true, force: true }),
    () => rm(site, { recursive: true, force: true }),
  ];
  try {
    const database = await openEmbedded({ dataDir });
    endings.push(() => database.stop());
    await migrate(database.ownerUrl, database.appUrl);
    await fill(database);
    const search = await openSearchServer({
      ...env(),
      CAIRN_DATA: dataDir,
      ...(engine === "postgres" ? { CAIRN_ENGINE: engine } : {}),
    });
    endings.push(() => search.stop());
    const running = { NODE_ENV: "production", DATABASE_URL: database.appUrl, LOG_LEVEL: "error" } as const;
    if (engine === "meilisearch") {
      const worker = runScript("worker.ts", childEnv({ ...running, ...search.worker }));
      endings.push(() => worker.end());
      const connection = connect(database.appUrl);
      await untilBuilt(connection, worker.isRunning);
      await connection.end();
    }
    const port = await freePort();
    const web = runNext(
      ["start", site, "--port", String(port)],
      childEnv({ ...running, ...search.web, PORT: String(port) }),
    );
    endings.push(() => web.end());
    const visit = visitor(port);
    while (
      await visit("/api/health/live").then(
        ({ status }) => status !== 200,
        () => true,
      )
    )
      await wait(50);
    await work({ visit, database, dataDir });
  } finally {
    for (const ending of endings.reverse()) await ending();
  }
}

async function copySite(site: string): Promise<void> {
  await rm(site, { recursive: true, force: true });
  await mkdir(site, { recursive: true });
  for (const name of SOURCES) await cp(path.join(ROOT, name), path.join(site, name), { recursive: true });
  for (const [name, text] of Object.entries(FLOOR)) {
    await mkdir(path.dirname(path.join(site, name)), { recursive: true });
    await writeFile(path.join(site, name), text);
  }
}

interface Answer {
  status: number;
  body: Buffer;
}

export type Visit = (address: string) => Promise<Answer>;

function visitor(port: number): Visit {
  const agent = new Agent({ keepAlive: true });
  return (address) =>
    new Promise((resolve, reject) => {
      get({ agent, host: "127.0.0.1", port, path: address }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
        response.on("error", reject);
      }).on("error", reject);
    });
}
