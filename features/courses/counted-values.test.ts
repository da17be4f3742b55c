import { describe, expect, it } from "vitest";
import { type CourseWithCredentials, countedValues } from "./counted-values";

type Facts = CourseWithCredentials<string>["course"];
type Link = CourseWithCredentials<string>["links"][number];

const NOTHING: Facts = {
  eqf: null,
  nqf: null,
  cycle: null,
  ectsHundredths: null,
  assessment: "unknown",
  assessmentTypes: [],
};
const ALL: Facts = {
  eqf: 6,
  nqf: null,
  cycle: null,
  ectsHundredths: 500,
  assessment: "assessed",
  assessmentTypes: ["exam"],
};
const link = (facts: Partial<Link["credential"]> = ALL, more: Partial<Link> = {}): Link => ({
  link: { needs: "this-course" },
  credential: { ...NOTHING, isOutsideFramework: false, status: "published", ...facts },
  outcomes: ["of the credential"],
  ...more,
});
const count = (course: Partial<Facts>, links: readonly Link[], outcomes: readonly string[] = []) =>
  countedValues({ course: { ...NOTHING, ...course }, outcomes, links });

const NONE_INHERITED = { level: false, credits: false, assessment: false, outcomes: false };
const ALL_INHERITED = { level: true, credits: true, assessment: true, outcomes: true };

describe("which value counts", () => {
  it("the course's own, whatever its credential says", () => {
    const own = { eqf: 5, ectsHundredths: 100, assessment: "none", assessmentTypes: [] } as const;
    expect(count(own, [link()], ["own"])).toMatchObject({
      ...own,
      outcomes: ["own"],
      inherited: NONE_INHERITED,
    });
  });

  it("else that of the one credential it alone leads to", () => {
    expect(count({}, [link()])).toMatchObject({
      ...ALL,
      outcomes: ["of the credential"],
      inherited: ALL_INHERITED,
    });
  });

  it.each([
    ["it leads to two", [link(), link()]],
    ["it is one of several that are needed", [link(ALL, { link: { needs: "all" } })]],
    ["some of several are needed", [link(ALL, { link: { needs: "some" } })]],
    ["the credential is withdrawn", [link({ ...ALL, status: "withdrawn" })]],
    ["it leads to none", []],
    ["the credential states nothing", [link({}, { outcomes: [] })]],
  ])("else none: %s", (_name, links) => {
    expect(count({}, links)).toMatchObject({ ...NOTHING, outcomes: [], inherited: NONE_INHERITED });
  });

  it("a withdrawn credential does not stand beside the one that counts", () => {
    expect(count({}, [link(), link({ eqf: 7, status: "withdrawn" })]).eqf).toBe(6);
  });

  it("each value for itself", () => {
    const counted = count({ ectsHundredths: 100 }, [link()], ["own"]);
    expect(counted).toMatchObject({ eqf: 6, ectsHundredths: 100, outcomes: ["own"] });
    expect(counted.inherited).toEqual({ level: true, credits: false, assessment: true, outcomes: false });
  });

  it("a level stated in national terms only is a level: it is not completed from elsewhere", () => {
    expect(count({ nqf: "http://data.europa.eu/snb/qdr/c_1" }, [link()])).toMatchObject({ eqf: null });
  });

  it("outside any framework is inherited as such", () => {
    expect(count({}, [link({ isOutsideFramework: true })])).toMatchObject({
      eqf: null,
      isOutsideFramework: true,
      inherited: { level: true },
    });
  });
});
