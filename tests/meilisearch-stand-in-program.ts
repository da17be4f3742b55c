import { parseArgs } from "node:util";
import { startStandIn } from "./meilisearch-stand-in";

// The stand-in as a process of its own, to be killed:
// node --import ./scripts/runtime.mjs tests/meilisearch-stand-in-program.ts --port 7700 --data FOLDER
// It says its address on one line, and leaves when its input ends. It can also be started as the real program is.
const { values } = parseArgs({
  strict: false,
  options: {
    port: { type: "string" },
    data: { type: "string" },
    "master-key": { type: "string" },
    pace: { type: "string" },
    "http-addr": { type: "string" },
    "db-path": { type: "string" },
  },
});
const text = (name: string): string | null => {
  const value = values[name];
  return typeof value === "string" ? value : null;
};
const address = text("http-addr");
const standIn = await startStandIn({
  port: Number(text("port") ?? address?.split(":").at(-1) ?? 0),
  dataDir: text("data") ?? text("db-path"),
  masterKey: text("master-key") ?? process.env.MEILI_MASTER_KEY ?? null,
  pace: Number(text("pace") ?? 0),
});
process.stdout.write(`${JSON.stringify({ url: standIn.url })}\n`);
const leave = () => standIn.stop().then(() => process.exit());
process.on("SIGTERM", leave);
if (address === null) process.stdin.resume().on("end", leave);
