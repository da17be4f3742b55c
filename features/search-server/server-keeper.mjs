// Runs the search server as a child: says its process id, passes signals on, and ends it when the program that started
// us is killed. A server of our own kind cannot know that its parent is gone; this can.
import { spawn } from "node:child_process";
import { openSync } from "node:fs";

const [log = "", program = "", ...args] = process.argv.slice(2);
const output = openSync(log, "a", 0o600);
const child = spawn(program, args, { stdio: ["ignore", output, output] });

const end = () => child.kill("SIGTERM");
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, end);
process.on("disconnect", end);
child.on("spawn", () => process.send?.({ pid: child.pid }));
child.on("error", (error) => {
  process.send?.({ fault: error.message });
  process.exitCode = 1;
  if (process.connected) process.disconnect();
});
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
  if (process.connected) process.disconnect();
});
