import { parentPort } from "node:worker_threads";
import { planFor } from "@/features/plans/plan-for";
import type { PlanProgress } from "@/features/plans/plan-view";
import { knownError } from "@/lib/errors";
import { giveWay } from "@/lib/give-way";
import type { FromThread, ToThread } from "./thread-message";

giveWay();

/** Questions that are being answered. */
const open = new Map<number, AbortController>();

const post = (message: FromThread) => parentPort?.postMessage(message);

parentPort?.on("message", (message: ToThread) => {
  if (message.kind === "cancel") open.get(message.id)?.abort();
  else void answer(message);
});

async function answer({ id, question, now, tells }: Extract<ToThread, { kind: "ask" }>): Promise<void> {
  const controller = new AbortController();
  open.set(id, controller);
  try {
    const onProgress = (progress: PlanProgress) => post({ kind: "progress", id, progress });
    const options = { now, signal: controller.signal, ...(tells && { onProgress }) };
    post({ kind: "answer", id, answer: await planFor(question, options) });
  } catch (error) {
    const known = knownError(error);
    const told = known ?? (error instanceof Error ? error : new Error(String(error)));
    post({ kind: "fault", id, code: known?.code ?? null, message: told.message, stack: told.stack });
  } finally {
    open.delete(id);
  }
}
