import { parseArgs } from "node:util";
import { runCommand } from "@/lib/command";
import { invalid } from "@/lib/errors";

/** Each measures against a floor or a peer in its own run; `size` is what `--size` says, in courses. */
const BENCHES: Record<string, () => Promise<(size: number) => Promise<void>>> = {
  search: async () => (await import("./bench/search")).benchSearch,
  import: async () => (await import("./bench/import")).benchImport,
  pages: async () => (await import("./bench/pages")).benchPages,
};

runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { size: { type: "string", default: "10000" } },
  });
  const size = Number(values.size);
  if (!Number.isInteger(size) || size < 1) throw invalid("--size takes a whole number of courses");
  for (const name of positionals.length > 0 ? positionals : Object.keys(BENCHES)) {
    const load = BENCHES[name];
    if (!load) throw invalid(`There is no bench "${name}": choose among ${Object.keys(BENCHES).join(", ")}`);
    process.stdout.write(`${name}\n`);
    await (await load())(size);
  }
  return 0;
});
