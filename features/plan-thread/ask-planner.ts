import type { PlanQuestion } from "@/features/plans/plan-question";
import type { PlanAnswer, PlanProgress, PlanSteps } from "@/features/plans/plan-view";
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

/** The same, step by step. */
export function followPlanner(question: PlanQuestion, options: Omit<AskOptions, "onProgress">): PlanSteps {
  const waiting: ((progress: PlanProgress) => void)[] = [];
  const onProgress = (progress: PlanProgress) => {
    for (const hear of waiting) hear(progress);
  };
  const answered = askPlanner(question, { ...options, onProgress });
  const step = (isIt: (progress: PlanProgress) => boolean): Promise<PlanProgress | PlanAnswer> => {
    const known = new Promise<PlanProgress>((resolve) =>
      waiting.push((progress) => {
        if (isIt(progress)) resolve(progress);
      }),
    );
    return Promise.race([known, answered]);
  };
  const steps = { audited: step(() => true), begun: step(({ plans }) => plans.length > 0), answered };
  // Not every reader waits for each of them: a fault is for those who do.
  for (const each of Object.values(steps)) each.catch(() => {});
  return steps;
}
