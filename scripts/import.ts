import { commandDatabase } from "@/db/command-database";
import { connectPatiently } from "@/db/patient-connection";
import { runPathwayImport } from "@/features/curated-pathways/run-pathway-import";
import { runDeqarImport } from "@/features/deqar/run-deqar-import";
import { runEscoImport } from "@/features/esco/run-esco-import";
import { runEvidenceFileImport, runRegisterImport } from "@/features/evidence-files/run-evidence-files";
import { readCommand } from "@/features/imports/command";
import { DEQAR, ESCO, EVIDENCE, PATHWAY, PROGRAMME, REGISTER } from "@/features/imports/formats";
import { endingOf, exitCodeOf, reportLines } from "@/features/imports/report";
import { runImport } from "@/features/imports/run-import";
import { runProgrammeImport } from "@/features/programmes/run-programme-import";
import { atEnd, runCommand } from "@/lib/command";
import { dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import { invalid } from "@/lib/errors";
import { progressOn } from "@/lib/progress";
import { askYesOrNo } from "@/lib/question";

const PIPELINES = new Map([
  [ESCO, runEscoImport],
  [PROGRAMME, runProgrammeImport],
  [PATHWAY, runPathwayImport],
  [DEQAR, runDeqarImport],
  [REGISTER, runRegisterImport],
  [EVIDENCE, runEvidenceFileImport],
]);

const show = (lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);

runCommand(async () => {
  const hasTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const reading = readCommand(process.argv.slice(2), hasTerminal);
  if (!reading.ok) throw invalid(reading.message);
  const { command } = reading;
  const connection = await connectPatiently(await commandDatabase(command.dataDir ?? undefined));
  atEnd(() => connection.end());

  const run = PIPELINES.get(command.format) ?? runImport;
  let isShown = command.isJson;
  const report = await run(connection.db, command, {
    clock: () => new Date(),
    today: dayIn(env().CAIRN_TIME_ZONE, new Date()),
    progress: progressOn(process.stderr).show,
    ask: (difference) => {
      show(reportLines(difference));
      isShown = true;
      return askYesOrNo("\nApply this?");
    },
  });
  if (command.isJson) show([JSON.stringify(report)]);
  else show([...(isShown ? [] : reportLines(report)), endingOf(report)]);
  return exitCodeOf(report);
});
