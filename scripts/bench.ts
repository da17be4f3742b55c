import { parseArgs } from "node:util";
import { runCommand } from "@/lib/command";
import { invalid } from "@/lib/errors";

interface Options {
  /** Courses of a generated catalogue. */
  size: number;
  /** CSV of course, credits, cost. */
  costs: string | undefined;
  json: boolean;
  /** Under load instead, with an import beside it. */
  load: boolean;
}

/** Each measures against a floor or a peer in its own run. */
const BENCHES: Record<string, (options: Options) => Promise<void>> = {
  search: async ({ size, load }) =>
    load
      ? (await import("./bench/search-load")).benchLoad(size)
      : (await import("./bench/search")).benchSearch(size),
  import: async ({ size }) => (await import("./bench/import")).benchImport(size),
  sync: async ({ size }) => (await import("./bench/sync")).benchSync(size),
  evidence: async ({ size }) => (await import("./bench/evidence")).benchEvidence(size),
  pages: async () => (await import("./bench/pages")).benchPages(),
  relevance: async () => (await import("./bench/relevance")).benchRelevance(),
  pathways: async (options) => (await import("./bench/pathways")).benchPathways(options),
};

runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      size: { type: "string", default: "10000" },
      costs: { type: "string" },
      json: { type: "boolean", default: false },
      load: { type: "boolean", default: false },
    },
  });
  const size = Number(values.size);
  if (!Number.isInteger(size) || size < 1) throw invalid("--size takes a whole number of courses");
  for (const name of positionals.length > 0 ? positionals : Object.keys(BENCHES)) {
    const bench = BENCHES[name];
    if (!bench) throw invalid(`There is no bench "${name}": choose among ${Object.keys(BENCHES).join(", ")}`);
    if (!values.json) process.stdout.write(`${name}\n`);
    await bench({ size, costs: values.costs, json: values.json, load: values.load });
  }
  return 0;
});
