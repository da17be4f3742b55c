import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Connection, connect } from "@/db/client";
import { openEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { insertRows } from "@/db/rows";
import { skills } from "@/db/schema/skills";
import { sources } from "@/db/schema/sources";
import { importCourses } from "@/features/imports/run-import";
import type { ImportCommand, ImportReport } from "@/features/imports/schema";
import { reindexAll } from "@/features/postgres-search/mutations";
import { showTable } from "./figures";
import { feedOf, feedSkills } from "./import-feed";

const TODAY = "2026-11-25";
const SKILL_SOURCE = "00000000-0000-7000-8000-000000000001";
/** What an import of courses writes, but for the search rows; a table follows those that it refers to. */
const TABLES = [
  "sources",
  "skills",
  "import_runs",
  "import_items",
  "providers",
  "provider_identifiers",
  "credentials",
  "awarding_bodies",
  "courses",
  "outcomes",
  "outcome_skills",
  "runs",
  "course_credentials",
  "slugs",
];
const BATCH = 2_000;

/**
 * Rows a second of an import of `size` courses, with its rules, difference and search rows, beside a bare insert of the
 * same rows into the same tables.
 */
export async function benchImport(size: number): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "cairn-bench-"));
  const server = await openEmbedded({ dataDir });
  try {
    await migrate(server.ownerUrl, server.appUrl);
    const connection = connect(server.appUrl);
    await insertSkills(connection);
    const run = await importer(connection, dataDir, size);
    const first = await timed(run);
    const again = await timed(run);
    const { db } = connection;
    const index = await timed(() => db.transaction((tx) => reindexAll(tx, { today: TODAY })));
    const owner = connect(server.ownerUrl, { max: 1 });
    const bare = await bareInsert(owner);
    await owner.end();
    await connection.end();
    const line = (name: string, seconds: number) => [
      name,
      seconds.toFixed(1),
      Math.round(bare.rows / seconds),
      (seconds / bare.seconds).toFixed(1),
    ];
    showTable(
      [`${size} courses, ${bare.rows} rows`, "s", "rows/s", "times bare"],
      [
        line("bare insert", bare.seconds),
        line("import", first),
        line("  of it search rows, about", index),
        line("the same again", again),
      ],
    );
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true });
  }
}

/** The whole import of a generated feed; its bytes are a stand-in. */
export async function importer(
  { db }: Connection,
  dataDir: string,
  size: number,
): Promise<() => Promise<ImportReport>> {
  const address = path.join(dataDir, "feed.bench");
  await writeFile(address, "generated");
  const feed = feedOf(size, TODAY);
  const command: ImportCommand = {
    format: "bench",
    address,
    source: "bench",
    provider: null,
    isPartial: false,
    isDryRun: false,
    isConfirmed: true,
    isJson: true,
    dataDir: null,
  };
  const format = { name: "bench", extensions: [], transform: () => feed };
  const clock = () => new Date();
  return () =>
    importCourses(db, { format, sourceClass: "provider" }, command, {
      clock,
      today: TODAY,
      progress: () => {},
      ask: null,
    });
}

export async function insertSkills({ db }: Connection): Promise<void> {
  const now = new Date(`${TODAY}T00:00:00Z`);
  await db.insert(sources).values({
    id: SKILL_SOURCE,
    name: "skills",
    format: "esco",
    address: "generated",
    class: "authoritative",
    createdAt: now,
  });
  await db.transaction((tx) =>
    insertRows(
      tx,
      skills,
      feedSkills.map((id) => ({
        id,
        uri: `http://data.europa.eu/esco/skill/${id}`,
        label: { en: id },
        altLabels: {},
        description: null,
        status: "released",
        escoVersion: "1",
        sourceId: SKILL_SOURCE,
        updatedAt: now,
        type: "skill",
        reuseLevel: null,
        collections: [],
      })),
    ),
  );
}

/** Takes all rows out and puts them back, a few thousand in a statement. */
async function bareInsert({ sql }: Connection): Promise<{ rows: number; seconds: number }> {
  const batches: { table: string; json: string }[] = [];
  let rows = 0;
  for (const table of TABLES) {
    const all = await sql<{ row: string }[]>`select to_jsonb(t)::text as row from ${sql(table)} t`;
    rows += all.length;
    for (let start = 0; start < all.length; start += BATCH) {
      const batch = all.slice(start, start + BATCH).map(({ row }) => row);
      batches.push({ table, json: `[${batch.join(",")}]` });
    }
  }
  await sql`truncate ${sql(TABLES)} cascade`;
  const seconds = await timed(() =>
    sql.begin(async (tx) => {
      for (const { table, json } of batches)
        await tx`insert into ${tx(table)} select * from jsonb_populate_recordset(null::${tx(table)}, ${json}::text::jsonb)`;
    }),
  );
  return { rows, seconds };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
