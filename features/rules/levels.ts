import type { LearningFacts } from "@/features/courses/schema";
import type { CredentialContent } from "@/features/credentials/schema";
import { levelOfCycle, parseEqfLevel } from "@/features/vocabularies/eqf";
import type { Remark, Rule } from "./rule";

const NQF_ADDRESS = /^http:\/\/data\.europa\.eu\/snb\/qdr\/c_[0-9a-z]+$/;

export function eqfIsALevel<C extends LearningFacts>(content: C, remark: Remark): C {
  if (content.eqf !== null && parseEqfLevel(content.eqf) === null) {
    remark("refuse", "eqf", "level-range", `EQF level ${content.eqf} does not exist: levels are 1 to 8.`);
  }
  return content;
}

/** QF-EHEA: short cycle 5, first 6, second 7, third 8. */
export function cycleMatchesLevel<C extends LearningFacts>(content: C, remark: Remark): C {
  const { cycle, eqf } = content;
  if (cycle !== null && eqf !== null && levelOfCycle(cycle) !== eqf) {
    remark(
      "warn",
      "cycle",
      "cycle-mismatch",
      `The ${cycle} cycle is EQF level ${levelOfCycle(cycle)}, the level stated is ${eqf}. Correct one of them.`,
    );
  }
  return content;
}

export function nqfIsAnAddress<C extends LearningFacts>(content: C, remark: Remark): C {
  if (content.nqf === null || NQF_ADDRESS.test(content.nqf)) return content;
  remark(
    "warn",
    "nqf",
    "nqf-unknown",
    `"${content.nqf}" is not the address of a national level; it was left out. Use http://data.europa.eu/snb/qdr/c_….`,
  );
  return { ...content, nqf: null };
}

export const outsideFrameworkHasNoLevel: Rule<CredentialContent> = (content, remark) => {
  if (!content.isOutsideFramework || (content.eqf === null && content.nqf === null)) return content;
  remark(
    "warn",
    "isOutsideFramework",
    "level-outside-framework",
    "It has a level and is said to be outside every framework; the level counts.",
  );
  return { ...content, isOutsideFramework: false };
};
