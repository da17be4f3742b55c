import { execFileSync } from "node:child_process";
import { getPriority } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";

const PROGRAM = path.join(import.meta.dirname, "patient-program.fixture.ts");
const nicer = (priority: number) => Math.min(19, priority + 10);

describe.skipIf(process.platform !== "linux")(
  "a program whose work can wait (skipped elsewhere than on Linux)",
  () => {
    const database = testDatabase();
    const run = (server: "embedded" | "elsewhere"): { own: number; server: number } =>
      JSON.parse(
        execFileSync(process.execPath, ["--import", "tsx", PROGRAM, database.url, server], {
          encoding: "utf8",
        }),
      );

    it("goes behind all others, and so does what an embedded server does for it", async () => {
      const [row] = await database.sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
      const serving = { own: getPriority(), server: getPriority(row?.pid) };
      expect(run("embedded")).toEqual({ own: nicer(serving.own), server: nicer(serving.server) });
      expect(run("elsewhere")).toEqual({ own: nicer(serving.own), server: serving.server });
    });
  },
);
