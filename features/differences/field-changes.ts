import { isDeepStrictEqual } from "node:util";
import type { FieldChange } from "./schema";

const LONGEST = 120;

/**
 * What differs between two states of a record, field by field: a text language by language, a run by its name, a
 * list as a whole.
 * @param wordsFor what to show in place of one of our ids
 */
export function fieldChanges(
  before: object,
  after: object,
  wordsFor: (id: string) => string = (id) => id,
): FieldChange[] {
  const was = flatten(before);
  const is = flatten(after);
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => !isDeepStrictEqual(was.get(field), is.get(field)))
    .map((field) => ({
      field,
      before: inWords(was.get(field), wordsFor),
      after: inWords(is.get(field), wordsFor),
    }));
}

function flatten(value: object, path = ""): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [key, item] of Object.entries(value)) {
    const field = path ? `${path}.${key}` : key;
    const inner = field === "runs" && Array.isArray(item) ? byExternalId(item) : item;
    if (typeof inner === "object" && inner !== null && !Array.isArray(inner))
      for (const [name, part] of flatten(inner, field)) fields.set(name, part);
    else if (inner !== null) fields.set(field, inner);
  }
  return fields;
}

function byExternalId(runs: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(
    runs.flatMap((run) =>
      typeof run === "object" && run !== null && "externalId" in run ? [[String(run.externalId), run]] : [],
    ),
  );
}

function inWords(value: unknown, wordsFor: (id: string) => string): string {
  if (value === undefined || value === null || value === "") return "(not stated)";
  if (Array.isArray(value))
    return value.length === 0 ? "(none)" : shorten(value.map((item) => plain(item, wordsFor)).join("; "));
  return shorten(plain(value, wordsFor));
}

function plain(value: unknown, wordsFor: (id: string) => string): string {
  if (typeof value === "string") return wordsFor(value);
  if (typeof value !== "object" || value === null) return String(value);
  return Object.values(value)
    .filter((part) => part !== null && !(Array.isArray(part) && part.length === 0))
    .map((part) => plain(part, wordsFor))
    .join(", ");
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, " ");
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
};
