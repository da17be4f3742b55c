import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { describe, expect, it } from "vitest";

const command = path.join(import.meta.dirname, "command.ts");
const errors = path.join(import.meta.dirname, "errors.ts");

/** Runs a program whose main function is `main`, sends it `signal` when it says "up", and gives what came of it. */
async function run(
  main: string,
  { options = "{}", signal }: { options?: string; signal?: NodeJS.Signals } = {},
) {
  const code = `
    import { parseArgs } from "node:util";
    import { atEnd, explainWith, runCommand } from ${JSON.stringify(command)};
    import { invalid, unavailable } from ${JSON.stringify(errors)};
    runCommand(async () => { ${main} }, ${options});`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code]);
  let [output, complaint] = ["", ""];
  child.stdout.on("data", (chunk) => {
    output += chunk;
    if (signal && output.includes("up")) child.kill(signal);
  });
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const [exitCode] = await once(child, "close");
  return { exitCode, output, complaint };
}

describe("runCommand", () => {
  it("ends with the code of the program, its last work done first", async () => {
    const ended = await run(`
      atEnd(async () => console.log("database"));
      atEnd(async () => console.log("web"));
      return 3;`);
    expect(ended).toEqual({ exitCode: 3, output: "web\ndatabase\n", complaint: "" });
  });

  it("tells an expected failure in its own sentence", async () => {
    const ended = await run(`atEnd(async () => console.log("end")); throw unavailable("The disk is full.");`);
    expect(ended).toEqual({ exitCode: 1, output: "end\n", complaint: "The disk is full.\n" });
  });

  it("tells a surprise with all that is known of it", async () => {
    const { exitCode, complaint } = await run(`throw new Error("odd", { cause: new Error("the cause") });`);
    expect(exitCode).toBe(1);
    expect(complaint).toMatch(/odd[\s\S]*the cause/);
  });

  it("asks those who can explain a failure", async () => {
    const { complaint } = await run(`
      explainWith((error) => error.code === 7 ? unavailable("It is the seventh.") : error);
      throw Object.assign(new Error("odd"), { code: 7 });`);
    expect(complaint).toBe("It is the seventh.\n");
  });

  it("answers wrong usage with 2", async () => {
    const { exitCode, complaint } = await run(`parseArgs({ args: ["--bogus"], options: {} }); return 0;`);
    expect(exitCode).toBe(2);
    expect(complaint).toBe("Unknown option '--bogus'\n");
    const own = await run(`throw invalid("--size takes a number.");`);
    expect(own).toEqual({ exitCode: 2, output: "", complaint: "--size takes a number.\n" });
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("does its last work after %s", async (signal) => {
    const main = `
      atEnd(async () => console.log("end"));
      console.log("up");
      return new Promise(() => setInterval(() => {}, 1000));`;
    expect(await run(main, { signal })).toEqual({ exitCode: 130, output: "up\nend\n", complaint: "" });
  });

  it("ends a server that was asked to stop with 0", async () => {
    const main = `console.log("up"); return new Promise(() => setInterval(() => {}, 1000));`;
    expect((await run(main, { signal: "SIGINT", options: "{ stopCode: 0 }" })).exitCode).toBe(0);
  });
});
