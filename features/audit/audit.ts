import { compileCounting, type Refusal } from "@/features/pathways/counting";
import type { Edge } from "@/features/pathways/edge";
import {
  type Certainty,
  type Hundredths,
  type ProgrammeVersion,
  type RecognitionRule,
  tierOf,
} from "@/features/pathways/programme";
import type { Reason } from "@/features/pathways/reason";
import { leavesOf, mandatoryNodes } from "@/features/pathways/requirement-tree";
import type { Achievement } from "@/features/pathways/unit";
import { decisionBodyOf, reasonsOfEdge } from "@/features/planning/edge-reasons";
import { byId, heldItem, type Item, type Problem } from "@/features/planning/problem";
import { buildModel, type PlanningModel } from "@/features/planning-model/model";
import { merged, mostCredits } from "@/features/planning-model/stages";
import { Solver, type Stage } from "@/features/solver/solver";
import type { Day } from "@/lib/dates";
import { type AuditFigures, auditFigures, treeCountOf } from "./audit-figures";
import { whyWasted } from "./audit-waste";

export interface Counted {
  achievement: string;
  leaf: string;
  credits: Hundredths;
  certainty: Certainty;
  decisionBody: string;
  /** Last day on which this holds; null: no end is known. */
  until: Edge["until"];
  reasons: Reason[];
}

export interface Wasted {
  achievement: string;
  /** Credits of it that count nowhere; null where the achievement states none. */
  credits: Hundredths | null;
  reasons: Reason[];
}

export interface Audit extends AuditFigures {
  /** Counts under a rule or by the programme itself: designed, agreement or precedent. */
  counts: Counted[];
  /** Could count if the decision body says yes, on top of `counts`. Never added to it. */
  possible: Counted[];
  countedCredits: Hundredths;
  possibleCredits: Hundredths;
  wasted: Wasted[];
  /** What of `counts` ends, soonest first. */
  expires: { achievement: string; leaf: string; on: Day; because: "rule" | "recency" | "expiry" }[];
  /** False where the time limit came before the proof that no better assignment exists. */
  isProven: boolean;
}

export interface AuditOptions {
  /** Day of the award if it is not that of the application; for recency counted from the award. */
  awardOn?: Day;
  solver?: Solver;
  timeLimitMs?: number;
  signal?: AbortSignal;
}

export const MAX_HELD = 60;

/** Of its own, so that an audit does not wait behind a plan. */
const auditSolver = new Solver();

/**
 * What held achievements count towards: satisfaction first (parts that every way must meet, minima, then all other parts),
 * credits second, certainty third. Exact and deterministic; ids of achievements must be unique.
 * @returns null where `signal` was aborted.
 */
export async function auditAchievements(
  version: ProgrammeVersion,
  achievements: readonly Achievement[],
  rules: readonly RecognitionRule[],
  now: Day,
  options: AuditOptions = {},
): Promise<Audit | null> {
  const ruled = { ...version, rules: [...version.rules, ...rules] };
  const counting = compileCounting(ruled, { applyOn: now, awardOn: options.awardOn ?? now });
  const refusals = new Map<string, Refusal[]>();
  const items = achievements.map((held) => {
    const found = counting.ofAchievement(held);
    refusals.set(held.id, found.refusals);
    return heldItem(held, found.edges);
  });
  items.sort(byId);

  const confirmed = items.map((item) => ({ ...item, edges: item.edges.filter(isConfirmed) }));
  const first = await assign(ruled, confirmed, new Set(), now, options);
  if (!first) return null;
  const counted = first.chosen;
  const chosenEdges = new Set([...counted.values()].flat());
  const withPossible = items.map((item) => {
    const kept = counted.get(item.id) ?? [];
    return { ...item, edges: kept.length > 0 ? kept : item.edges.filter((edge) => !isConfirmed(edge)) };
  });
  const second = await assign(ruled, withPossible, chosenEdges, now, options);
  if (!second) return null;

  const counts = entriesOf(ruled, items, counted);
  const possible = entriesOf(ruled, items, second.chosen).filter(({ certainty }) => certainty === "possible");
  const creditsIn = (assignment: Assignment) => treeCountOf(items, assignment).creditsWhere(() => true);
  const countedCredits = creditsIn(counted);
  return {
    counts,
    possible,
    countedCredits,
    possibleCredits: creditsIn(second.chosen) - countedCredits,
    wasted: items.flatMap((item) =>
      whyWasted(ruled, items, second.chosen, item, refusals.get(item.held?.id ?? "") ?? []),
    ),
    ...auditFigures(ruled, items, counted, second.chosen),
    expires: counts
      .flatMap(({ achievement, leaf, until }) =>
        until ? [{ achievement, leaf, on: until.day, because: until.because }] : [],
      )
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    isProven: first.isProven && second.isProven,
  };
}

const isConfirmed = ({ certainty }: Edge): boolean => certainty !== "possible";

/** The edges by which each item counts, by item id. */
export type Assignment = ReadonlyMap<string, Edge[]>;

async function assign(
  version: ProgrammeVersion,
  items: readonly Item[],
  fixed: ReadonlySet<Edge>,
  now: Day,
  { solver = auditSolver, timeLimitMs = 1_000, signal }: AuditOptions,
): Promise<{ chosen: Assignment; isProven: boolean } | null> {
  if (items.every(({ edges }) => edges.every((edge) => fixed.has(edge)))) {
    const chosen = new Map(items.map(({ id, edges }) => [id, [...edges]]));
    return { chosen, isProven: true };
  }
  const manualNotMet = new Set(leavesOf(version.root).map(({ id }) => id));
  const problem: Problem = { version, items, manualNotMet };
  const model = buildModel(problem, { minima: "goals", applyOn: now });
  for (const { edge, column } of model.counts) if (fixed.has(edge)) model.builder.fix(column, 1);
  const stages = merged(stagesOf(version, model));
  const outcome = await solver.solve({ model: model.build(), stages, timeLimitMs, relativeGap: 0 }, signal);
  if (outcome.kind === "cancelled") return null;
  const chosen = new Map(items.map(({ id }): [string, Edge[]] => [id, []]));
  for (const { item, edge, column } of model.counts) {
    if (outcome.values?.[column] === 1) chosen.get(item.id)?.push(edge);
  }
  const isProven = outcome.stages.every(({ status }) => status === "optimal");
  return { chosen, isProven };
}

function stagesOf(version: ProgrammeVersion, model: PlanningModel): Stage[] {
  const minima = [...model.goals.values()];
  const mandatory = mandatoryNodes(version.root).flatMap(({ id }) => model.met.get(id) ?? []);
  const nodes = [...model.met.values()];
  const maximise = (columns: number[]): Stage => ({ columns, costs: columns.map(() => -1) });
  const doubt: Stage = {
    columns: model.counts.map(({ column }) => column),
    costs: model.counts.map(({ edge, credits: each }) => (tierOf(edge.certainty) - 1) * Math.max(each, 1)),
  };
  return [maximise([...mandatory, ...minima]), maximise(nodes), mostCredits(model), doubt];
}

function entriesOf(version: ProgrammeVersion, items: readonly Item[], assignment: Assignment): Counted[] {
  return items.flatMap(({ id, held }) =>
    (assignment.get(id) ?? []).map((edge) => ({
      achievement: held?.id ?? id,
      leaf: edge.leaf,
      credits: edge.credits,
      certainty: edge.certainty,
      decisionBody: decisionBodyOf(version, edge),
      until: edge.until,
      reasons: reasonsOfEdge(version, edge),
    })),
  );
}
