import { describe, expect, it } from "vitest";
import { formatHold } from "@/features/pathways/hold";
import { planAddress, readPlanForm, wholeAddress } from "./plan-form";

describe("the form of a plan", () => {
  it("adds from the catalogue, by hand, and dates what is held", () => {
    const sent = readPlanForm(
      paramsOf(
        "hold=statistics&hold-month=2024-05&hold=public-data~2020-01&hold-month=&add=ethics&add-month=2026-02&own-title=GIS~basics&own-credits=2,5&own-level=6&find=eth",
      ),
    );
    expect(sent).toMatchObject({ isSent: true, ownError: null, find: "" });
    expect(sent.query.hold.map(formatHold)).toEqual([
      "statistics~2024-05",
      "public-data",
      "ethics~2026-02",
      "own~GIS basics~2.5~6~~~",
    ]);
  });

  it("keeps what was typed and names what is wrong with it", () => {
    const sent = readPlanForm(paramsOf("own-title=GIS&own-credits=many"));
    expect(sent).toMatchObject({
      isSent: false,
      ownError: "credits",
      own: { title: "GIS", credits: "many" },
    });
    expect(sent.query.hold).toEqual([]);
    expect(readPlanForm(paramsOf("own-credits=5")).ownError).toBe("title");
  });

  it("comes to an address that has nothing left to fold and says the same", () => {
    const sent = readPlanForm(
      paramsOf("target=data&hold=a&hold-month=&language=fi&budget=&certainty=precedent&own-title=&find=gis"),
    );
    expect(sent.isSent).toBe(true);
    const address = planAddress("en", sent.query, sent.find);
    expect(address).toBe("/en/plan?target=data&hold=a&language=fi&find=gis");
    const opened = readPlanForm(paramsOf(address.split("?")[1] ?? ""));
    expect(opened).toEqual({ ...sent, isSent: false });
  });

  it("asks for the page in one piece with all that was typed, also what was not understood", () => {
    const params = paramsOf("target=data&hold=a&hold=b&own-title=GIS&own-credits=many&find=eth");
    const again = paramsOf(wholeAddress("en", params).split("?")[1] ?? "");
    expect(again).toEqual({ ...params, whole: ["yes"] });
    expect(readPlanForm(again)).toEqual(readPlanForm(params));
  });
});

function paramsOf(query: string): Record<string, string | string[]> {
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) params[name] = [...(params[name] ?? []), value];
  return params;
}
