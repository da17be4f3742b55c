import { parseArgs } from "node:util";
import { ESCO, FORMAT_NAMES } from "./formats";
import type { ImportCommand } from "./schema";

export const USAGE =
  "Use: npm run import -- FORMAT PATH-OR-URL [--source NAME] [--provider ID] [--partial] [--dry-run] [--yes] [--json] [--data DIR]";

export type CommandReading = { ok: true; command: ImportCommand } | { ok: false; message: string };

/** @param hasTerminal a person can be asked */
export function readCommand(args: readonly string[], hasTerminal: boolean): CommandReading {
  const parsed = parse(args);
  if (typeof parsed === "string") return refuse(`${parsed} ${USAGE}`);
  const { values, positionals } = parsed;
  const [format, given, ...rest] = positionals;
  if (format === undefined || given === undefined || rest.length > 0)
    return refuse(`An import takes a format and a path or address. ${USAGE}`);
  if (!FORMAT_NAMES.includes(format))
    return refuse(`There is no format "${format}": choose among ${FORMAT_NAMES.join(", ")}.`);
  for (const name of ["source", "provider", "data"] as const)
    if (values[name]?.trim() === "") return refuse(`--${name} needs a value. ${USAGE}`);
  const address = given.length > 1 ? given.replace(/\/+$/, "") : given;
  const command: ImportCommand = {
    format,
    address,
    // There is one ESCO, wherever its files lie.
    source: values.source?.trim() ?? (format === ESCO ? "ESCO" : `${format} ${address}`),
    provider: values.provider?.trim() ?? null,
    isPartial: values.partial ?? false,
    isDryRun: values["dry-run"] ?? false,
    isConfirmed: values.yes ?? false,
    isJson: values.json ?? false,
    dataDir: values.data ?? null,
  };
  if (!command.isDryRun && !command.isConfirmed && !hasTerminal)
    return refuse(
      "Nobody can be asked here: add --yes to apply what the feed brings, or --dry-run to look at it.",
    );
  return { ok: true, command };
}

const refuse = (message: string): CommandReading => ({ ok: false, message });

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        source: { type: "string" },
        provider: { type: "string" },
        partial: { type: "boolean" },
        "dry-run": { type: "boolean" },
        yes: { type: "boolean" },
        json: { type: "boolean" },
        data: { type: "string" },
      },
    });
  } catch (error) {
    const [sentence = ""] = error instanceof Error ? error.message.split(". ") : [];
    return `${sentence.replace(/\.$/, "")}.`;
  }
}
