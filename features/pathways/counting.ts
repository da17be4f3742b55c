import type { Day } from "@/lib/dates";
import { groupBy } from "@/lib/group";
import { type Basis, type Edge, earliest, withoutDominated } from "./edge";
import { addMonths } from "./months";
import type { Certainty, Hundredths, Leaf, MinGrade, ProgrammeVersion, RecognitionRule } from "./programme";
import { leavesOf } from "./requirement-tree";
import { compileSelector } from "./selector";
import type { Achievement, Facts, Unit } from "./unit";

export type RefusalCode =
  | "expired"
  | "not-yet-awarded"
  | "date-not-stated"
  | "too-old"
  | "rule-not-in-force"
  | "grade-not-shown"
  | "assessment-not-shown"
  | "identity-not-shown"
  | "quality-not-shown";

/** Why a way that exists on paper is closed to this item. */
export interface Refusal {
  leaf: string;
  code: RefusalCode;
  rule: string | null;
}

export interface CountingDays {
  /** Rules must be in force, and "application" ages are measured, on this day. */
  applyOn: Day;
  /** "award" ages are measured on this day. */
  awardOn: Day;
}

export interface Counting {
  edges: Edge[];
  refusals: Refusal[];
}

interface Way {
  leaf: Leaf;
  basis: Basis;
  certainty: Certainty;
  credits: Hundredths | "same";
}

/** What may count where. Compiled once a version, then asked for each item. */
export function compileCounting(version: ProgrammeVersion, days: CountingDays) {
  const leaves = leavesOf(version.root).filter((leaf) => leaf.kind !== "manual");
  const pools = leaves.flatMap((leaf) =>
    leaf.kind === "credits" ? [{ leaf, matches: compileSelector(leaf.from) }] : [],
  );
  const items = groupBy(
    leaves.flatMap((leaf) => (leaf.kind === "item" ? [leaf] : [])),
    ({ unit }) => unit,
  );
  const leafById = new Map(leaves.map((leaf) => [leaf.id, leaf]));
  const rules = version.rules.map((rule) => ({ rule, matches: compileSelector(rule.from) }));
  const groups = groupBy(
    version.equivalences.flatMap((group) => group.units.map((unit) => ({ unit, group }))),
    ({ unit }) => unit,
  );
  const recency = version.policy.recency;
  const overrides = (recency?.overrides ?? []).map(({ selector, months }) => ({
    matches: compileSelector(selector),
    months,
  }));

  function waysOf(facts: Facts): Way[] {
    const ways: Way[] = [];
    for (const { leaf, matches } of pools) {
      const match = matches(facts);
      if (match === "no") continue;
      const certainty = match === "named" ? "designed" : (leaf.fits ?? "possible");
      ways.push({ leaf, basis: { kind: match }, certainty, credits: "same" });
    }
    if (facts.unit !== null) {
      for (const leaf of items.get(facts.unit) ?? []) {
        ways.push({ leaf, basis: { kind: "named" }, certainty: "designed", credits: "same" });
      }
      for (const { group } of groups.get(facts.unit) ?? []) {
        const { certainty } = group;
        for (const leaf of group.units.flatMap((unit) => (unit === facts.unit ? [] : namedBy(unit, facts)))) {
          ways.push({ leaf, basis: { kind: "equivalent", group }, certainty, credits: "same" });
        }
      }
    }
    for (const { rule, matches } of rules) {
      if (matches(facts) === "no") continue;
      const { certainty, credits } = rule;
      for (const leaf of targetsOf(rule, facts)) {
        ways.push({ leaf, basis: { kind: "rule", rule }, certainty, credits });
      }
    }
    return ways;
  }

  function namedBy(unit: string, facts: Facts): Leaf[] {
    const standIn = { ...facts, unit };
    const inPools = pools.flatMap(({ leaf, matches }) => (matches(standIn) === "named" ? [leaf] : []));
    return [...(items.get(unit) ?? []), ...inPools];
  }

  function targetsOf({ to }: RecognitionRule, facts: Facts): Leaf[] {
    if ("unit" in to) return namedBy(to.unit, facts);
    const leaf = leafById.get(to.node);
    return leaf ? [leaf] : [];
  }

  function monthsFor(facts: Facts): number | null {
    if (!recency) return null;
    return overrides.find(({ matches }) => matches(facts) !== "no")?.months ?? recency.maxAgeMonths;
  }

  const measuredOn = recency?.countFrom === "award" ? days.awardOn : days.applyOn;

  function ofAchievement(held: Achievement): Counting {
    const edges: Edge[] = [];
    const refusals: Refusal[] = [];
    const months = monthsFor(held);
    for (const way of waysOf(held)) {
      const rule = way.basis.kind === "rule" ? way.basis.rule : null;
      const code = refusalOf(way, held, months);
      if (code) {
        refusals.push({ leaf: way.leaf.id, code, rule: rule?.id ?? null });
        continue;
      }
      const ages = [months, rule?.conditions.maxAgeMonths ?? null].filter((age) => age !== null);
      const until = earliest([
        rule?.validTo ? { day: rule.validTo, because: "rule" } : null,
        held.expiresOn ? { day: held.expiresOn, because: "expiry" } : null,
        ...ages.map((age) =>
          held.awardedOn ? { day: addMonths(held.awardedOn, age), because: "recency" as const } : null,
        ),
      ]);
      const certainty = held.isOwn ? "possible" : way.certainty;
      edges.push({ ...edgeOf(way, held), certainty, until, needs: [] });
    }
    return { edges: withoutDominated(edges), refusals };
  }

  function refusalOf(way: Way, held: Achievement, months: number | null): RefusalCode | null {
    if (held.expiresOn !== null && held.expiresOn < days.applyOn) return "expired";
    if (held.awardedOn !== null && held.awardedOn > days.applyOn) return "not-yet-awarded";
    if (months !== null) {
      if (held.awardedOn === null) return "date-not-stated";
      if (addMonths(held.awardedOn, months) < measuredOn) return "too-old";
    }
    if (way.leaf.kind === "item" && !meetsGrade(held, way.leaf.minGrade)) return "grade-not-shown";
    if (way.basis.kind !== "rule") return null;
    const { conditions, ...rule } = way.basis.rule;
    if (!isInForce(rule, days.applyOn)) return "rule-not-in-force";
    if (!meetsGrade(held, conditions.minGrade)) return "grade-not-shown";
    if (conditions.identityVerified && held.identityVerified !== true) return "identity-not-shown";
    if (conditions.maxAgeMonths !== undefined) {
      if (held.awardedOn === null) return "date-not-stated";
      if (addMonths(held.awardedOn, conditions.maxAgeMonths) < days.applyOn) return "too-old";
    }
    return factsRefusal(way.basis.rule, held);
  }

  function ofUnit(unit: Unit): Edge[] {
    const ways = waysOf(unit);
    if (ways.length === 0) return [];
    const edges: Edge[] = [];
    for (const way of ways) {
      const rule = way.basis.kind === "rule" ? way.basis.rule : null;
      if (rule && (!isInForce(rule, days.applyOn) || factsRefusal(rule, unit))) continue;
      const grade = way.leaf.kind === "item" && way.leaf.minGrade !== undefined;
      const needs: Edge["needs"] = [];
      if (grade || rule?.conditions.minGrade) needs.push("grade");
      if (rule?.conditions.identityVerified) needs.push("identity");
      const until = rule?.validTo ? { day: rule.validTo, because: "rule" as const } : null;
      edges.push({ ...edgeOf(way, unit), until, needs });
    }
    return withoutDominated(edges);
  }

  return { ofAchievement, ofUnit };
}

export type CompiledCounting = ReturnType<typeof compileCounting>;

const edgeOf = ({ leaf, basis, certainty, credits }: Way, facts: Facts) => ({
  leaf: leaf.id,
  basis,
  certainty,
  credits: credits === "same" ? (facts.credits ?? 0) : credits,
});

const isInForce = (rule: Pick<RecognitionRule, "validFrom" | "validTo">, day: Day): boolean =>
  rule.validFrom <= day && (rule.validTo === null || rule.validTo >= day);

function factsRefusal({ conditions }: RecognitionRule, facts: Facts): RefusalCode | null {
  const { assessment, quality } = conditions;
  if (assessment && !assessment.some((type) => facts.assessment.includes(type)))
    return "assessment-not-shown";
  return quality && (facts.quality === null || !quality.includes(facts.quality)) ? "quality-not-shown" : null;
}

function meetsGrade({ grade }: Achievement, min: MinGrade | undefined): boolean {
  if (!min) return true;
  if (grade === null || grade.scale !== min.scale) return false;
  return min.best === "highest" ? grade.value >= min.value : grade.value <= min.value;
}
