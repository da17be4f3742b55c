import { atEnd, explainWith } from "@/lib/command";
import { type OpenDatabase, openDatabase } from "./embedded";
import { migrate } from "./migrate";

/**
 * The database for a command that a person typed: found or started, an embedded one brought to the schema of this
 * version, and left in order when the command ends, by itself or by a signal.
 */
export async function commandDatabase(dataDir?: string): Promise<OpenDatabase> {
  const opening = openDatabase({ dataDir });
  atEnd(async () => (await opening.catch(() => null))?.stop());
  const database = await opening;
  explainWith(database.explain);
  if (database.embedded) await migrate(database.ownerUrl, database.appUrl);
  return database;
}
