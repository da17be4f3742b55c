import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { atEnd, runCommand } from "@/lib/command";
import { unavailable } from "@/lib/errors";
import { findChromium, installChromium, NO_CHROMIUM } from "@/tests/chromium";
import { outcome, sum, type Tally, tallyLine, tallyPlaywright, tallyVitest } from "@/tests/tally";
import { clearLeftovers, temporaryData } from "@/tests/temporary-data";

/** Runs one test program and reads the report that it leaves in `folder`. */
async function run<R>(folder: string, args: string[], read: (report: R) => Tally): Promise<Tally> {
  const report = path.join(folder, `${args[0]}.json`);
  const child = spawn("npx", args, {
    stdio: "inherit",
    env: { ...process.env, CAIRN_TEST_REPORT: report, CAIRN_TEST_DATA: path.join(folder, "portal") },
  });
  const exited = once(child, "exit");
  atEnd(async () => {
    if (child.kill("SIGTERM")) await exited;
  });
  const [code] = await exited;
  return outcome(existsSync(report) ? read(JSON.parse(readFileSync(report, "utf8"))) : null, code);
}

runCommand(async () => {
  await clearLeftovers();
  const folder = temporaryData();
  atEnd(async () => rmSync(folder, { recursive: true, force: true }));
  if (!findChromium()) installChromium();
  if (!findChromium()) throw unavailable(NO_CHROMIUM);

  const vitestReporters = [
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${folder}/vitest.json`,
  ];
  const total = sum([
    await run(folder, ["vitest", "run", ...vitestReporters], tallyVitest),
    await run(folder, ["playwright", "test"], tallyPlaywright),
  ]);
  console.log(`\n${tallyLine(total)}`);
  return total.failed > 0 ? 1 : 0;
});
