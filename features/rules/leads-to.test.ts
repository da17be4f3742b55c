import { describe, expect, it } from "vitest";
import { course, credential, findings, mended } from "./drafts.fixture";

describe("rules of credentials", () => {
  const link = { credential: "K-1", needs: "this-course", neededCount: null } as const;

  it("never lets an attendance certificate be a micro-credential", () => {
    const draft = credential({ assessment: "attendance-only" });
    expect(findings(draft)).toEqual(["warn kind: attendance-only"]);
    expect(mended(draft).kind).toBe("certificate-of-attendance");
    const byType = credential({ assessment: "assessed", assessmentTypes: ["level-of-attendance"] });
    expect(mended(byType).kind).toBe("certificate-of-attendance");
  });

  it("believes a named credential more than the word that there is none", () => {
    const draft = course({ hasNoCredential: true, credentials: [link, link] });
    expect(findings(draft)).toEqual(["warn credentials: credential-contradiction"]);
    expect(mended(draft)).toMatchObject({ hasNoCredential: false, credentials: [link] });
  });

  it("counts only where some courses of several are needed", () => {
    const credentials = [
      { ...link, neededCount: 3 },
      { credential: "K-2", needs: "some", neededCount: 2 },
      { credential: "K-3", needs: "some", neededCount: null },
    ] as const;
    expect(mended(course({ credentials })).credentials).toEqual([
      link,
      { credential: "K-2", needs: "some", neededCount: 2 },
      { credential: "K-3", needs: "all", neededCount: null },
    ]);
  });
});
