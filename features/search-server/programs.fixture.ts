import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

export const ROOT = path.join(import.meta.dirname, "../..");
export const RUNTIME = path.join(ROOT, "scripts/runtime.mjs");
/** Becomes the stand-in of the server. */
export const STAND_IN = `exec "${process.execPath}" --import "${RUNTIME}" "${ROOT}/tests/meilisearch-stand-in-program.ts" "$@"`;

/** Folders and programs for the file that calls this; gone after its last test. */
export function testPrograms() {
  const home = mkdtempSync(path.join(tmpdir(), "cairn-test-programs-"));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  let folders = 0;
  function newFolder(): string {
    const folder = path.join(home, String(++folders));
    mkdirSync(folder);
    return folder;
  }
  /** A program `meilisearch`, in a folder of its own, that can be started as the real one is. */
  function program(script: string): string {
    const file = path.join(newFolder(), "meilisearch");
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  }
  return { newFolder, program };
}
