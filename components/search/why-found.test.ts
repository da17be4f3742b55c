import { describe, expect, it } from "vitest";
import { makeSummary } from "@/components/courses/course.fixture";
import { whyFound } from "./why-found";

const skill = (label: string) => ({ id: label, uri: label, label: { en: label } });
const course = makeSummary({
  title: { en: "Numbers for everyone", fi: "Luvut kaikille" },
  skills: [skill("data analysis"), skill("data models"), skill("data ethics"), skill("négociation")],
});

describe("whyFound", () => {
  it.each([
    ["", null],
    ["numbers", null],
    ["luvut", null],
    ["numb", null],
    ["plumbing", null],
    ["analysis", "Teaches data analysis (ESCO)"],
    ["numbers negoc", "Teaches négociation (ESCO)"],
    ["data", "Teaches data analysis and data models (ESCO)"],
  ])("%j: %s", (query, why) => {
    expect(whyFound("en", query, course)).toBe(why);
  });
});
