import { gzipSync } from "node:zlib";
import { connect } from "@/db/client";
import type { OpenDatabase } from "@/db/embedded";
import { addSample } from "@/features/sample/mutations";
import { showTable } from "./figures";
import { type Visit, withSite } from "./site";

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
