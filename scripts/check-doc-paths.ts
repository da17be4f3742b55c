import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

// A document that names a file which has moved is worse than none: every path that the documents cite must exist.

const CITED_IN_TEXT =
  /`((?:app|components|features|db|lib|scripts|messages|tests|e2e|docs|security|public|\.ci)\/[^`\s]*)`/g;
const LINK = /\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)/g;
// `features/<noun>/queries.ts`, `db/schema/*.ts`, `app/…`: a pattern, not a path.
const PATTERN = /[<>*{}…]|\.\.\./;

/** Each cited path that does not exist, as "document: path". */
export function findDeadPaths(root: string): string[] {
  return documents(root).flatMap((document) => {
    const text = readFileSync(path.join(root, document), "utf8");
    const cited = [
      ...matches(text, CITED_IN_TEXT),
      ...matches(text, LINK).map((link) => path.join(path.dirname(document), link)),
    ];
    return cited
      .filter((name) => !PATTERN.test(name) && !existsSync(path.join(root, name)))
      .map((name) => `${document}: ${name} does not exist`);
  });
}

function documents(root: string): string[] {
  const atTop = readdirSync(root).filter((name) => name.endsWith(".md"));
  const inDocs = readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" });
  return [...atTop, ...inDocs.filter((name) => name.endsWith(".md")).map((name) => path.join("docs", name))];
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}

if (process.argv[1] === import.meta.filename) {
  const dead = findDeadPaths(process.cwd());
  for (const one of dead) console.log(one);
  process.exitCode = dead.length > 0 ? 1 : 0;
}
