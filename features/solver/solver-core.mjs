// Minimises one sum over integer columns, exactly, on as few columns as the proof allows. Used by solver-worker.mjs alone.

/** With fewer free columns than this the solver is given all of them at once. */
const SMALL = 600;
/** How many columns the first attempt lets move. */
const CORE = 300;
/** Bounds and reduced costs of the relaxation are known to about this much; sums are integers. */
const TOLERANCE = 1e-4;

/**
 * The relaxation without integrality gives a bound and, for each column, by how much the sum must at least grow once the
 * column leaves its bound (its reduced cost). Columns for which that is much stay at their bound and the rest is solved
 * exactly: the answer is the optimum of all as soon as no column that stayed could lead below it, else more may move.
 * Columns that no solution as good as the answer can use are fixed in `run` for the stages that follow.
 */
export function minimise(run, { columns, costs }) {
  const { native, lower, upper } = run;
  const sum = new Float64Array(lower.length);
  for (const [index, column] of columns.entries()) sum[column] += costs[index];
  native.changeColsCost(everyColumn(lower), sum);
  const free = lower.reduce((count, low, column) => count + Number(low < upper[column]), 0);
  const relaxed = free < SMALL || costs.every((cost) => cost === 0) ? null : relax(run);
  if (!relaxed) return solveWhole(run);
  const { bound } = relaxed;
  const known = run.values ? run.values.reduce((total, value, j) => total + value * sum[j], 0) : Infinity;
  let count = CORE;
  let reach = Math.min(reachOf(relaxed, count), known - bound);
  for (;;) {
    const part = within(run, relaxed, reach);
    if (part.isWhole) return solveWhole(run);
    const found = solveIntegral(run, part);
    const outside = Math.ceil(bound + reach - TOLERANCE);
    const proven = Math.min(found.bound ?? bound, outside);
    if (found.status === "infeasible") {
      count *= 4;
      reach = reachOf(relaxed, count);
    } else if (found.status !== "optimal") {
      return { ...found, bound: found.objective === null ? bound : proven };
    } else if (found.objective <= outside || isNear(found.objective, proven, run.relativeGap)) {
      Object.assign(run, within(run, relaxed, found.objective - bound + TOLERANCE));
      return { ...found, bound: proven };
    } else reach = found.objective - bound;
    if (run.secondsLeft() <= 0 || run.isStopped()) {
      return { status: found.objective === null ? "unknown" : "feasible", objective: found.objective, bound };
    }
  }
}

const NO_SOLUTION = { status: "infeasible", objective: null, bound: null };

const isNear = (objective, bound, gap) => objective - bound <= gap * Math.abs(objective);

const everyColumn = ({ length }) => ({ kind: "range", from: 0, to: length - 1 });

/** The distance within which about so many columns leave their bound; infinite where that is all of them. */
function reachOf({ distance }, count) {
  return distance.filter((each) => each > 0).sort()[count] ?? Number.POSITIVE_INFINITY;
}

/** Bounds by which columns farther than `reach` stay where they are. */
function within({ lower, upper }, { distance, isUpper }, reach) {
  const part = { lower: lower.slice(), upper: upper.slice(), isWhole: true };
  for (const [column, each] of distance.entries()) {
    if (each <= reach) continue;
    part.isWhole = false;
    if (isUpper[column]) part.lower[column] = upper[column];
    else part.upper[column] = lower[column];
  }
  return part;
}

/** Bound and reduced costs of the columns without integrality; null where there are none, or not in time. */
function relax({ native, constants, lower, upper, secondsLeft, isStopped }) {
  const { variableType, callbackType, modelStatus } = constants;
  native.changeColsBounds(everyColumn(lower), lower, upper);
  native.changeColsIntegrality(
    everyColumn(lower),
    new Int32Array(lower.length).fill(variableType.continuous),
  );
  runFor(native, secondsLeft(), callbackType.simplexInterrupt, isStopped);
  const status = native.getModelStatus();
  const solution = status === modelStatus.optimal ? native.getSolution() : null;
  let bound = native.getObjectiveValue();
  native.changeColsIntegrality(everyColumn(lower), new Int32Array(lower.length).fill(variableType.integer));
  if (!solution) return null;
  const { colValue, colDual } = solution;
  const distance = new Float64Array(lower.length);
  const isUpper = new Uint8Array(lower.length);
  for (const [column, dual] of colDual.entries()) {
    const range = upper[column] - lower[column];
    if (range === 0) continue;
    isUpper[column] = Number(colValue[column] - lower[column] > range / 2);
    const away = isUpper[column] ? -dual : dual;
    const isAtBound = Math.min(colValue[column] - lower[column], upper[column] - colValue[column]) < 1e-6;
    if (isAtBound && away > 0) distance[column] = away;
    else bound -= Math.abs(dual) * range;
  }
  return { bound, distance, isUpper };
}

/** What presolve calls infeasible is asked again without it: it is known to err at times, and people act on that word. */
function solveWhole(run) {
  const found = solveIntegral(run, run);
  if (found.status !== "infeasible") return found;
  if (run.secondsLeft() <= 0) return { ...NO_SOLUTION, status: "unknown" };
  run.native.options.set("presolve", "off");
  const checked = solveIntegral(run, run);
  run.native.options.set("presolve", "choose");
  return checked;
}

function solveIntegral(run, { lower, upper }) {
  const { native, constants, values } = run;
  native.changeColsBounds(everyColumn(lower), lower, upper);
  if (values?.every((value, column) => value >= lower[column] && value <= upper[column])) {
    native.setSolution({ colValue: values });
  }
  runFor(native, run.secondsLeft(), constants.callbackType.mipInterrupt, run.isStopped);
  const { modelStatus, solutionStatus } = constants;
  const status = native.getModelStatus();
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return NO_SOLUTION;
  const hasSolution = native.info.get("primal_solution_status") === solutionStatus.feasible;
  const bound = Number(native.info.get("mip_dual_bound"));
  if (hasSolution) run.values = native.getSolution().colValue.map(Math.round);
  return {
    status: status === modelStatus.optimal ? "optimal" : hasSolution ? "feasible" : "unknown",
    objective: hasSolution ? Math.round(native.getObjectiveValue()) : null,
    bound: Number.isFinite(bound) ? bound : null,
  };
}

function runFor(native, seconds, interrupt, isStopped) {
  native.zeroAllClocks();
  native.options.set("time_limit", Math.max(0, seconds));
  native.run({
    [interrupt]: (event) => {
      if (isStopped()) event.interrupt();
    },
  });
}
