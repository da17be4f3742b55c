import { parseArgs } from "node:util";
import { commandDatabase } from "@/db/command-database";
import { migrate } from "@/db/migrate";
import { runCommand } from "@/lib/command";

runCommand(async () => {
  const { values } = parseArgs({ options: { data: { type: "string" } } });
  const { ownerUrl, appUrl } = await commandDatabase(values.data);
  await migrate(ownerUrl, appUrl);
  console.log("The database has the schema of this version.");
  return 0;
});
