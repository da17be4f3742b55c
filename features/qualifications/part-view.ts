import type { Policy, ProgrammeVersion, Requirement, Selector } from "@/features/pathways/programme";
import type { VersionRow } from "@/features/pathways/queries";
import { childrenOf, isLeaf, nodesOf } from "@/features/pathways/requirement-tree";
import type { Prerequisite } from "@/features/pathways/unit";
import type { NameOf } from "@/features/record-names/names";
import type { Day } from "@/lib/dates";
import type {
  EquivalenceView,
  PartCounting,
  PartView,
  PolicyView,
  PrerequisiteView,
  RequirementView,
  RuleView,
  SelectorView,
  SkillName,
  VersionRef,
} from "./view";

/** What is called how: records by id or reference key, skills by URI. */
export interface Names {
  nameOf: NameOf;
  skillOf: (uri: string) => SkillName;
}

const NOTHING: PartCounting = { counted: [], countedTotal: 0, possible: [], possibleTotal: 0 };

export function toPartView(
  node: Requirement,
  names: Names,
  countingIn: ReadonlyMap<string, PartCounting>,
): PartView {
  return {
    id: node.id,
    title: node.title,
    requirement: toRequirementView(node, names),
    children: childrenOf(node).map((child) => toPartView(child, names, countingIn)),
    counting: isLeaf(node) && node.kind !== "manual" ? (countingIn.get(node.id) ?? NOTHING) : null,
  };
}

export function toRequirementView(node: Requirement, names: Names): RequirementView {
  switch (node.kind) {
    case "all":
      return { kind: "all", of: node.of.length };
    case "atLeast":
      return { kind: "atLeast", k: node.k, of: node.of.length };
    case "credits":
      return {
        kind: "credits",
        minCredits: node.minCredits,
        maxCredits: node.maxCredits ?? null,
        minItems: node.minItems ?? null,
        distinctFields: node.distinctFields ?? null,
        from: toSelectorView(node.from, names),
        fits: node.fits ?? "possible",
      };
    case "item":
      return { kind: "item", unit: names.nameOf(node.unit), minGrade: node.minGrade ?? null };
    case "outcome":
      return { kind: "outcome", skill: names.skillOf(node.skill), minLevel: node.minLevel ?? null };
    case "manual":
      return { kind: "manual", text: node.text, checkedBy: names.nameOf(node.checkedBy) };
  }
}

export function toSelectorView(
  { anyOf, allOf, not, units, providers, teaches, ...plain }: Selector,
  names: Names,
): SelectorView {
  return {
    ...plain,
    ...(anyOf && { anyOf: anyOf.map((each) => toSelectorView(each, names)) }),
    ...(allOf && { allOf: allOf.map((each) => toSelectorView(each, names)) }),
    ...(not && { not: toSelectorView(not, names) }),
    ...(units && { units: units.map(names.nameOf) }),
    ...(providers && { providers: providers.map(names.nameOf) }),
    ...(teaches && { teaches: teaches.map(names.skillOf) }),
  };
}

export function toPolicyView(policy: Policy, names: Names): PolicyView {
  const { levelMinima, residency, providerMaxima, recency, sharing, exclusions } = policy;
  return {
    levelMinima,
    minFromAwardingBody: residency.minFromAwardingBody ?? null,
    maxRecognised: residency.maxRecognised ?? null,
    maxRecognisedPercent: residency.maxRecognisedPercent ?? null,
    providerMaxima: providerMaxima.map(({ provider, credits }) => ({
      provider: names.nameOf(provider),
      credits,
    })),
    recency: recency && {
      ...recency,
      overrides: recency.overrides.map(({ selector, months }) => ({
        selector: toSelectorView(selector, names),
        months,
      })),
    },
    sharing,
    maxSharedWithOtherAwards: policy.maxSharedWithOtherAwards ?? null,
    exclusions: exclusions.map(({ units, maxCount }) => ({ units: units.map(names.nameOf), maxCount })),
  };
}

export function toRuleViews(programme: ProgrammeVersion, names: Names, today: Day): RuleView[] {
  const titles = new Map([...nodesOf(programme.root)].map(({ id, title }) => [id, title]));
  return programme.rules.map(({ from, to, decisionBody, ...rule }) => ({
    ...rule,
    from: toSelectorView(from, names),
    to:
      "unit" in to
        ? { unit: names.nameOf(to.unit) }
        : { part: { id: to.node, title: titles.get(to.node) ?? {} } },
    decider: names.nameOf(decisionBody),
    state:
      rule.validFrom > today
        ? "to-come"
        : rule.validTo !== null && rule.validTo < today
          ? "expired"
          : "in-force",
  }));
}

export const toEquivalenceViews = (
  { equivalences }: ProgrammeVersion,
  { nameOf }: Names,
): EquivalenceView[] =>
  equivalences.map(({ decisionBody, units, ...group }) => ({
    ...group,
    units: units.map(nameOf),
    decider: nameOf(decisionBody),
  }));

export function toPrerequisiteView(asked: Prerequisite, names: Names): PrerequisiteView {
  switch (asked.kind) {
    case "unit":
      return { kind: "unit", unit: names.nameOf(asked.unit) };
    case "all":
    case "atLeast":
      return { ...asked, of: asked.of.map((each) => toPrerequisiteView(each, names)) };
    case "manual":
      return asked;
  }
}

export function toVersionRef(row: VersionRow, currentId: string | null, today: Day): VersionRef {
  const { id, version, validFrom, validTo, changes, publishedAt } = row;
  const state = id === currentId ? "current" : validFrom > today ? "to-come" : "past";
  return { version, validFrom, validTo, state, changes, publishedAt };
}

/** URIs of the skills that a programme speaks of. */
export function skillsNamedBy({ root, policy, rules }: ProgrammeVersion): string[] {
  const inSelector = ({ teaches = [], anyOf = [], allOf = [], not }: Selector): string[] => [
    ...teaches,
    ...[...anyOf, ...allOf, ...(not ? [not] : [])].flatMap(inSelector),
  ];
  return [
    ...[...nodesOf(root)].flatMap((node) =>
      node.kind === "outcome" ? [node.skill] : node.kind === "credits" ? inSelector(node.from) : [],
    ),
    ...(policy.recency?.overrides ?? []).flatMap(({ selector }) => inSelector(selector)),
    ...rules.flatMap(({ from }) => inSelector(from)),
  ];
}
