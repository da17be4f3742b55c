import { spawn } from "node:child_process";
import { once } from "node:events";

// All that must hold before a change is shown, in seconds: side by side, what failed last, the whole output of it.

const NODE = ["node", "--import", "./scripts/runtime.mjs"];
const CHECKS: { name: string; commands: string[][] }[] = [
  { name: "format and lint", commands: [["npx", "biome", "check", "."]] },
  {
    name: "types",
    commands: [
      ["npx", "next", "typegen"],
      ["npx", "tsc", "--noEmit"],
    ],
  },
  { name: "architecture", commands: [[...NODE, "scripts/check-architecture.ts"]] },
  { name: "paths in the documents", commands: [[...NODE, "scripts/check-doc-paths.ts"]] },
  // Pure rules keep no state: sharing their modules between test files saves half the time.
  {
    name: "unit tests",
    commands: [
      ["npx", "vitest", "run", "--project", "unit", "--no-isolate", "--pool", "threads", "--reporter", "dot"],
    ],
  },
];

async function run([program = "", ...args]: string[]): Promise<{ isGood: boolean; output: string }> {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "close");
  return { isGood: code === 0, output };
}

const start = performance.now();
const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
const results = await Promise.all(
  CHECKS.map(async ({ name, commands }) => {
    for (const command of commands) {
      const { isGood, output } = await run(command);
      if (!isGood) return { name, output };
    }
    console.log(`ok      ${name} (${seconds()} s)`);
    return { name, output: null };
  }),
);
const failed = results.filter((result) => result.output !== null);
for (const { name, output } of failed) console.log(`\n${output?.trim()}\nFAILED  ${name}`);
console.log(`\n${results.length - failed.length} of ${results.length} checks hold, ${seconds()} s`);
process.exitCode = failed.length > 0 ? 1 : 0;
