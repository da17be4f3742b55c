import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const MAC_PROGRAMS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser of the tests: Playwright's own, else one that this system has; null for none. */
export function findChromium(): string | null {
  const onPath = (process.env.PATH ?? "")
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [chromium.executablePath(), ...onPath, ...MAC_PROGRAMS].find((file) => existsSync(file)) ?? null;
}

/** Installs Debian's Chromium where we may. */
export function installChromium(): void {
  if (process.geteuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  process.stdout.write("No Chromium found: installing the system's with apt-get.\n");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]])
    execFileSync("apt-get", args, { env: environment, stdio: ["ignore", "ignore", "inherit"] });
}

export const NO_CHROMIUM =
  "The browser tests need a Chromium: run `npx playwright install chromium`, or install your system's chromium or google-chrome.";

/** Quiet and alone: no request of the browser's own, and no sandbox where root cannot have one. */
export const CHROMIUM_ARGUMENTS = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  ...(process.geteuid?.() === 0 ? ["--no-sandbox"] : []),
];
