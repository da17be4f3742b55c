import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect } from "@/db/client";
import { openEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { readCourseParts } from "@/features/courses/queries";
import { documentReader } from "@/features/postgres-search/documents";
import { reindexAll } from "@/features/postgres-search/mutations";
import { importRegister } from "@/tests/evidence";
import { showTable, timed } from "./figures";
import { loadCatalogue } from "./search-catalogue";

const TODAY = "2026-11-25";
const BATCH = 500;
/** Entries of a register about bodies that are none of ours. */
const STRANGERS = 5_000;

/**
 * What evidence costs: search documents of `size` courses made without any, with a register of strangers, and with one
 * that lists every provider; and the import of that register, with all search rows that follow. Each beside reading the
 * courses.
 */
export async function benchEvidence(size: number): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "cairn-bench-"));
  const server = await openEmbedded({ dataDir });
  const { db, sql, end } = await migrate(server.ownerUrl, server.appUrl).then(() => connect(server.appUrl));
  try {
    await loadCatalogue(db, size, TODAY);
    await db.transaction((tx) => reindexAll(tx, { today: TODAY }));
    await sql`analyze`;
    const ids = (await sql<{ id: string }[]>`select id from courses order by id`).map(({ id }) => id);
    const read = await timed(() => inBatches(ids, (batch) => readCourseParts(db, batch)));
    const documents = () => timed(() => inBatches(ids, documentReader(db, TODAY)));
    const bare = await documents();
    await importRegister(db, entries(Array.from({ length: STRANGERS }, (_, i) => `stranger-${i}`)), {
      today: TODAY,
    });
    const strangers = await documents();
    const [source] = await sql<{ name: string }[]>`select name from sources order by created_at, id limit 1`;
    const providers = await sql<{ name: string }[]>`select external_id as name from providers order by id`;
    const imported = await timed(() =>
      importRegister(
        db,
        entries(
          providers.map(({ name }) => name),
          `source:${source?.name}`,
        ),
        { today: TODAY },
      ),
    );
    const listed = await documents();
    showTable(
      [`${size} courses of ${providers.length} providers`, "seconds", "ratio"],
      [
        row("read", read, read),
        row("documents, no evidence at all", bare, read),
        row(`documents, a register of ${STRANGERS} strangers`, strangers, read),
        row("documents, every provider in a register", listed, read),
        row("import of that register, all rows renewed", imported, read),
      ],
    );
  } finally {
    await end();
    await server.stop();
    await rm(dataDir, { recursive: true });
  }
}

const row = (name: string, time: number, floor: number) => [
  name,
  (time / 1000).toFixed(1),
  (time / floor).toFixed(2),
];

const entries = (identifiers: readonly string[], scheme = "national") =>
  identifiers.map((identifier) => ({
    subject_type: "provider",
    scheme,
    identifier,
    name: `Sample body ${identifier}`,
    decision: "positive",
    valid_from: "2025-01-01",
    valid_to: "2029-12-31",
  }));

async function inBatches(ids: readonly string[], work: (batch: string[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < ids.length; start += BATCH) await work(ids.slice(start, start + BATCH));
}
