import { describe, expect, it } from "vitest";
import { GET as getEvidence } from "./evidence-template.csv/route";
import { GET as getRegister } from "./register-template.csv/route";

describe("templates to download", () => {
  it.each([
    [getRegister, "cairn-register-template.csv", "subject_type,"],
    [getEvidence, "cairn-evidence-template.csv", "record_id,"],
  ])("are CSV files with a name of their own", async (get, name, start) => {
    const answer = get();
    expect(answer.headers.get("content-type")).toContain("text/csv");
    expect(answer.headers.get("content-disposition")).toContain(name);
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
    expect(text.startsWith(`\ufeff${start}`)).toBe(true);
  });
});
