import type { Policy, ProgrammeVersion, RecognitionRule, RecordId, Requirement, Selector } from "./programme";
import { leavesOf } from "./requirement-tree";
import type { Prerequisite } from "./unit";

/** "unit": a credential or a course. "body": a provider that teaches, awards, decides or checks. */
export type RecordRole = "unit" | "body";

/** The programme with another name for each record: keys of references become record ids, or the other way round. */
export function renameRecords(
  programme: ProgrammeVersion,
  rename: (record: RecordId, role: RecordRole) => RecordId,
): ProgrammeVersion {
  const unit = (record: RecordId) => rename(record, "unit");
  const body = (record: RecordId) => rename(record, "body");

  function selector(from: Selector): Selector {
    return {
      ...from,
      ...(from.anyOf && { anyOf: from.anyOf.map(selector) }),
      ...(from.allOf && { allOf: from.allOf.map(selector) }),
      ...(from.not && { not: selector(from.not) }),
      ...(from.units && { units: from.units.map(unit) }),
      ...(from.providers && { providers: from.providers.map(body) }),
    };
  }

  function requirement(node: Requirement): Requirement {
    switch (node.kind) {
      case "all":
      case "atLeast":
        return { ...node, of: node.of.map(requirement) };
      case "credits":
        return { ...node, from: selector(node.from) };
      case "item":
        return { ...node, unit: unit(node.unit) };
      case "manual":
        return { ...node, checkedBy: body(node.checkedBy) };
      case "outcome":
        return node;
    }
  }

  function rule(given: RecognitionRule): RecognitionRule {
    return {
      ...given,
      from: selector(given.from),
      to: "unit" in given.to ? { unit: unit(given.to.unit) } : given.to,
      decisionBody: body(given.decisionBody),
    };
  }

  const [first, ...others] = programme.awardingBodies;
  return {
    ...programme,
    qualification: unit(programme.qualification),
    awardingBodies: [body(first), ...others.map(body)],
    root: requirement(programme.root),
    policy: policyWith(programme.policy, { unit, body, selector }),
    rules: programme.rules.map(rule),
    equivalences: programme.equivalences.map((group) => ({
      ...group,
      units: group.units.map(unit),
      decisionBody: body(group.decisionBody),
    })),
    ...(programme.prerequisites && {
      prerequisites: programme.prerequisites.map((each) => ({
        unit: unit(each.unit),
        requires: prerequisiteWith(each.requires, unit),
      })),
    }),
  };
}

function prerequisiteWith(asked: Prerequisite, unit: (record: RecordId) => RecordId): Prerequisite {
  if (asked.kind === "unit") return { ...asked, unit: unit(asked.unit) };
  return "of" in asked ? { ...asked, of: asked.of.map((each) => prerequisiteWith(each, unit)) } : asked;
}

function policyWith(
  policy: Policy,
  {
    unit,
    body,
    selector,
  }: {
    unit: (record: RecordId) => RecordId;
    body: (record: RecordId) => RecordId;
    selector: (from: Selector) => Selector;
  },
): Policy {
  const { recency, providerMaxima, exclusions } = policy;
  return {
    ...policy,
    providerMaxima: providerMaxima.map((each) => ({ ...each, provider: body(each.provider) })),
    recency: recency && {
      ...recency,
      overrides: recency.overrides.map((each) => ({ ...each, selector: selector(each.selector) })),
    },
    exclusions: exclusions.map((each) => ({ ...each, units: each.units.map(unit) })),
  };
}

export interface NamedRecordRole {
  record: RecordId;
  role: RecordRole;
  /** A part of the tree asks for it by name. */
  isInTree: boolean;
}

/** Every record that a programme names, each once in each role. */
export function recordsNamedBy(programme: ProgrammeVersion): NamedRecordRole[] {
  const inTree = new Set(unitsInTree(programme.root));
  const found = new Map<string, NamedRecordRole>();
  renameRecords(programme, (record, role) => {
    found.set(`${role} ${record}`, { record, role, isInTree: role === "unit" && inTree.has(record) });
    return record;
  });
  return [...found.values()];
}

/** Units that a part of the tree lists: what stacks into the qualification by design. */
export function unitsInTree(root: Requirement): RecordId[] {
  return leavesOf(root).flatMap((leaf) =>
    leaf.kind === "item" ? [leaf.unit] : leaf.kind === "credits" ? listedIn(leaf.from) : [],
  );
}

const listedIn = ({ units = [], anyOf = [], allOf = [] }: Selector): RecordId[] => [
  ...units,
  ...[...anyOf, ...allOf].flatMap(listedIn),
];
