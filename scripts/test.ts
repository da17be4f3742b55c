import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { atEnd, runCommand } from "@/lib/command";
import { findChromium, installChromium, NO_CHROMIUM } from "@/tests/chromium";
import { outcome, sum, type Tally, tallyLine, tallyPlaywright, tallyVitest } from "@/tests/tally";
import { clearLeftovers, temporaryData } from "@/tests/temporary-data";

const FAILED: Tally = { passed: 0, failed: 1, skipped: 0, names: ["browser tests: there is no browser"] };

/** Runs one test program and reads the report that it leaves. */
async function run<R>(args: string[], report: string, read: (report: R) => Tally): Promise<Tally> {
  const child = spawn("npx", args, { stdio: "inherit", env: { ...process.env, CAIRN_TEST_REPORT: report } });
  const exited = once(child, "exit");
  atEnd(async () => {
    if (child.kill("SIGTERM")) await exited;
  });
  const [code] = await exited;
  return outcome(existsSync(report) ? read(JSON.parse(readFileSync(report, "utf8"))) : null, code);
}

function runVitest(report: string): Promise<Tally> {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return run(["vitest", "run", ...reporters], report, tallyVitest);
}

async function runPlaywright(report: string): Promise<Tally> {
  if (!findChromium()) installChromium();
  if (findChromium()) return run(["playwright", "test"], report, tallyPlaywright);
  console.error(NO_CHROMIUM);
  return FAILED;
}

runCommand(async () => {
  await clearLeftovers();
  const [reports, portal] = [temporaryData(), temporaryData()];
  atEnd(async () => {
    for (const folder of [reports, portal]) rmSync(folder, { recursive: true, force: true });
  });
  process.env.CAIRN_TEST_DATA = portal;
  const total = sum([
    await runVitest(path.join(reports, "vitest.json")),
    await runPlaywright(path.join(reports, "playwright.json")),
  ]);
  for (const name of total.names) console.log(`FAILED  ${name}`);
  console.log(`\n${tallyLine(total)}`);
  return total.failed > 0 ? 1 : 0;
});
