import { describe, expect, it } from "vitest";
import { bar, progressOn } from "./progress";

function written(isTTY: boolean) {
  let text = "";
  const stream = {
    isTTY,
    write: (part: unknown) => {
      text += String(part);
      return true;
    },
  };
  return { display: progressOn(stream), text: () => text };
}

describe("bar", () => {
  it("shows the part that is done, and how much of how much", () => {
    expect(bar("Reading", 1_250, 5_000)).toBe("Reading [######------------------] 1,250 of 5,000");
  });
});

describe("progressOn", () => {
  it("writes plain lines, one for each piece of work, where there is no terminal", () => {
    const { display, text } = written(false);
    for (const done of [0, 500, 1_000]) display.show("Reading", done, 1_000);
    display.show("Writing", 3, 3);
    display.show("Deleting", 0, 0);
    expect(text()).toBe("Reading: 1,000\nWriting: 3\n");
  });

  it("draws a bar over itself in a terminal and leaves a line", () => {
    const { display, text } = written(true);
    display.show("Reading", 0, 10);
    display.show("Reading", 10, 10);
    expect(text()).toBe("\r\u001b[KReading [------------------------] 0 of 10\r\u001b[KReading: 10\n");
  });

  it("takes a bar away that was not finished", () => {
    const { display, text } = written(true);
    display.show("Reading", 1, 10);
    display.clear();
    display.clear();
    expect(text().split("\r\u001b[K")).toHaveLength(3);
  });
});
