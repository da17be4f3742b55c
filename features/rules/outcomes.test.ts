import { describe, expect, it } from "vitest";
import { makeOutcome } from "@/tests/factories";
import { course, credential, findings, mended, SKILL } from "./drafts.fixture";

describe("rules of outcomes, skills and codes", () => {
  const unknownSkill = "22222222-2222-4222-8222-222222222222";
  const skills = (...ids: string[]) => [
    makeOutcome({ skills: ids.map((skillId) => ({ skillId, method: "stated" as const })) }),
  ];
  it.each([
    ["none", course({ outcomes: [] }), ["warn outcomes: outcomes-missing"]],
    [
      "none, but a credential that may state them",
      course({ outcomes: [], credentials: [{ credential: "K", needs: "this-course", neededCount: null }] }),
      [],
    ],
    [
      "a syllabus",
      course({ outcomes: [makeOutcome({ text: { en: "x".repeat(1_001) } })] }),
      ["warn outcomes: outcome-long"],
    ],
    ["a known skill", course({ outcomes: skills(SKILL, SKILL) }), []],
    ["an unknown skill", credential({ outcomes: skills(unknownSkill) }), ["warn outcomes: skill-unknown"]],
    ["no skill at all", course({ outcomes: skills("welding") }), ["warn outcomes: skill-unknown"]],
    ["an unknown field", course({ fields: ["0613", "9876"] }), ["warn fields: code-unknown"]],
    ["an unknown type", course({ type: "picnic" }), ["warn type: code-unknown"]],
    ["an unknown target group", course({ targetGroups: ["cats"] }), ["warn targetGroups: code-unknown"]],
    [
      "an unknown assessment",
      credential({ assessmentTypes: ["dance"] }),
      ["warn assessmentTypes: code-unknown"],
    ],
    [
      "attendance as the only assessment",
      course({ assessment: "assessed", assessmentTypes: ["level-of-attendance"] }),
      ["warn assessmentTypes: attendance-only"],
    ],
    [
      "attendance and a quiz",
      course({ assessment: "assessed", assessmentTypes: ["level-of-attendance", "quiz"] }),
      [],
    ],
  ])("%s", (_name, draft, expected) => {
    expect(findings(draft)).toEqual(expected);
  });

  it("drops what is not known and keeps the rest once", () => {
    const content = mended(
      course({
        outcomes: skills(SKILL, unknownSkill, SKILL),
        fields: ["0613", "0613", "9876"],
        type: "picnic",
      }),
    );
    expect(content).toMatchObject({ fields: ["0613"], type: null });
    expect(content.outcomes[0]?.skills).toEqual([{ skillId: SKILL, method: "stated" }]);
  });
});
