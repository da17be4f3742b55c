import path from "node:path";
import { type Child, runNode } from "./child-process";

const PROGRAM = path.join(import.meta.dirname, "../node_modules/next/dist/bin/next");

/** Runs the Next program with these arguments. */
export function runNext(args: string[], environment: NodeJS.ProcessEnv): Child {
  return runNode([PROGRAM, ...args], { ...environment, NEXT_TELEMETRY_DISABLED: "1" });
}
