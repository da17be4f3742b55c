import type { CourseContent } from "@/features/courses/schema";
import { calendarDays, parseIsoDuration } from "@/features/exchange/iso-duration";
import { languages } from "@/features/vocabularies/languages";
import { learningOpportunityTypes } from "@/features/vocabularies/learning-opportunity-types";
import { learningSettings } from "@/features/vocabularies/learning-settings";
import { targetGroups } from "@/features/vocabularies/target-groups";
import type { LanguageMap } from "@/lib/language-map";
import { toFields, toHours } from "./credential-draft";
import { type ElmGraph, type ElmNode, follow } from "./node";
import { Remarks } from "./remarks";
import { toRun } from "./run";
import { noteText, oneLine, prose, webAddress } from "./texts";

/** Learning opportunities with one provider and one specification: the runs of one course. */
export interface OpportunityGroup {
  id: string;
  opportunities: [ElmNode, ...ElmNode[]];
}

/** Groups in the order of their first opportunity. One that links to nothing stands alone. */
export function groupOpportunities(graph: ElmGraph): OpportunityGroup[] {
  const groups = new Map<string, OpportunityGroup>();
  for (const node of graph.nodes.values()) {
    if (node.type !== "LearningOpportunity") continue;
    const [provider] = node.links("providedBy");
    const [specification] = node.links("learningAchievementSpecification");
    const id =
      provider === undefined || specification === undefined ? node.id : `${specification} | ${provider}`;
    const group = groups.get(id);
    if (group) group.opportunities.push(node);
    else groups.set(id, { id, opportunities: [node] });
  }
  return [...groups.values()];
}

/**
 * The course of a group. Level, credits, outcomes and assessment stay with the credential, from which a course has them;
 * what the opportunities say differently is that of the specification, or of the first.
 */
export function toCourse(
  graph: ElmGraph,
  { opportunities }: OpportunityGroup,
  remarks: Remarks,
): CourseContent {
  const [first] = opportunities;
  const [specification = null] = follow(graph, first, "learningAchievementSpecification");
  const isDescribed = specification !== null && specification.type !== "QualificationReference";
  if (!isDescribed) {
    const message = "leads to a qualification that is described elsewhere: no credential was recorded.";
    remarks.add("warn", first, "learningAchievementSpecification", "described-elsewhere", message);
  }
  if (first.links("providedBy").length > 1) {
    remarks.add(
      "warn",
      first,
      "providedBy",
      "first-of-several",
      "names several providers: the first was kept.",
    );
  }
  const title =
    shared(opportunities.map((node) => oneLine(node.lang("title")))) ??
    oneLine(specification?.lang("title") ?? null) ??
    oneLine(first.lang("title")) ??
    {};
  // What is wrong with the specification is said of the credential.
  const silent = new Remarks(graph);
  const hours = specification === null ? null : toHours(specification, silent);
  return {
    provider: first.links("providedBy")[0] ?? "",
    defaultLanguage: defaultLanguage(first, title, remarks),
    title,
    summary: null,
    description:
      shared(opportunities.map((node) => prose(node.lang("description")))) ??
      prose(first.lang("description")),
    fields: specification === null ? [] : toFields(specification),
    ectsHundredths: null,
    hoursMin: hours,
    hoursMax: hours,
    eqf: null,
    nqf: null,
    cycle: null,
    assessment: "unknown",
    assessmentTypes: [],
    supervision: "not-stated",
    prerequisites: specification === null ? null : noteText(specification, "entryRequirement"),
    durationDays: toDuration(opportunities, remarks),
    targetGroups: specification === null ? [] : remarks.listed(specification, "targetGroup", targetGroups),
    learningSetting:
      (specification === null ? [] : remarks.listed(specification, "learningSetting", learningSettings))[0] ??
      "not-stated",
    type: remarks.listed(first, "type", learningOpportunityTypes)[0] ?? null,
    homepage: webAddress(first, "homepage"),
    hasNoCredential: false,
    outcomes: [],
    runs: opportunities.map((node) => toRun(graph, node, specification, remarks)),
    credentials: isDescribed
      ? [{ credential: specification.id, needs: "this-course", neededCount: null }]
      : [],
  };
}

/** The text that all of them have; null where they differ. */
function shared(maps: readonly (LanguageMap | null)[]): LanguageMap | null {
  const [first = null] = maps;
  const key = (map: LanguageMap | null) => JSON.stringify(Object.entries(map ?? {}).sort());
  return maps.every((map) => key(map) === key(first)) ? first : null;
}

function defaultLanguage(node: ElmNode, title: LanguageMap, remarks: Remarks): string {
  const [declared] = remarks.listed(node, "defaultLanguage", languages);
  const [first = "en"] = Object.keys(title);
  if (declared === undefined || title[declared] !== undefined) return declared ?? first;
  const message = `is "${declared}", in which there is no title: "${first}" was taken. Add the title or name another language.`;
  remarks.add("warn", node, "defaultLanguage", "default-language", message);
  return first;
}

function toDuration(opportunities: readonly ElmNode[], remarks: Remarks): number | null {
  const days = opportunities.flatMap((node) => {
    const duration = parseIsoDuration(node.text("duration") ?? "");
    return duration === null ? [] : [calendarDays(duration)];
  });
  const [first = null, ...others] = days;
  const [node] = opportunities;
  if (node !== undefined && others.some((other) => other !== first)) {
    return remarks.add(
      "hint",
      node,
      "duration",
      "differs",
      "differs between the runs of the course: left out.",
    );
  }
  return first;
}
