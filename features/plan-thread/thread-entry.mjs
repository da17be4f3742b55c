// Runs in a thread of its own, started by plan-thread.ts. Outside the bundler, as solver-worker.mjs is: the code is read
// as it lies in the checkout, the way every program of the portal reads it.
import { register } from "tsx/esm/api";

register();
await import("./thread-work.ts");
