import { connect } from "@/db/client";
import { commandDatabase } from "@/db/command-database";
import { matchLines, readMatchCommand } from "@/features/matches/command";
import { listMatches } from "@/features/matches/queries";
import { decideMatch } from "@/features/registers/mutations";
import { atEnd, runCommand } from "@/lib/command";
import { dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import { invalid } from "@/lib/errors";

const show = (lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);

runCommand(async () => {
  const command = readMatchCommand(process.argv.slice(2));
  if (typeof command === "string") throw invalid(command);
  const connection = connect((await commandDatabase(command.dataDir ?? undefined)).appUrl);
  atEnd(() => connection.end());
  if (command.verb === "list") {
    const matches = (await listMatches(connection.db)).filter(
      ({ state }) => command.isAll || state === "proposed",
    );
    show(command.isJson ? [JSON.stringify(matches)] : matchLines(matches));
    return 0;
  }
  const today = dayIn(env().CAIRN_TIME_ZONE, new Date());
  await connection.db.transaction((tx) =>
    decideMatch(tx, command.id, { state: command.verb, by: "command", today }),
  );
  show([command.verb === "accepted" ? "Accepted: its evidence counts from now on." : "Rejected."]);
  return 0;
});
