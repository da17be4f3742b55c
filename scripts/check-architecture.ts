import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

// Proves the rooms, arrows and doors of docs/architecture.md. Tests and their fixtures may do as they like, but for their names.

/** Each room and the rooms it may use besides itself. */
const ROOMS: Record<string, string[]> = {
  app: ["components", "features", "lib"],
  components: ["features", "lib"],
  features: ["db", "lib"],
  db: ["lib"],
  lib: ["messages"],
  scripts: ["features", "db", "lib", "tests"],
};

/** Things with few doors: what gives away their use, and the files that may. */
const DOORS: { thing: string; sign: RegExp; door: RegExp }[] = [
  { thing: "process.env", sign: /\bprocess\.env\b/, door: /^lib\/env\.ts|^scripts\// },
  {
    thing: "drizzle-orm",
    sign: importOf("drizzle-orm"),
    door: /^db\/|^features\/[^/]+\/(queries|mutations)\.ts|^features\/postgres-search\//,
  },
  { thing: "postgres", sign: importOf("postgres"), door: /^db\// },
  {
    thing: "meilisearch",
    sign: importOf("meilisearch"),
    door: /^features\/meilisearch\/meilisearch-engine\.ts/,
  },
  {
    thing: "next-auth",
    sign: importOf("next-auth"),
    door: /^features\/accounts\/session\.ts|^app\/api\/auth\//,
  },
  {
    thing: "graphile-worker",
    sign: importOf("graphile-worker"),
    door: /^features\/background\/worker\.ts/,
  },
  { thing: "highs", sign: importOf("highs"), door: /^features\/solver\// },
  { thing: "fetch", sign: /(?<![.\w])fetch\(/, door: /^lib\/http\.ts|^components\// },
  {
    thing: "React or Next",
    sign: importOf("react|react-dom|next|use-intl"),
    door: /^(?!features\/)|\/actions\.ts$/,
  },
  { thing: '"use client"', sign: /^\s*["']use client["']/, door: /^components\/|^app\/.*error\.tsx$/ },
];

const SAYS_NOTHING = /\/(utils?|helpers?|common|misc|types?|index|services?|managers?|controllers?)[./]/;
const DATABASE_CODE = /\/(queries|mutations)\.ts$|^features\/postgres-search\//;

function importOf(packages: string): RegExp {
  return new RegExp(`(\\bfrom|\\bimport|\\bimport\\()\\s*["'](${packages})(/[^"']*)?["']`);
}

interface SourceFile {
  name: string;
  text: string;
  /** Files of the project that it imports, as paths from the root without extension. */
  imports: string[];
}

/** Every breach in the tree at `root`, as "file: what is wrong". */
export function findBreaches(root: string): string[] {
  const files = Object.keys(ROOMS).flatMap((room) => readRoom(root, room));
  const code = files.filter((file) => !/\.(test|fixture)\.tsx?$/.test(file.name));
  return [
    ...files.filter((file) => isBanned(file.name)).map((file) => `${file.name}: a name that says nothing`),
    ...code.flatMap(arrowBreaches),
    ...code.flatMap(doorBreaches),
    ...code
      .filter((file) => file.name.startsWith("components/"))
      .flatMap((file) => reachBreaches(file, code)),
    ...featureCircles(code),
  ];
}

function readRoom(root: string, room: string): SourceFile[] {
  const entries = readdirSync(path.join(root, room), { recursive: true, encoding: "utf8" });
  return entries
    .filter((entry) => /\.(tsx?|mjs)$/.test(entry))
    .sort()
    .map((entry) => {
      const name = path.posix.join(room, entry.split(path.sep).join("/"));
      const text = readFileSync(path.join(root, name), "utf8").replace(
        /(^|\s)\/\/.*$|\/\*[\s\S]*?\*\//gm,
        "",
      );
      return { name, text, imports: importsOf(name, text) };
    });
}

function importsOf(name: string, text: string): string[] {
  const specifiers = [...text.matchAll(/\b(?:from|import|import\()\s*["']([^"']+)["']/g)].map(
    (match) => match[1] ?? "",
  );
  return specifiers.flatMap((specifier) => {
    if (specifier.startsWith("@/")) return [specifier.slice(2)];
    if (specifier.startsWith(".")) return [path.posix.join(path.posix.dirname(name), specifier)];
    return [];
  });
}

function isBanned(name: string): boolean {
  return SAYS_NOTHING.test(name) && name !== "db/schema/index.ts";
}

function arrowBreaches({ name, imports }: SourceFile): string[] {
  const room = roomOf(name);
  return imports
    .filter((target) => roomOf(target) !== room && !ROOMS[room]?.includes(roomOf(target)))
    .map((target) => `${name}: ${room} may not use ${target}`);
}

function doorBreaches({ name, text }: SourceFile): string[] {
  return DOORS.filter(({ sign, door }) => sign.test(text) && !door.test(name)).map(
    ({ thing }) => `${name}: ${thing} has its own door, and this is not it`,
  );
}

/** A component may use of a feature what needs no database, however deep, and its actions. */
function reachBreaches(component: SourceFile, code: SourceFile[]): string[] {
  const seen = new Set<string>();
  const visit = (file: SourceFile): string[] =>
    file.imports.flatMap((target) => {
      const used = code.find(({ name }) => name.replace(/\.\w+$/, "") === target);
      if (!used || seen.has(used.name) || !used.name.startsWith("features/")) return [];
      seen.add(used.name);
      if (DATABASE_CODE.test(used.name))
        return [`${component.name}: reaches ${used.name} through ${file.name}`];
      return used.name.endsWith("/actions.ts") ? [] : visit(used);
    });
  return visit(component);
}

function featureCircles(code: SourceFile[]): string[] {
  /** Feature -> features it uses -> a file that does. */
  const uses = new Map<string, Map<string, string>>();
  for (const { name, imports } of code) {
    const from = featureOf(name);
    for (const to of imports.map(featureOf))
      if (from && to && from !== to) uses.set(from, (uses.get(from) ?? new Map()).set(to, name));
  }
  const circles = new Map<string, string>();
  for (const feature of uses.keys()) {
    const circle = shortestWay(uses, feature, feature);
    if (!circle) continue;
    const steps = circle.map((to, i) => uses.get(circle[i - 1] ?? "")?.get(to) ?? "").filter(Boolean);
    circles.set(
      [...steps].sort().join(),
      `features/${feature}: ${circle.join(" -> ")} is a circle, by ${steps.join(", ")}`,
    );
  }
  return [...circles.values()];
}

function shortestWay(uses: Map<string, Map<string, string>>, from: string, to: string): string[] | null {
  const ways = [[from]];
  const seen = new Set<string>();
  for (const way of ways)
    for (const next of uses.get(way.at(-1) ?? from)?.keys() ?? []) {
      if (next === to) return [...way, next];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  return null;
}

function roomOf(name: string): string {
  return name.split("/")[0] ?? "";
}

function featureOf(name: string): string | undefined {
  return /^features\/([^/]+)\//.exec(name)?.[1];
}

if (process.argv[1] === import.meta.filename) {
  const breaches = findBreaches(process.cwd());
  for (const breach of breaches) console.log(breach);
  process.exitCode = breaches.length > 0 ? 1 : 0;
}
