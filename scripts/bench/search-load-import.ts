import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openEmbedded } from "@/db/embedded";
import { connectPatiently } from "@/db/patient-connection";
import { runCommand } from "@/lib/command";
import { importer, insertSkills } from "./import";

// The import that search-load.ts runs beside its requests, in a process of its own as in life.
runCommand(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "cairn-bench-"));
  const [size, dataDir = ""] = process.argv.slice(2);
  const database = await openEmbedded({ dataDir });
  const connection = await connectPatiently(database);
  await insertSkills(connection);
  const run = await importer(connection, folder, Number(size));
  await run();
  await connection.end();
  await database.stop();
  await rm(folder, { recursive: true });
  return 0;
});
