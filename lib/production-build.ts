import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { atEnd } from "./command";
import { childEnv } from "./env";
import { unavailable } from "./errors";
import { runNext } from "./next-process";

/** All that a build is made of. */
const SOURCES = [
  "app",
  "components",
  "features",
  "db",
  "lib",
  "messages",
  "public",
  "proxy.ts",
  "next.config.js",
  "instrumentation.ts",
  "tsconfig.json",
  "package-lock.json",
  "scripts/patch-postgres.mjs",
];
const NOT_BUILT = /\.(test|fixture)\.tsx?$|^db\/migrations\//;
const RECORD = ".next/cairn-build.json";

/** Builds the site, unless what is built was made of the sources as they are now. */
export async function ensureBuild(root: string): Promise<"built" | "fresh"> {
  const sources = fingerprint(root);
  const record = path.join(root, RECORD);
  if (existsSync(record) && JSON.parse(readFileSync(record, "utf8")).sources === sources) return "fresh";
  rmSync(record, { force: true });
  const build = runNext(["build"], childEnv({ NODE_ENV: "production" }));
  atEnd(() => build.end(0));
  if ((await build.exited) !== 0)
    throw unavailable(`${build.output().trim()}\n\nThe site could not be built: see above.`);
  writeFileSync(record, JSON.stringify({ sources }));
  return "built";
}

/** A hash over the names and contents of the sources. */
export function fingerprint(root: string): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => filesIn(root, source)))
    if (!NOT_BUILT.test(file))
      hash
        .update(`${file}\0`)
        .update(readFileSync(path.join(root, file)))
        .update("\0");
  return hash.digest("hex");
}

/** Files below `name`, or itself, as sorted paths relative to `root`. */
function filesIn(root: string, name: string): string[] {
  const start = path.join(root, name);
  if (!existsSync(start)) return [];
  if (path.extname(name)) return [name];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}
