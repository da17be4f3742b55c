import type { MinGrade, RecognitionRule, Requirement, Selector } from "@/features/pathways/programme";
import type { Achievement, Facts } from "@/features/pathways/unit";
import type { PlanCount } from "@/features/planning/plan";
import type { PlanInput } from "@/features/planning/plan-input";
import type { CheckedItem, Violation } from "./checker";

/** Whether one item may count in one leaf as the plan says, read from the records again. */
export function checkEdge(input: PlanInput, item: CheckedItem, count: PlanCount): Violation[] {
  const leaf = find(input.version.root, count.leaf);
  const held = input.held.find(({ id }) => item.isHeld && `held:${id}` === item.id) ?? null;
  const holds =
    leaf !== null &&
    isOnGround(input, item.facts, leaf, count, held) &&
    (held === null || isValid(input, held)) &&
    (leaf.kind !== "item" || held === null || hasGrade(held, leaf.minGrade)) &&
    (!held?.isOwn || count.certainty === "possible");
  return holds ? [] : [{ code: "edge-does-not-hold", subject: `${item.id} in ${count.leaf}` }];
}

function isOnGround(
  { version, rules, now }: PlanInput,
  facts: Facts,
  leaf: Requirement,
  { basis, credits, certainty }: PlanCount,
  held: Achievement | null,
): boolean {
  const own = credits === (facts.credits ?? 0);
  const isSaid = (stated: string) =>
    certainty === stated || (held?.isOwn === true && certainty === "possible");
  switch (basis.kind) {
    case "named":
      return own && isSaid("designed") && isNamed(leaf, facts, facts.unit);
    case "fits":
      return (
        own &&
        leaf.kind === "credits" &&
        meets(leaf.from, facts, facts.unit) &&
        isSaid(isNamed(leaf, facts, facts.unit) ? "designed" : (leaf.fits ?? "possible"))
      );
    case "equivalent": {
      const group = version.equivalences.find(({ id }) => id === basis.group.id);
      const others = group?.units.filter((unit) => unit !== facts.unit) ?? [];
      return (
        own &&
        group !== undefined &&
        isSaid(group.certainty) &&
        facts.unit !== null &&
        group.units.includes(facts.unit) &&
        others.some((unit) => isNamed(leaf, facts, unit))
      );
    }
    case "rule": {
      const rule = [...version.rules, ...rules].find((each) => each === basis.rule);
      if (!rule || !isSaid(rule.certainty) || !meets(rule.from, facts, facts.unit)) return false;
      const reaches = "node" in rule.to ? rule.to.node === leaf.id : isNamed(leaf, facts, rule.to.unit);
      const awarded = rule.credits === "same" ? (facts.credits ?? 0) : rule.credits;
      return reaches && credits === awarded && meetsConditions(rule, facts, held, now);
    }
  }
}

function meetsConditions(
  rule: RecognitionRule,
  facts: Facts,
  held: Achievement | null,
  now: string,
): boolean {
  const { minGrade, maxAgeMonths, assessment, identityVerified, quality } = rule.conditions;
  if (now < rule.validFrom || (rule.validTo !== null && now > rule.validTo)) return false;
  if (assessment && !facts.assessment.some((type) => assessment.includes(type))) return false;
  if (quality && !(facts.quality !== null && quality.includes(facts.quality))) return false;
  if (held === null) return true;
  if (identityVerified && !held.identityVerified) return false;
  return hasGrade(held, minGrade) && (maxAgeMonths === undefined || isYounger(held, maxAgeMonths, now));
}

function isValid({ version, now, limits }: PlanInput, held: Achievement): boolean {
  if (held.expiresOn !== null && held.expiresOn < now) return false;
  if (held.awardedOn !== null && held.awardedOn > now) return false;
  const { recency } = version.policy;
  if (!recency) return true;
  const override = recency.overrides.find(({ selector }) => meets(selector, held, held.unit));
  const day = recency.countFrom === "award" ? (limits.finishBy ?? now) : now;
  return isYounger(held, override?.months ?? recency.maxAgeMonths, day);
}

/** Whole months between two days, counted the other way round than where the limit is computed as a day. */
function isYounger({ awardedOn }: Achievement, months: number, day: string): boolean {
  if (awardedOn === null) return false;
  const [fromYear = 0, fromMonth = 0, fromDate = 0] = awardedOn.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDate = 0] = day.split("-").map(Number);
  const passed = (toYear - fromYear) * 12 + (toMonth - fromMonth);
  if (passed !== months) return passed < months;
  const lastOfMonth = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return toDate <= Math.min(fromDate, lastOfMonth);
}

function hasGrade({ grade }: Achievement, min: MinGrade | undefined): boolean {
  if (min === undefined) return true;
  if (grade?.scale !== min.scale) return false;
  return min.best === "lowest" ? grade.value <= min.value : grade.value >= min.value;
}

/** True where the leaf names the unit, itself or through a selector that lists it. */
function isNamed(leaf: Requirement, facts: Facts, unit: string | null): boolean {
  if (unit === null) return false;
  if (leaf.kind === "item") return leaf.unit === unit;
  return leaf.kind === "credits" && meets(leaf.from, facts, unit) && lists(leaf.from, facts, unit);
}

function lists(selector: Selector, facts: Facts, unit: string): boolean {
  if (selector.units?.includes(unit)) return true;
  const inAll = selector.allOf?.some((each) => lists(each, facts, unit)) ?? false;
  return (
    inAll || (selector.anyOf?.some((each) => meets(each, facts, unit) && lists(each, facts, unit)) ?? false)
  );
}

function meets(selector: Selector, facts: Facts, unit: string | null): boolean {
  const some = <T>(wanted: readonly T[] | undefined, stated: readonly T[]) =>
    !wanted || wanted.some((value) => stated.includes(value));
  const { fields, eqfMin, eqfMax, anyOf, allOf, not } = selector;
  if (!some(selector.units, unit === null ? [] : [unit])) return false;
  if (!some(selector.providers, facts.providers) || !some(selector.tags, facts.tags)) return false;
  if (!some(selector.teaches, facts.teaches)) return false;
  if (!some(selector.quality, facts.quality === null ? [] : [facts.quality])) return false;
  if (
    fields &&
    !facts.fields.some((stated) => fields.some((wanted) => stated.slice(0, wanted.length) === wanted))
  ) {
    return false;
  }
  if (eqfMin !== undefined && (facts.eqf === null || facts.eqf < eqfMin)) return false;
  if (eqfMax !== undefined && (facts.eqf === null || facts.eqf > eqfMax)) return false;
  if (anyOf && !anyOf.some((each) => meets(each, facts, unit))) return false;
  if (allOf && !allOf.every((each) => meets(each, facts, unit))) return false;
  return !(not && meets(not, facts, unit));
}

function find(node: Requirement, id: string): Requirement | null {
  if (node.id === id) return node;
  for (const child of "of" in node ? node.of : []) {
    const found = find(child, id);
    if (found) return found;
  }
  return null;
}
