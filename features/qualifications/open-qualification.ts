import type { AddressOf } from "@/features/courses/open-course";
import { toEcts, toOpenRecord } from "@/features/record-names/open-record";
import type {
  CountingUnit,
  CountsTowards,
  PartView,
  PrerequisiteView,
  QualificationDetail,
  QualificationRef,
  QualificationSummary,
  RequirementView,
  SelectorView,
} from "./view";

/** A qualification as `GET /api/v1/qualifications` lists it. */
export function toOpenQualification(qualification: QualificationSummary, addressOf: AddressOf) {
  return {
    ...toOpenQualificationRef(qualification, addressOf),
    defaultLanguage: qualification.defaultLanguage,
    kind: qualification.kind,
    awardingBodies: qualification.awardingBodies.map((body) => toOpenRecord(body, addressOf)),
    version: qualification.version,
    countedUnits: qualification.countedUnits,
    sample: qualification.isSample,
    updatedAt: qualification.updatedAt.toISOString(),
  };
}

export function toOpenQualificationRef(
  { id, slug, title, eqf, totalCredits }: QualificationRef,
  addressOf: AddressOf,
) {
  return { id, slug, url: addressOf("qualification", slug), title, eqf, ects: toEcts(totalCredits) };
}

/** A qualification with its tree, policies, rules and what counts, as `GET /api/v1/qualifications/{id}` gives it. */
export function toOpenQualificationDetail(qualification: QualificationDetail, addressOf: AddressOf) {
  const { policy, shown } = qualification;
  const record = (named: Parameters<typeof toOpenRecord>[0]) => toOpenRecord(named, addressOf);
  return {
    ...toOpenQualification(qualification, addressOf),
    status: qualification.status,
    description: qualification.description,
    programme: shown,
    versions: qualification.versions,
    root: toOpenPart(qualification.root, addressOf),
    policy: {
      levelMinima: policy.levelMinima.map(({ eqf, credits }) => ({ eqf, ects: toEcts(credits) })),
      minEctsFromAwardingBody: toEcts(policy.minFromAwardingBody),
      maxRecognisedEcts: toEcts(policy.maxRecognised),
      maxRecognisedPercent: policy.maxRecognisedPercent,
      providerMaxima: policy.providerMaxima.map(({ provider, credits }) => ({
        provider: record(provider),
        ects: toEcts(credits),
      })),
      recency: policy.recency && {
        ...policy.recency,
        overrides: policy.recency.overrides.map(({ selector, months }) => ({
          selector: toOpenSelector(selector, addressOf),
          months,
        })),
      },
      sharing: policy.sharing.map((each) =>
        each.mode === "upTo"
          ? { between: each.between, mode: each.mode, ects: toEcts(each.credits) }
          : { between: each.between, mode: each.mode },
      ),
      maxEctsSharedWithOtherAwards: toEcts(policy.maxSharedWithOtherAwards),
      exclusions: policy.exclusions.map(({ units, maxCount }) => ({ units: units.map(record), maxCount })),
    },
    rules: qualification.rules.map(({ from, to, credits, decider, ...rule }) => ({
      ...rule,
      from: toOpenSelector(from, addressOf),
      to: "unit" in to ? { unit: record(to.unit) } : to,
      ects: credits === "same" ? credits : toEcts(credits),
      decidedBy: record(decider),
    })),
    equivalences: qualification.equivalences.map(({ units, decider, ...group }) => ({
      ...group,
      units: units.map(record),
      decidedBy: record(decider),
    })),
    prerequisites: qualification.prerequisites.map(({ unit, requires }) => ({
      unit: record(unit),
      requires: toOpenPrerequisite(requires, addressOf),
    })),
    programmeSource: qualification.programmeSource,
    source: qualification.source,
  };
}

function toOpenPrerequisite(asked: PrerequisiteView, addressOf: AddressOf): object {
  if (asked.kind === "unit") return { ...asked, unit: toOpenRecord(asked.unit, addressOf) };
  return "of" in asked
    ? { ...asked, of: asked.of.map((each) => toOpenPrerequisite(each, addressOf)) }
    : asked;
}

function toOpenPart(part: PartView, addressOf: AddressOf): object {
  const { counting } = part;
  const unit = (each: CountingUnit) => toOpenCounting(each, addressOf);
  return {
    id: part.id,
    title: part.title,
    ...toOpenRequirement(part.requirement, addressOf),
    ...(part.children.length > 0 && { parts: part.children.map((child) => toOpenPart(child, addressOf)) }),
    ...(counting && {
      counted: counting.counted.map(unit),
      countedTotal: counting.countedTotal,
      possible: counting.possible.map(unit),
      possibleTotal: counting.possibleTotal,
    }),
  };
}

export function toOpenRequirement(requirement: RequirementView, addressOf: AddressOf) {
  switch (requirement.kind) {
    case "credits": {
      const { minCredits, maxCredits, from, ...rest } = requirement;
      return {
        ...rest,
        minEcts: toEcts(minCredits),
        maxEcts: toEcts(maxCredits),
        from: toOpenSelector(from, addressOf),
      };
    }
    case "item":
      return { ...requirement, unit: toOpenRecord(requirement.unit, addressOf) };
    case "manual":
      return { ...requirement, checkedBy: toOpenRecord(requirement.checkedBy, addressOf) };
    case "outcome":
      return { kind: requirement.kind, skill: requirement.skill.uri, minLevel: requirement.minLevel };
    default:
      return requirement;
  }
}

function toOpenSelector(
  { anyOf, allOf, not, units, providers, teaches, ...plain }: SelectorView,
  addressOf: AddressOf,
): object {
  const inner = (selector: SelectorView) => toOpenSelector(selector, addressOf);
  return {
    ...plain,
    ...(anyOf && { anyOf: anyOf.map(inner) }),
    ...(allOf && { allOf: allOf.map(inner) }),
    ...(not && { not: inner(not) }),
    ...(units && { units: units.map((unit) => toOpenRecord(unit, addressOf)) }),
    ...(providers && { providers: providers.map((provider) => toOpenRecord(provider, addressOf)) }),
    ...(teaches && { teaches: teaches.map(({ uri }) => uri) }),
  };
}

function toOpenCounting({ unit, credits, eqf, decider, ...ground }: CountingUnit, addressOf: AddressOf) {
  return {
    unit: toOpenRecord(unit, addressOf),
    ects: toEcts(credits),
    eqf,
    ...ground,
    decidedBy: toOpenRecord(decider, addressOf),
  };
}

/** What a course or credential counts towards, as its own page of the API gives it. */
export function toOpenCountsTowards({ towards, notTowards, more }: CountsTowards, addressOf: AddressOf) {
  return {
    countsTowards: towards.map(({ qualification, via, decider, credits, ...row }) => ({
      qualification: toOpenQualificationRef(qualification, addressOf),
      ...row,
      ects: toEcts(credits),
      via: via && toOpenRecord(via, addressOf),
      decidedBy: toOpenRecord(decider, addressOf),
    })),
    countsTowardsMore: more,
    notTowards: notTowards.map(({ qualification, via, decider, ...row }) => ({
      qualification: toOpenQualificationRef(qualification, addressOf),
      ...row,
      via: via && toOpenRecord(via, addressOf),
      decidedBy: toOpenRecord(decider, addressOf),
    })),
  };
}
