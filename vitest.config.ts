import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";
import { isUnavailable } from "./lib/errors";

// A zone that no one's machine has, 45 minutes off the hour: code that leans on the local time fails here.
process.env.TZ = "Pacific/Chatham";

export default defineConfig({
  resolve: {
    alias: {
      "@": import.meta.dirname,
      "server-only": path.join(import.meta.dirname, "tests/empty.ts"),
    },
  },
  test: {
    env: { LOG_LEVEL: "silent" },
    // Nothing here measures time: a slow machine must not fail a test.
    // Two at least: some files mostly wait for programs that they have killed.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // As in scripts/worker.ts: where a test ends connections, the driver may refuse promises that nobody holds.
    onUnhandledError: (error) => !isUnavailable(Object.assign(new Error(error.message), error)),
    // Files after one another share a process and what they import, which takes half of the time: each leaves it as it
    // found it.
    isolate: false,
    hookTimeout: 120_000,
    testTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: ["**/*.int.test.ts", "**/node_modules/**"],
        },
      },
      {
        extends: true,
        test: { name: "integration", include: ["**/*.int.test.ts"], globalSetup: "tests/database-server.ts" },
      },
    ],
  },
});
