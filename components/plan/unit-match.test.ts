import { describe, expect, it } from "vitest";
import { makeCredentialRef, makeSummary } from "@/components/courses/course.fixture";
import { unitMatches } from "./unit-match";

describe("unitMatches", () => {
  it("offers each credential once, an assessed course without one, and never attendance", () => {
    const credential = makeCredentialRef({ slug: "data" });
    const attendance = makeCredentialRef({ slug: "there", kind: "certificate-of-attendance" });
    const matches = unitMatches([
      makeSummary({ credentials: [credential] }),
      makeSummary({ credentials: [credential, attendance] }),
      makeSummary({ slug: "alone", assessment: "assessed" }),
      makeSummary({ slug: "seat", assessment: "attendance-only", credentials: [attendance] }),
      makeSummary({ slug: "unknown" }),
    ]);
    expect(matches.map(({ kind, slug }) => `${kind} ${slug}`)).toEqual(["credential data", "course alone"]);
  });
});
