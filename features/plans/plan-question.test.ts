import { describe, expect, it } from "vitest";
import { parsePlanParams, planRequestSchema, toPlanQuery } from "./plan-question";

describe("the address of a plan", () => {
  it("is read back as the same question", () => {
    const query =
      "target=big-certificate&hold=data~2026-03&hold=own%7EWelding%7E2.5%7E4%7E2026-03%7E0715%7EFI&language=en&language=fi&mode=online&country=FI&region=FI1B&budget=1200.5&hours-per-week=7.5&start-on=2027-01-01&finish-by=2027-12-31&certainty=possible&not-met=interview";
    const { ignored, ...params } = parsePlanParams(new URLSearchParams(query));
    expect(ignored).toEqual([]);
    expect(params.limits).toEqual({
      languages: ["en", "fi"],
      modes: ["online"],
      countries: ["FI"],
      regions: ["FI1B"],
      budgetCents: 120_050,
      hoursPerWeek: 7.5,
      startOn: "2027-01-01",
      finishBy: "2027-12-31",
      certainty: "possible",
      manualNotMet: ["interview"],
    });
    const again = toPlanQuery(params);
    expect(parsePlanParams(new URLSearchParams(again))).toEqual({ ...params, ignored: [] });
  });

  it("leaves out what cannot be used, and names it", () => {
    const { ignored, ...params } = parsePlanParams({
      target: "../x",
      hold: ["ok-slug", "Not a slug", ""],
      language: ["xx", "en"],
      budget: "much",
      "finish-by": "2027-02-30",
      certainty: "sure",
      utm: "1",
    });
    expect(params).toEqual({
      target: null,
      hold: [{ kind: "catalogue", slug: "ok-slug", month: null }],
      limits: { languages: ["en"] },
    });
    expect(ignored.toSorted()).toEqual([
      "budget=much",
      "certainty=sure",
      "finish-by=2027-02-30",
      "hold=Not a slug",
      "language=xx",
      "target=../x",
    ]);
  });
});

describe("the body of a request for plans", () => {
  it("takes a target alone", () => {
    expect(planRequestSchema.parse({ target: "q" })).toEqual({ target: "q", hold: [], limits: {} });
  });

  it.each([
    [{}, "target"],
    [{ target: "q\0" }, "target"],
    [{ target: "q", hold: ["a", "B C"] }, "hold.1"],
    [{ target: "q", hold: Array.from({ length: 61 }, () => "a") }, "hold"],
    [{ target: "q", limits: { budget: -1 } }, "limits.budget"],
    [{ target: "q", limits: { language: ["english"] } }, "limits.language.0"],
    [{ target: "q", limits: { "start-on": "2027-13-01" } }, "limits.start-on"],
    [{ target: "q", limits: { Budget: 1 } }, "limits"],
    [{ target: "q", extra: 1 }, ""],
    ["q", ""],
  ])("names the field that it cannot use: %j", (body, field) => {
    const reading = planRequestSchema.safeParse(body);
    expect(reading.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});
