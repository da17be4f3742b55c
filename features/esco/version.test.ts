import { describe, expect, it } from "vitest";
import { escoVersion } from "./version";

describe("escoVersion", () => {
  it.each([
    [["ESCO", "/feeds/esco/v1.1.1"], "1.1.1"],
    [["ESCO 1.2", "/feeds/esco/v1.1.1"], "1.2"],
    [["ESCO", "/feeds/ESCO dataset - v1.2.0 - classification - fi - csv"], "1.2.0"],
    [["ESCO", "/feeds/esco_1.2.1/fi"], "1.2.1"],
    [["ESCO", "/feeds", "v1.1.2/en/skills_en.csv"], "1.1.2"],
    [["ESCO", "/backups/2026.11/esco"], null],
    [["ESCO", "/srv/10.0.0.5/esco"], null],
  ])("%j: %s", (names, version) => {
    expect(escoVersion(names)).toBe(version);
  });
});
