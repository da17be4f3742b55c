import type { LintCode, LintFinding } from "@/features/pathways/programme-lint";

type Params = LintFinding["params"];

const credits = (value: string | number | undefined): string => `${Number(value) / 100} ECTS`;

/** What a finding means, and what to do about it. */
const WORDS: Record<LintCode, (params: Params) => string> = {
  "duplicate-node": ({ id }) => `Two parts have the id "${id}". Give each part an id of its own.`,
  "k-larger-than-children": ({ k, children }) =>
    `It asks for ${k} of ${children} parts. Ask for no more than there are.`,
  "empty-pool": () => "Its pool admits nothing, or everything. Say which units may count.",
  "maximum-below-minimum": ({ min, max }) =>
    `Its maximum (${credits(max)}) is below its minimum (${credits(min)}). Correct one of them.`,
  "unreachable-minimum": () =>
    "It asks for more than the units it lists can give. List more units or ask for less.",
  "unreachable-total": ({ most, totalCredits }) =>
    `All parts together give at most ${credits(most)}, the programme asks for ${credits(totalCredits)}.`,
  "level-minimum-above-total": ({ eqf, credits: asked, totalCredits }) =>
    `The minimum at EQF level ${eqf} (${credits(asked)}) is above the total (${credits(totalCredits)}).`,
  "residency-minimum-above-total": ({ credits: asked, totalCredits }) =>
    `The minimum from the awarding body (${credits(asked)}) is above the total (${credits(totalCredits)}).`,
  cycle: () => "The qualification would be needed for itself.",
  "prerequisite-cycle": () => "Its units ask for each other in a circle: check which comes first.",
  "unknown-node": ({ node }) => `There is no part with the id "${node}".`,
  "rule-to-inner-node": ({ node }) =>
    `The rule leads to "${node}", in which nothing counts by itself. Let it lead to one of the parts within.`,
  "validity-ends-before-it-starts": () => "It ends before it begins. Correct one of the days.",
  "sharing-declared-twice": ({ pair }) => `Sharing between the parts ${pair} is declared twice. Keep one.`,
  "duplicate-rule": ({ id }) => `Two rules have the id "${id}". Give each rule an id of its own.`,
  "rule-expired": ({ validTo }) => `The rule ended on ${validTo}: it lets nothing count any more.`,
  "undefined-sharing": ({ with: other }) =>
    `A unit is named here and in ${other}, and nothing says whether it may count in both: it counts once.`,
};

export const lintWords = ({ code, params }: LintFinding): string => WORDS[code](params);
