import type { BASES, RULE_REFUSALS } from "@/db/schema/pathways";
import { compileCounting } from "@/features/pathways/counting";
import type { Edge } from "@/features/pathways/edge";
import type { Certainty, Hundredths, ProgrammeVersion, RecognitionRule } from "@/features/pathways/programme";
import { compileSelector } from "@/features/pathways/selector";
import type { Unit } from "@/features/pathways/unit";
import { decisionBodyOf } from "@/features/planning/edge-reasons";
import type { Day } from "@/lib/dates";

/** One way in which a unit counts in a part, or would but for what a rule asks. Days are those of the ground itself. */
export interface CountedGround {
  nodeId: string;
  basis: (typeof BASES)[number];
  /** Of the rule or the equivalence group; null for what the version itself names or admits. */
  groundId: string | null;
  certainty: Certainty;
  credits: Hundredths;
  decisionBody: string;
  validFrom: Day | null;
  validTo: Day | null;
  /** Why the rule does not let this unit count, on whatever day. */
  refusal: (typeof RULE_REFUSALS)[number] | null;
}

type Counter = (unit: Unit) => Edge[];

const ALWAYS = "9999-12-31";

/**
 * What a version grants to a unit, whatever the day: each rule for itself, with its own days beside it, so that none that
 * is over hides one that holds. What a person has still to show (a grade, an identity check, an age) is left out.
 */
export function compileGrounds(version: ProgrammeVersion): (unit: Unit) => CountedGround[] {
  const own = counterFor(version, []);
  const rules = version.rules.map((rule) => {
    const { assessment, quality } = rule.conditions;
    return {
      rule,
      matches: compileSelector(rule.from),
      asks: counterFor(version, [
        always(rule, { ...(assessment && { assessment }), ...(quality && { quality }) }),
      ]),
      wouldGrant: counterFor(version, [always(rule, {})]),
    };
  });

  return (unit) => {
    if (unit.unit === version.qualification) return [];
    const grounds = own(unit).map((edge): CountedGround => groundOf(version, edge, null, null));
    for (const { rule, matches, asks, wouldGrant } of rules) {
      if (matches(unit) === "no") continue;
      const granted = byRule(asks(unit));
      const isGranted = granted.length > 0;
      const edges = isGranted ? granted : byRule(wouldGrant(unit));
      const refusal = isGranted ? null : refusalOf(rule, unit);
      grounds.push(...edges.map((edge) => groundOf(version, edge, rule, refusal)));
    }
    return grounds;
  };
}

function counterFor(version: ProgrammeVersion, rules: RecognitionRule[]): Counter {
  const policy = { ...version.policy, recency: null };
  return compileCounting({ ...version, policy, rules }, { applyOn: ALWAYS, awardOn: ALWAYS }).ofUnit;
}

const always = (rule: RecognitionRule, conditions: RecognitionRule["conditions"]): RecognitionRule => ({
  ...rule,
  conditions,
  validFrom: "",
  validTo: null,
});

const byRule = (edges: readonly Edge[]) => edges.filter(({ basis }) => basis.kind === "rule");

const refusalOf = ({ conditions }: RecognitionRule, unit: Unit): CountedGround["refusal"] =>
  conditions.assessment && !conditions.assessment.some((type) => unit.assessment.includes(type))
    ? "assessment-not-shown"
    : "quality-not-shown";

function groundOf(
  version: ProgrammeVersion,
  edge: Edge,
  rule: RecognitionRule | null,
  refusal: CountedGround["refusal"],
): CountedGround {
  return {
    nodeId: edge.leaf,
    basis: edge.basis.kind,
    groundId: rule?.id ?? (edge.basis.kind === "equivalent" ? edge.basis.group.id : null),
    certainty: edge.certainty,
    credits: edge.credits,
    decisionBody: decisionBodyOf(version, edge),
    validFrom: rule?.validFrom ?? null,
    validTo: rule?.validTo ?? null,
    refusal,
  };
}
