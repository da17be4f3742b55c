import { parseArgs } from "node:util";
import { isUuid } from "@/lib/uuid";
import type { ListedMatch } from "./queries";

export const USAGE = "Use: npm run match -- list [--all] [--json] | accept ID | reject ID [--data DIR]";

export type MatchCommand =
  | { verb: "list"; isAll: boolean; isJson: boolean; dataDir: string | null }
  | { verb: "accepted" | "rejected"; id: string; dataDir: string | null };

/** What a person typed; a text says what is wrong with it. */
export function readMatchCommand(args: readonly string[]): MatchCommand | string {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { all: { type: "boolean" }, json: { type: "boolean" }, data: { type: "string" } },
  });
  const [verb, id, ...rest] = positionals;
  const dataDir = values.data ?? null;
  if (verb === "list" && id === undefined)
    return { verb, isAll: values.all ?? false, isJson: values.json ?? false, dataDir };
  if ((verb !== "accept" && verb !== "reject") || id === undefined || rest.length > 0) return USAGE;
  if (!isUuid(id)) return `"${id}" is no id of a proposal: list them first. ${USAGE}`;
  return { verb: verb === "accept" ? "accepted" : "rejected", id, dataDir };
}

const GROUNDS = {
  identifier: "claims its identifier under another name",
  "domain-and-name": "has its website and its name",
  "provider-and-title": "has its title, of the same provider",
} as const;

/** Proposals for a person, two lines each. */
export const matchLines = (matches: readonly ListedMatch[]): string[] =>
  matches.length === 0
    ? ["Nothing waits for a decision."]
    : matches.flatMap(({ id, state, ground, kind, key, names, record }) => [
        `${id}  ${state}`,
        `  ${kind} ${names[0] ?? key} (${key})  <-  ${record.name}, which ${GROUNDS[ground]}`,
      ]);
