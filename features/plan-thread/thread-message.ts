import type { PlanQuestion } from "@/features/plans/plan-question";
import type { PlanAnswer, PlanProgress } from "@/features/plans/plan-view";
import type { ErrorCode } from "@/lib/errors";

/** To the thread. What is asked and answered is plain data: it is copied. */
export type ToThread =
  | { kind: "ask"; id: number; question: PlanQuestion; now: Date; tells: boolean }
  | { kind: "cancel"; id: number };

/** From the thread, for each question: what is known of it, if that is asked for, and once an answer or a fault. */
export type FromThread =
  | { kind: "progress"; id: number; progress: PlanProgress }
  | { kind: "answer"; id: number; answer: PlanAnswer }
  /** `code` is null for a surprise. */
  | { kind: "fault"; id: number; code: ErrorCode | null; message: string; stack: string | undefined };
