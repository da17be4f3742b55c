import type { LearningFacts, Outcome, SkillLink } from "@/features/courses/schema";
import { isUuid } from "@/lib/uuid";
import type { Facts, Remark } from "./rule";
import { knownTexts } from "./texts";

/** A longer one is a pasted syllabus. */
const LONGEST = 1_000;

interface WithOutcomes extends LearningFacts {
  outcomes: readonly Outcome[];
  /** Of a course: what it leads to. */
  credentials?: readonly unknown[];
}

/** A course that leads to a credential may leave its outcomes to that. */
export function outcomesAreStated<C extends WithOutcomes>(content: C, remark: Remark, facts: Facts): C {
  const outcomes = content.outcomes.flatMap((outcome) => {
    const text = knownTexts(outcome.text, "outcomes", remark);
    return text ? [{ text, skills: knownSkills(outcome.skills, remark, facts) }] : [];
  });
  if (outcomes.length === 0 && (content.credentials ?? []).length === 0) {
    remark(
      "warn",
      "outcomes",
      "outcomes-missing",
      "No learning outcome is stated. Say what a person knows and can do at the end.",
    );
  }
  for (const [position, { text }] of outcomes.entries()) {
    const longest = Math.max(...Object.values(text).map((words) => words.length));
    if (longest > LONGEST) {
      remark(
        "warn",
        "outcomes",
        "outcome-long",
        `Outcome ${position + 1} has ${longest} characters. Split it into outcomes of a sentence each.`,
      );
    }
  }
  return { ...content, outcomes };
}

function knownSkills(links: readonly SkillLink[], remark: Remark, facts: Facts): SkillLink[] {
  const distinct = new Map(links.map((link) => [link.skillId, link]));
  return [...distinct.values()].filter(({ skillId }) => {
    const isKnown = isUuid(skillId) && facts.knownSkills.has(skillId);
    if (!isKnown) {
      remark(
        "warn",
        "outcomes",
        "skill-unknown",
        `The ESCO skill ${skillId} is not in the version kept here; the link was left out.`,
      );
    }
    return isKnown;
  });
}
