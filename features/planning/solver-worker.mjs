// Runs in a thread of its own, started by solver.ts. Plain JavaScript, so that the same file serves tests, scripts and
// the built application without passing through a bundler.
import { parentPort } from "node:worker_threads";
import loadHighs from "highs";

const highs = await loadHighs();
const { modelStatus, callbackType, variableType } = highs.constants;
const FEASIBLE = highs.constants.solutionStatus.feasible;

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
    const onInterrupt = (event) => {
      if (Atomics.load(stop, 0) !== 0) event.interrupt();
    };
    const results = [];
    let values = null;
    for (const stage of stages) {
      const left = timeLimitMs - (performance.now() - started);
      if (left <= 0) {
        results.push({ status: values ? "feasible" : "unknown", objective: null, bound: null });
        break;
      }
      setCosts(native, model.lower.length, stage);
      if (values) native.setSolution({ colValue: values });
      native.zeroAllClocks();
      native.options.set("time_limit", left / 1000);
      native.run({ [callbackType.mipInterrupt]: onInterrupt });
      const result = readResult(native);
      if (result.values) values = result.values;
      results.push({ status: result.status, objective: result.objective, bound: result.bound });
      if (result.status !== "optimal" || result.objective === null) break;
      hold(native, stage, result.objective);
    }
    return { stages: results, values, ms: performance.now() - started };
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

function setCosts(native, numCols, { columns, costs }) {
  const dense = new Float64Array(numCols);
  columns.forEach((column, index) => {
    dense[column] += costs[index];
  });
  native.changeColsCost({ kind: "range", from: 0, to: numCols - 1 }, dense);
}

function hold(native, { columns, costs }, objective) {
  native.addRow(Number.NEGATIVE_INFINITY, objective, { indices: columns, values: costs });
}

function readResult(native) {
  const status = native.getModelStatus();
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) {
    return { status: "infeasible", objective: null, bound: null, values: null };
  }
  const hasSolution = native.info.get("primal_solution_status") === FEASIBLE;
  const bound = Number(native.info.get("mip_dual_bound"));
  return {
    status: status === modelStatus.optimal ? "optimal" : hasSolution ? "feasible" : "unknown",
    objective: hasSolution ? Math.round(native.getObjectiveValue()) : null,
    bound: Number.isFinite(bound) ? bound : null,
    values: hasSolution ? native.getSolution().colValue.map(Math.round) : null,
  };
}
