import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect } from "@/db/client";
import { runCommand } from "@/lib/command";
import { env } from "@/lib/env";
import { importer, insertSkills } from "./import";

// The import that search-load.ts runs beside its requests, in a process of its own as in life.
runCommand(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "cairn-bench-"));
  const connection = connect(env().DATABASE_URL ?? "");
  await insertSkills(connection);
  const run = await importer(connection, folder, Number(process.argv[2]));
  await run();
  await connection.end();
  await rm(folder, { recursive: true });
  return 0;
});
