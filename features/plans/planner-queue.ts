import { Planner, QUEUE_LIMIT } from "@/features/planner/planner";

interface Desk {
  planner: Planner;
  /** Questions that are being answered or wait, their audits among them. */
  open: number;
}

// Next loads a module once per bundle: page and route share one planner, one queue and one limit.
declare global {
  var cairnPlanning: Desk | undefined;
}

function desk(): Desk {
  globalThis.cairnPlanning ??= { planner: new Planner(), open: 0 };
  return globalThis.cairnPlanning;
}

const SECONDS_A_PLAN = 4;

/** Answers one question, or says after how many seconds to ask again where too many wait. */
export async function atDesk<T>(
  answer: (planner: Planner) => Promise<T>,
): Promise<{ kind: "answered"; value: T } | { kind: "queue-full"; retryAfterSeconds: number }> {
  const here = desk();
  if (here.open > QUEUE_LIMIT) {
    return { kind: "queue-full", retryAfterSeconds: QUEUE_LIMIT * SECONDS_A_PLAN };
  }
  here.open += 1;
  try {
    return { kind: "answered", value: await answer(here.planner) };
  } finally {
    here.open -= 1;
  }
}
