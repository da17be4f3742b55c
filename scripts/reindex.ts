import { parseArgs } from "node:util";
import { commandDatabase } from "@/db/command-database";
import { connectPatiently } from "@/db/patient-connection";
import { reindex } from "@/features/search-copy/reindex";
import { atEnd, runCommand } from "@/lib/command";
import { dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import { progressOn } from "@/lib/progress";

runCommand(async () => {
  const { values } = parseArgs({ options: { data: { type: "string" } } });
  const connection = await connectPatiently(await commandDatabase(values.data));
  atEnd(() => connection.end());
  const now = new Date();
  const today = dayIn(env().CAIRN_TIME_ZONE, now);
  const { show } = progressOn(process.stderr);
  console.log(await reindex(connection.db, { now, today }, show));
  return 0;
});
