import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fingerprint } from "./production-build";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "cairn-sources-"));
  write("app/page.tsx", "one");
  write("next.config.js", "one");
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

it("is the same for the same sources", () => {
  const before = fingerprint(root);
  write("app/page.tsx", "one");
  expect(fingerprint(root)).toBe(before);
});

it.each([
  "app/page.tsx",
  "next.config.js",
  "lib/new.ts",
  "messages/en.json",
  "public/icon.svg",
  "package-lock.json",
])("changes with %s", (file) => {
  const before = fingerprint(root);
  write(file, "two");
  expect(fingerprint(root)).not.toBe(before);
});

it.each([
  "app/page.test.tsx",
  "features/courses/queries.int.test.ts",
  "db/migrations/0001.sql",
  "docs/a.md",
  ".data/x",
])("does not change with %s", (file) => {
  const before = fingerprint(root);
  write(file, "two");
  expect(fingerprint(root)).toBe(before);
});
