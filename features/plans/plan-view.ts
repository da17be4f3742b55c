import type { Audit } from "@/features/audit/audit";
import type { Hundredths } from "@/features/pathways/programme";
import type { Reason } from "@/features/pathways/reason";
import type { Conflict } from "@/features/plan-conflicts/conflict";
import type { Relaxation } from "@/features/plan-conflicts/relaxations";
import type { Limits } from "@/features/planning/limits";
import type { Plan } from "@/features/planning/plan";
import type { PartView, QualificationRef, RuleView, VersionRef } from "@/features/qualifications/view";
import type { NamedRecord } from "@/features/record-names/view";
import type { LanguageMap } from "@/lib/language-map";

/** Something a person holds, as it was given and as it was understood. */
export interface HeldView {
  /** Id of the achievement in audit and plans. */
  id: string;
  /** The value of the `hold` parameter. */
  hold: string;
  /** Null for one typed by hand. */
  record: NamedRecord | null;
  /** Of one typed by hand. */
  title: string | null;
  credits: Hundredths | null;
  eqf: number | null;
  /** "2026-03"; null: not stated. */
  month: string | null;
}

/** What a plan's table says of a unit. Unknown is null, never 0. */
export interface UnitFigures {
  credits: Hundredths | null;
  eqf: number | null;
  hours: number | null;
  /** Euro cents. */
  priceCents: number | null;
}

/** Plans name records, parts and rules by id; `names`, `parts` and `rules` say what they are. */
export interface PlanView {
  /** Under its present slug, which may be another one than was asked for. */
  target: QualificationRef;
  version: VersionRef;
  held: readonly HeldView[];
  /** Values of `hold` that name no credential or course of this catalogue. */
  unknownHold: readonly string[];
  limits: Limits;
  /** Null where too many wait, or it was cancelled before. */
  audit: Audit | null;
  outcome: PlanOutcomeView;
  names: Readonly<Record<string, NamedRecord>>;
  parts: Readonly<Record<string, { title: LanguageMap; requirement: PartView["requirement"] }>>;
  rules: Readonly<Record<string, Pick<RuleView, "evidenceRequired" | "source" | "decider" | "validTo">>>;
  /** Of every unit in the plans. */
  units: Readonly<Record<string, UnitFigures>>;
}

/** What is known of an answer before all of it is: the audit, and the ways on that were found until now. */
export interface PlanProgress extends Omit<PlanView, "audit" | "outcome"> {
  kind: "progress";
  audit: Audit;
  plans: readonly Plan[];
}

/** An answer as it comes: what is known by then, or the answer itself where that was there first. */
export interface PlanSteps {
  audited: Promise<PlanProgress | PlanAnswer>;
  /** The first way is there. */
  begun: Promise<PlanProgress | PlanAnswer>;
  answered: Promise<PlanAnswer>;
}

export type PlanOutcomeView =
  | { kind: "plans"; plans: readonly Plan[]; notTaken: readonly NotTaken[]; gap: number | null }
  /** There is none: `conflict` says why, each relaxation is a set of changes after which there is one. */
  | { kind: "none"; conflict: Conflict | null; relaxations: readonly Relaxation[] }
  | { kind: "out-of-time" }
  | { kind: "queue-full"; retryAfterSeconds: number }
  | { kind: "cancelled" };

/** Why the first plan does not take a unit that counts. */
export interface NotTaken {
  unit: string;
  reasons: readonly Reason[];
}

export type PlanAnswer =
  | { kind: "answered"; view: PlanView }
  /** No qualification has this address, or none of its versions is in force. */
  | { kind: "unknown-target" };
