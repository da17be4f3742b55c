import type { PlanQuestion } from "@/features/plans/plan-question";
import type { PlanAnswer } from "@/features/plans/plan-view";
import type { ErrorCode } from "@/lib/errors";

/** To the thread. What is asked and answered is plain data: it is copied. */
export type ToThread =
  | { kind: "ask"; id: number; question: PlanQuestion; now: Date }
  | { kind: "cancel"; id: number };

/** From the thread, once for each question. */
export type FromThread =
  | { kind: "answer"; id: number; answer: PlanAnswer }
  /** `code` is null for a surprise. */
  | { kind: "fault"; id: number; code: ErrorCode | null; message: string; stack: string | undefined };
