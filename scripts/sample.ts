import { parseArgs } from "node:util";
import { connect } from "@/db/client";
import { commandDatabase } from "@/db/command-database";
import { addSample, removeSample } from "@/features/sample/mutations";
import { atEnd, runCommand } from "@/lib/command";

const WORK = { add: addSample, remove: removeSample };
const USAGE = "Usage: npm run sample -- add | remove [--data DIR]";

runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: "string" } },
  });
  const [verb] = positionals;
  if (positionals.length !== 1 || (verb !== "add" && verb !== "remove")) {
    console.error(USAGE);
    return 2;
  }
  const connection = connect((await commandDatabase(values.data)).appUrl);
  atEnd(() => connection.end());
  const { courses, credentials, providers } = await WORK[verb](connection.db, { now: new Date() });
  const counts = `${courses} courses, ${credentials} credentials, ${providers} providers`;
  console.log(verb === "add" ? `The sample catalogue is in: ${counts}.` : `Taken out: ${counts}.`);
  return 0;
});
