import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stopAbandoned } from "@/db/embedded";
import { identify } from "@/lib/processes";

const PREFIX = "cairn-test-";

/** A data folder for one run of tests. The name carries our process id, so that a later run can clear it after a kill. */
export function temporaryData(): string {
  return mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** Stops the servers and removes the folders of test runs that were killed. */
export async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (!pid || identify(pid)) continue;
    const folder = path.join(tmpdir(), name);
    try {
      await stopAbandoned(folder);
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      process.stderr.write(`${folder} of an earlier test run could not be cleared: ${error}\n`);
    }
  }
}
