import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";
import { freePort } from "@/lib/processes";
import { CHROMIUM_ARGUMENTS, findChromium, NO_CHROMIUM } from "@/tests/chromium";
import { temporaryData } from "@/tests/temporary-data";

// Each worker reads this file again: what the first reading chose is handed on in the environment.
process.env.CAIRN_TEST_PORT ??= String(await freePort());
process.env.CAIRN_TEST_DATA ??= temporaryData();

const port = process.env.CAIRN_TEST_PORT;
const address = `http://localhost:${port}`;
const executablePath = findChromium();
if (!executablePath) throw new Error(NO_CHROMIUM);

const report = process.env.CAIRN_TEST_REPORT;

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  // As in vitest.config.ts: two at least, since half of the time is the server's.
  workers: Math.max(2, Math.floor(availableParallelism() / 2)),
  forbidOnly: true,
  // As in vitest.config.ts: a slow machine must not fail a test.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: report ? [["list"], ["json", { outputFile: report }]] : "list",
  use: {
    baseURL: address,
    locale: "en-GB",
    trace: "retain-on-failure",
    launchOptions: { executablePath, args: CHROMIUM_ARGUMENTS },
  },
  // The portal as a person starts it: embedded database, sample catalogue, production build.
  webServer: {
    command: `npm start -- --port ${port} --data ${process.env.CAIRN_TEST_DATA}`,
    url: `${address}/api/health/ready`,
    env: {
      DATABASE_URL: "",
      DATABASE_OWNER_URL: "",
      PUBLIC_URL: address,
      HOST: "127.0.0.1",
      LOG_LEVEL: "warn",
    },
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  },
});
