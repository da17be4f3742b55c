import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { findBelowFloor } from "./floors";

const root = path.join(import.meta.dirname, "..");
const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), "utf8"));

it("holds for every installed package, nested ones too", () => {
  expect(findBelowFloor(read("package-lock.json"), read("security/floors.json"))).toEqual([]);
});

it("names each copy below its floor", () => {
  const floors = { next: { floor: "16.4.6", why: "" }, vite: { floor: "8.3.5", why: "" } };
  const packages = {
    "": { version: "0.1.0" },
    "node_modules/next": { version: "16.4.10" },
    "node_modules/a/node_modules/next": { version: "16.4.5" },
    "node_modules/vite": { version: "8.3.5-beta.1" },
    "node_modules/next-intl": { version: "1.0.0" },
  };
  expect(findBelowFloor({ packages }, floors)).toEqual([
    "node_modules/a/node_modules/next 16.4.5 is below 16.4.6",
    "node_modules/vite 8.3.5-beta.1 is below 8.3.5",
  ]);
});
