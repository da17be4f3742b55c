// Runs in a thread of its own, started by solver.ts. Plain JavaScript, so that the same file serves tests, scripts and
// the built application without passing through a bundler.
import { parentPort } from "node:worker_threads";
import loadHighs from "highs";
import { minimise } from "./solver-core.mjs";

const highs = await loadHighs();
const { variableType } = highs.constants;

parentPort?.on("message", ({ id, job, stop }) => {
  try {
    parentPort?.postMessage({ id, answer: solve(job, new Int32Array(stop)), memoryBytes: highs.memoryBytes });
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error), memoryBytes: highs.memoryBytes });
  }
});

/** Stages in order: each is optimised with the values of those before it held. The first that is not proven ends the work. */
function solve({ model, stages, timeLimitMs, relativeGap }, stop) {
  const started = performance.now();
  return highs.withModel(dataOf(model), (native) => {
    native.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: relativeGap,
      mip_abs_gap: 0.5,
      mip_feasibility_tolerance: 1e-7,
    });
    const run = {
      native,
      constants: highs.constants,
      relativeGap,
      lower: model.lower.slice(),
      upper: model.upper.slice(),
      values: null,
      secondsLeft: () => (timeLimitMs - (performance.now() - started)) / 1000,
      isStopped: () => Atomics.load(stop, 0) !== 0,
    };
    const results = [];
    for (const stage of stages) {
      if (run.secondsLeft() <= 0) {
        results.push({ status: run.values ? "feasible" : "unknown", objective: null, bound: null });
        break;
      }
      const result = minimise(run, stage);
      results.push(result);
      if (result.status !== "optimal" || result.objective === null) break;
      hold(native, stage, result.objective);
    }
    return { stages: results, values: run.values, ms: performance.now() - started };
  });
}

function dataOf({ lower, upper, rowLower, rowUpper, starts, indices, values }) {
  const [numCols, numRows] = [lower.length, rowLower.length];
  return {
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: lower,
    colUpper: upper,
    rowLower,
    rowUpper,
    matrix: { format: "csr", numRows, numCols, starts, indices, values },
    integrality: new Int32Array(numCols).fill(variableType.integer),
  };
}

function hold(native, { columns, costs }, objective) {
  native.addRow(Number.NEGATIVE_INFINITY, objective, { indices: columns, values: costs });
}
