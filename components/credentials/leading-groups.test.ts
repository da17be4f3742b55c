import { describe, expect, it } from "vitest";
import { makeCredentialRef, makeSummary } from "@/components/courses/course.fixture";
import type { CredentialRef } from "@/features/courses/view";
import { leadingGroups } from "./leading-groups";

const leading = (needs: CredentialRef["needs"], neededCount: number | null = null) =>
  makeSummary({
    credentials: [makeCredentialRef({ id: "other" }), makeCredentialRef({ needs, neededCount })],
  });

describe("leadingGroups", () => {
  it("keeps apart what is enough alone, what is needed together, and what is chosen among", () => {
    const [some, all, alone, alsoAll] = [
      leading("some", 2),
      leading("all"),
      leading("this-course"),
      leading("all"),
    ];
    const stranger = makeSummary({ credentials: [makeCredentialRef({ id: "other" })] });
    expect(leadingGroups("credential", [some, all, alone, alsoAll, stranger])).toEqual([
      { needs: "this-course", neededCount: null, courses: [alone] },
      { needs: "all", neededCount: null, courses: [all, alsoAll] },
      { needs: "some", neededCount: 2, courses: [some] },
    ]);
  });
});
