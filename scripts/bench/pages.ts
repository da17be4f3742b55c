import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { connect } from "@/db/client";
import { type OpenDatabase, openEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { addSample } from "@/features/sample/mutations";
import type { ENGINES } from "@/features/search/engine";
import { openSearchServer } from "@/features/search-server/search-server";
import { runScript } from "@/lib/child-process";
import { childEnv, env } from "@/lib/env";
import { runNext } from "@/lib/next-process";
import { freePort } from "@/lib/processes";
import { showTable } from "./figures";
import { untilBuilt } from "./sync";

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
/** In an address, what makes it one that nobody has asked for before. */
const EACH_TIME = "{new}";
const MEASURED = [
  { name: "search page, asked for before", path: "/en/search?q=data", floor: "/bench" },
  { name: "  without words", path: "/en/search", floor: "/bench" },
  { name: "search page, for the first time", path: `/en/search?q=data&new=${EACH_TIME}`, floor: "/bench" },
  { name: "  without words", path: `/en/search?new=${EACH_TIME}`, floor: "/bench" },
  { name: "course page", path: "", floor: "/bench" },
  { name: "API, 20 courses", path: "/api/v1/courses?q=data", floor: "/api/bench" },
];
const CLIENTS = 8;
const ROUNDS = 3;
const ROUND_MS = 3_000;

/** Requests a second of pages and API against an empty page and an empty handler, and what each page loads as scripts. */
export async function benchPages(): Promise<void> {
  const fill = async ({ appUrl }: OpenDatabase) => {
    const connection = connect(appUrl);
    await addSample(connection.db, { now: new Date() });
    await connection.end();
  };
  await withSite(fill, "postgres", async ({ visit }) => {
    const first = JSON.parse((await visit("/api/v1/courses?page-size=1")).body.toString()).data[0];
    const addresses = {
      course: `/en/courses/${first.slug}`,
      credential: "",
      provider: `/en/providers/${first.provider.slug}`,
    };
    addresses.credential = `/en/credentials/${JSON.parse((await visit("/api/v1/credentials")).body.toString()).data[0].slug}`;
    await showSpeed(
      visit,
      MEASURED.map((row) => ({ ...row, path: row.path || addresses.course })),
    );
    await showScripts(visit, [
      "/en",
      "/en/search",
      ...Object.values(addresses),
      "/en/about",
      "/en/sources",
      "/en/developers",
    ]);
  });
}

export type Engine = (typeof ENGINES)[number];

export interface Site {
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
  engine: Engine,
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

/** Rounds of what is measured and of its floor by turns, so that both see the same machine. */
async function showSpeed(
  visit: Visit,
  rows: readonly { name: string; path: string; floor: string }[],
): Promise<void> {
  const table: (string | number)[][] = [];
  for (const row of rows) {
    await rate(visit, row.path, 1_000);
    await rate(visit, row.floor, 1_000);
    let own = 0;
    let floor = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      own += await rate(visit, row.path, ROUND_MS);
      floor += await rate(visit, row.floor, ROUND_MS);
    }
    table.push([row.name, Math.round(own / ROUNDS), Math.round(floor / ROUNDS), (own / floor).toFixed(2)]);
  }
  showTable(["answers a second", "here", "empty", "ratio"], table);
}

let asked = 0;

async function rate(visit: Visit, address: string, milliseconds: number): Promise<number> {
  const start = performance.now();
  let answers = 0;
  const client = async () => {
    while (performance.now() - start < milliseconds) {
      asked += 1;
      const { status } = await visit(address.replace(EACH_TIME, String(asked)));
      if (status !== 200) throw new Error(`${address} answered ${status}`);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return (answers * 1000) / (performance.now() - start);
}

async function showScripts(visit: Visit, addresses: readonly string[]): Promise<void> {
  const sizeOf = async (address: string) => {
    const html = (await visit(address)).body.toString();
    const scripts = new Set(
      [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].flatMap((match) => match[1] ?? []),
    );
    const bodies = await Promise.all([...scripts].map(visit));
    return bodies.reduce((sum, { body }) => sum + gzipSync(body).length, 0) / 1000;
  };
  const floor = await sizeOf("/bench");
  const rows: (string | number)[][] = [["an empty page", floor.toFixed(1), ""]];
  for (const address of addresses) {
    const size = await sizeOf(address);
    rows.push([
      address.replace(/(courses|credentials|providers)\/.*/, "$1/…"),
      size.toFixed(1),
      (size - floor).toFixed(1),
    ]);
  }
  showTable(["scripts, kB gzipped", "in all", "above empty"], rows);
}
