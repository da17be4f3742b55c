import type { Actor } from "./schema";

/** May the actor write public records at all. */
export function canChange(actor: Actor): boolean {
  return actor.kind === "system";
}
