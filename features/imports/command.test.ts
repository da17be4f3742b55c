import { describe, expect, it } from "vitest";
import { readCommand } from "./command";

const read = (line: string, hasTerminal = true) => readCommand(line.split(" ").filter(Boolean), hasTerminal);

describe("readCommand", () => {
  it("reads every option", () => {
    expect(
      read(
        "ugov feeds/pavia/ --source Pavia --provider schac:unipv.it --partial --dry-run --yes --json --data d",
      ),
    ).toEqual({
      ok: true,
      command: {
        format: "ugov",
        address: "feeds/pavia",
        source: "Pavia",
        provider: "schac:unipv.it",
        isPartial: true,
        isDryRun: true,
        isConfirmed: true,
        isJson: true,
        dataDir: "d",
      },
    });
  });

  it("names the source after format and path, and ESCO after itself", () => {
    expect(read("csv feeds/a.csv --yes")).toMatchObject({ command: { source: "csv feeds/a.csv" } });
    expect(read("esco esco/v1.1.1 --yes")).toMatchObject({ command: { source: "ESCO" } });
    expect(read("csv / --yes")).toMatchObject({ command: { address: "/" } });
  });

  it.each([
    ["", /takes a format and a path/],
    ["csv", /takes a format and a path/],
    ["csv a b", /takes a format and a path/],
    ["dance a", /no format "dance": choose among esco, /],
    ["csv a --frobnicate", /--frobnicate/],
    ["csv a --source", /--source/],
    ["csv a --yes=no", /--yes/],
  ])("refuses %j in one line that says how", (line, message) => {
    const reading = read(line);
    if (reading.ok) throw new Error("It was accepted");
    expect(reading.message).toMatch(message);
    expect(reading.message).not.toContain("\n");
  });

  it("needs a yes where nobody can be asked", () => {
    expect(read("csv a", false)).toMatchObject({ ok: false, message: expect.stringContaining("--yes") });
    expect(read("csv a --yes", false).ok).toBe(true);
    expect(read("csv a --dry-run", false).ok).toBe(true);
    expect(read("csv a", true).ok).toBe(true);
  });
});
