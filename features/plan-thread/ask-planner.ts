import type { PlanQuestion } from "@/features/plans/plan-question";
import type { PlanAnswer } from "@/features/plans/plan-view";
import { type AskOptions, PlanThread } from "./plan-thread";

// Next loads a module once per bundle: page and route share one thread, and with it one queue and one limit.
declare global {
  var cairnPlanThread: PlanThread | undefined;
}

function thread(): PlanThread {
  globalThis.cairnPlanThread ??= new PlanThread();
  return globalThis.cairnPlanThread;
}

/** What `planFor` answers, without holding up this process. */
export const askPlanner = (question: PlanQuestion, options: AskOptions): Promise<PlanAnswer> =>
  thread().ask(question, options);

/** Makes the planner ready while somebody still fills in the form. */
export const warmPlanner = (): void => thread().warm();
