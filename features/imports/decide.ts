import type { IMPORT_STATES } from "@/db/schema/sources";
import type { ImportSource } from "./mutations";
import type { Desk, ImportCommand, ImportReport, ImportState } from "./schema";

/** Whether a difference may be applied: asks where a person is there to answer and something would change. */
export async function decide(
  difference: ImportReport,
  command: ImportCommand,
  desk: Desk,
): Promise<ImportState> {
  if (difference.quarantine !== null) return "quarantined";
  if (command.isDryRun) return "dry-run";
  const { added, changed, missing, unchanged, proposed } = difference;
  if (added + changed + missing === 0) return unchanged + proposed > 0 ? "unchanged" : "refused";
  if (command.isConfirmed) return "applied";
  return (await desk.ask?.(difference)) ? "applied" : "declined";
}

/** Whether an import leaves a trace. A source begins with the first record that it brings. */
export function isKept(
  state: ImportState,
  { isHeld }: ImportSource,
  { isDryRun }: ImportCommand,
): state is (typeof IMPORT_STATES)[number] {
  if (isDryRun || state === "dry-run" || state === "declined") return false;
  return isHeld || state === "applied";
}
