import type { CredentialDetail } from "./view";

/** The standard elements of Annex I of Council Recommendation 2022/C 243/02: eleven mandatory, five optional ones. */
export const MANDATORY_ELEMENTS = [
  "learner",
  "title",
  "country",
  "awarding-body",
  "issue-date",
  "outcomes",
  "workload",
  "level",
  "assessment",
  "participation",
  "quality-assurance",
] as const;

export const OPTIONAL_ELEMENTS = [
  "prerequisites",
  "supervision",
  "grade",
  "stackability",
  "further-information",
] as const;

export type ElementName = (typeof MANDATORY_ELEMENTS)[number] | (typeof OPTIONAL_ELEMENTS)[number];
export type ElementState = "stated" | "not-stated" | "on-issued-credential";

export interface StandardElement {
  name: ElementName;
  state: ElementState;
}

type Offer = Pick<CredentialDetail, "content" | "outcomes" | "awardingBodies">;

/** What counts as stated, element by element; null for what only a credential given to someone can hold. */
const IS_STATED: Readonly<Record<ElementName, ((offer: Offer) => boolean) | null>> = {
  learner: null,
  title: ({ content }) => Object.values(content.title).some((text) => text.trim() !== ""),
  country: ({ awardingBodies }) => awardingBodies.length > 0,
  "awarding-body": ({ awardingBodies }) => awardingBodies.length > 0,
  "issue-date": null,
  outcomes: ({ outcomes }) => outcomes.length > 0,
  workload: ({ content }) => content.ectsHundredths !== null || content.hoursMin !== null,
  // "If applicable": a declared place outside every framework states it too.
  level: ({ content }) =>
    content.eqf !== null || content.nqf !== null || content.cycle !== null || content.isOutsideFramework,
  assessment: ({ content }) => content.assessment !== "unknown" || content.assessmentTypes.length > 0,
  participation: ({ content }) => content.modes.length > 0,
  "quality-assurance": ({ content }) => content.qualityAssurance !== null,
  prerequisites: ({ content }) => content.prerequisites !== null,
  supervision: ({ content }) => content.supervision !== "not-stated",
  grade: null,
  stackability: ({ content }) => content.stackability !== "not-stated",
  "further-information": ({ content }) => content.homepage !== null || content.validity !== null,
};

export function standardElements(offer: Offer): {
  mandatory: StandardElement[];
  optional: StandardElement[];
  /** Of the mandatory elements that an offer can state: how many it does. */
  stated: number;
  statable: number;
} {
  const element = (name: ElementName): StandardElement => ({ name, state: stateOf(name, offer) });
  const mandatory = MANDATORY_ELEMENTS.map(element);
  return {
    mandatory,
    optional: OPTIONAL_ELEMENTS.map(element),
    stated: mandatory.filter(({ state }) => state === "stated").length,
    statable: mandatory.filter(({ state }) => state !== "on-issued-credential").length,
  };
}

function stateOf(name: ElementName, offer: Offer): ElementState {
  const isStated = IS_STATED[name];
  if (!isStated) return "on-issued-credential";
  return isStated(offer) ? "stated" : "not-stated";
}
