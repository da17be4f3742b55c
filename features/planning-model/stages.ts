import { tierOf } from "@/features/pathways/programme";
import type { Item } from "@/features/planning/problem";
import { greatestDivisor } from "@/features/solver/linear-model";
import type { Stage } from "@/features/solver/solver";
import type { PlanningModel } from "./model";

/** What taking an item costs; an integer of 0 or more. */
export type Cost = (item: Item) => number;

interface Question {
  maxTier?: number;
  fewestOnTier?: boolean;
}

/** What a search minimises: how far a constraint is missed, credits on the worst tier, then the objective's costs. */
export function searchStages(model: PlanningModel, question: Question, costs: readonly Cost[]): Stage[] {
  const stages: Stage[] = [];
  if (model.shortfall !== null) stages.push({ columns: [model.shortfall], costs: [1] });
  if (question.fewestOnTier) {
    const onTier = model.counts.filter(({ edge }) => tierOf(edge.certainty) === question.maxTier);
    stages.push({ columns: onTier.map(({ column }) => column), costs: onTier.map(({ credits }) => credits) });
  }
  return [...stages, ...costs.map((cost) => takenStage(model, cost))];
}

/** The same on what was found, then: fewest units, most credits that count, least doubt. */
export function settlingStages(model: PlanningModel, question: Question, costs: readonly Cost[]): Stage[] {
  const doubt = model.counts.map(({ edge, credits }) => (tierOf(edge.certainty) - 1) * Math.max(credits, 1));
  return [
    ...searchStages(model, question, costs),
    takenStage(model, () => 1),
    mostCredits(model),
    { columns: model.counts.map(({ column }) => column), costs: doubt },
  ];
}

/** Most credits that count, each item's once. */
export function mostCredits(model: PlanningModel): Stage {
  const stage: Stage = { columns: [], costs: [] };
  for (const item of new Set(model.counts.map((count) => count.item))) {
    const { terms, weights } = model.creditsOf(item);
    stage.columns.push(...terms);
    stage.costs.push(...weights.map((weight) => -weight));
  }
  return stage;
}

function takenStage(model: PlanningModel, cost: Cost): Stage {
  const stage: Stage = { columns: [], costs: [] };
  for (const [item, { terms }] of model.taken) {
    for (const column of terms) {
      stage.columns.push(column);
      stage.costs.push(cost(item));
    }
  }
  return stage;
}

/** Up to here a weighted sum stays far from what the solver's tolerances could blur. */
const MAX_WEIGHTED = 1_000_000;

/** Fewer stages with the same optimum: one that outweighs all that the next could add is put into a sum with it. */
export function merged(stages: readonly Stage[]): Stage[] {
  const found: { stage: Stage; range: number }[] = [];
  for (const stage of stages.map(withoutDivisor)) {
    const range = stage.costs.reduce((sum, cost) => sum + Math.abs(cost), 0);
    const last = found.at(-1);
    const weighted = last ? (last.range + 1) * (range + 1) : Number.POSITIVE_INFINITY;
    if (!last || weighted > MAX_WEIGHTED) found.push({ stage, range });
    else {
      const costs = new Map<number, number>();
      const add = ({ columns, costs: each }: Stage, weight: number) => {
        for (const [index, column] of columns.entries()) {
          costs.set(column, (costs.get(column) ?? 0) + (each[index] ?? 0) * weight);
        }
      };
      add(last.stage, range + 1);
      add(stage, 1);
      found.splice(-1, 1, {
        stage: { columns: [...costs.keys()], costs: [...costs.values()] },
        range: weighted,
      });
    }
  }
  return found.map(({ stage }) => stage);
}

function withoutDivisor({ columns, costs }: Stage): Stage {
  const divisor = costs.reduce((a, b) => greatestDivisor(a, Math.abs(b)), 0) || 1;
  return { columns, costs: costs.map((cost) => cost / divisor) };
}
