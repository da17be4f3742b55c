import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

/** Writes a value as JSON that its owner alone can read; a kill leaves the old or the new, whole. */
export function writeSecret(file: string, value: unknown): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

/** What `writeSecret` wrote there; null where there is no such file. */
export function readSecret<T>(file: string): T | null {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
