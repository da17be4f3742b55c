import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { findDeadPaths } from "./check-doc-paths";

it("names each cited path that does not exist, and no pattern", () => {
  const root = mkdtempSync(path.join(tmpdir(), "cairn-docs-"));
  mkdirSync(path.join(root, "docs/decisions"), { recursive: true });
  mkdirSync(path.join(root, "lib"));
  writeFileSync(path.join(root, "lib/env.ts"), "");
  writeFileSync(
    path.join(root, "README.md"),
    "See `lib/env.ts`, `lib/gone.ts`, `features/<noun>/queries.ts`, [docs](docs/), [x](https://example.org/lib/x).",
  );
  writeFileSync(path.join(root, "docs/decisions/1.md"), "[env](../../lib/env.ts#top) and [gone](../gone.md)");
  expect(findDeadPaths(root)).toEqual([
    "README.md: lib/gone.ts does not exist",
    "docs/decisions/1.md: docs/gone.md does not exist",
  ]);
  rmSync(root, { recursive: true });
});
