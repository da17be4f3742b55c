import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = path.join(import.meta.dirname, "../..");
const SERVER = "features/meilisearch/meilisearch-engine.ts";

/** Files of the project that a file imports, other than types alone. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), "utf8").replace(/\bimport type [^;]*;/g, "");
  return [...text.matchAll(/\b(?:from|import|import\()\s*["']((?:@\/|\.)[^"']+)["']/g)].flatMap(
    ([, name = ""]) => {
      const target = name.startsWith("@/") ? name.slice(2) : path.posix.join(path.posix.dirname(file), name);
      return ["", ".ts", ".tsx"]
        .map((end) => target + end)
        .filter((one) => /\.tsx?$/.test(one) && existsSync(path.join(ROOT, one)));
    },
  );
}

function reaches(file: string, target: string, seen = new Set<string>()): boolean {
  if (file === target) return true;
  if (seen.has(file)) return false;
  seen.add(file);
  return importsOf(file).some((one) => reaches(one, target, seen));
}

describe("the search server", () => {
  const doors = readdirSync(path.join(ROOT, "app"), { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join("app", name.split(path.sep).join("/")))
    .filter((name) => /\/(page|route|layout)\.tsx?$/.test(name));

  it("is asked by what searches and by the health check alone: whatever happens to it, no other page notices", () => {
    const asking = doors.filter((door) => reaches(door, SERVER));
    expect(doors.length).toBeGreaterThan(30);
    expect(asking).toContain("app/[locale]/search/page.tsx");
    expect(
      asking.filter((door) => !/^app\/(\[locale\]\/search|api\/v1\/courses|api\/health)\//.test(door)),
    ).toEqual([]);
  });
});
