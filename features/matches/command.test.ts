import { describe, expect, it } from "vitest";
import { matchLines, readMatchCommand } from "./command";

const ID = "01a2159d-e9de-7d2d-bdb2-20e12a8a5f00";

describe("npm run match", () => {
  it("lists, accepts and rejects", () => {
    expect(readMatchCommand(["list"])).toEqual({ verb: "list", isAll: false, isJson: false, dataDir: null });
    expect(readMatchCommand(["list", "--all", "--json", "--data", "/x"])).toMatchObject({
      isAll: true,
      isJson: true,
      dataDir: "/x",
    });
    expect(readMatchCommand(["accept", ID])).toEqual({ verb: "accepted", id: ID, dataDir: null });
    expect(readMatchCommand(["reject", ID])).toMatchObject({ verb: "rejected" });
  });

  it.each([[[]], [["accept"]], [["accept", "1"]], [["accept", ID, ID]], [["list", ID]], [["decide", ID]]])(
    "says how it is used for %j",
    (args) => {
      expect(readMatchCommand(args)).toContain("npm run match");
    },
  );

  it("shows what is proposed, and why", () => {
    const match = {
      id: ID,
      state: "proposed" as const,
      ground: "domain-and-name" as const,
      kind: "provider" as const,
      key: "id/deqar/DEQARINST1",
      names: ["Sample University"],
      record: { id: ID, name: "Sample University of North" },
      proposedOn: "2026-11-25",
      decidedOn: null,
    };
    expect(matchLines([match])[1]).toBe(
      "  provider Sample University (id/deqar/DEQARINST1)  <-  Sample University of North, which has its website and its name",
    );
    expect(matchLines([])).toEqual(["Nothing waits for a decision."]);
  });
});
