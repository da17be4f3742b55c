import type { ElementName } from "@/features/credentials/standard-elements";
import { standardElements } from "@/features/credentials/standard-elements";
import type { CredentialDetail } from "@/features/credentials/view";
import type { ComparedElement, ElementVerdict } from "./view";

/**
 * What of an element can be compared without reading: equal texts of this are the same. Null: it is stated in words. Level
 * and credits are those that are shown, an authority's where there is one.
 */
const COMPARED: Readonly<Record<ElementName, ((credential: CredentialDetail) => unknown) | null>> = {
  learner: null,
  title: null,
  country: ({ awardingBodies }) => sorted(awardingBodies.map(({ country }) => country)),
  "awarding-body": ({ awardingBodies }) => sorted(awardingBodies.map(({ id }) => id)),
  "issue-date": null,
  outcomes: null,
  workload: ({ content, judgement }) =>
    judgement.credits.ectsHundredths ?? [content.hoursMin, content.hoursMax, "hours"],
  level: ({ judgement: { level } }) => level.eqf ?? [level.nqf, level.cycle, level.isOutsideFramework],
  assessment: ({ content }) => [content.assessment, sorted(content.assessmentTypes)],
  participation: ({ content }) => sorted(content.modes),
  "quality-assurance": null,
  prerequisites: null,
  supervision: ({ content }) => content.supervision,
  grade: null,
  stackability: ({ content }) => content.stackability,
  "further-information": null,
};

/** The elements of the European standard, in their order, of two credentials. */
export function compareElements(
  a: CredentialDetail,
  b: CredentialDetail,
): { mandatory: ComparedElement[]; optional: ComparedElement[] } {
  const [first, second] = [standardElements(a), standardElements(b)];
  const compared = (part: "mandatory" | "optional"): ComparedElement[] =>
    first[part].map(({ name, state }, at) => {
      const other = second[part][at]?.state ?? "not-stated";
      return { name, first: state, second: other, verdict: verdictOf(name, state, other, a, b) };
    });
  return { mandatory: compared("mandatory"), optional: compared("optional") };
}

function verdictOf(
  name: ElementName,
  first: ComparedElement["first"],
  second: ComparedElement["second"],
  a: CredentialDetail,
  b: CredentialDetail,
): ElementVerdict {
  if (first === "on-issued-credential" || second === "on-issued-credential") return null;
  if (first !== second) return "one";
  if (first === "not-stated") return "none";
  const comparable = COMPARED[name];
  if (!comparable) return "text";
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b)) ? "same" : "different";
}

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();
