import { describe, expect, it } from "vitest";
import { makeCredentialRef, makeSummary } from "./course.fixture";
import { isAttendanceOnly } from "./leads-to";

const attendance = makeCredentialRef({ kind: "certificate-of-attendance" });

describe("isAttendanceOnly", () => {
  it.each([
    ["nothing stated", makeSummary(), false],
    ["assessed", makeSummary({ assessment: "assessed" }), false],
    ["attendance as its assessment", makeSummary({ assessment: "attendance-only" }), true],
    ["a certificate of attendance and nothing else", makeSummary({ credentials: [attendance] }), true],
    ["a micro-credential beside it", makeSummary({ credentials: [attendance, makeCredentialRef()] }), false],
  ])("%s", (_, course, expected) => {
    expect(isAttendanceOnly(course)).toBe(expected);
  });
});
