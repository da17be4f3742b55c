/** Sums of so few terms are searched term by term: a model has thousands of them. */
const FEW = 8;

/** A linear expression with integer coefficients: columns with their factors, plus a constant. */
export class Sum {
  private columns: number[] = [];
  private factors: number[] = [];
  private isMerged = true;
  constant = 0;

  add(column: number, factor = 1): this {
    this.columns.push(column);
    this.factors.push(factor);
    this.isMerged = false;
    return this;
  }

  addConstant(value: number): this {
    this.constant += value;
    return this;
  }

  addSum(other: Sum, factor = 1): this {
    for (const [index, column] of other.columns.entries())
      this.add(column, (other.factors[index] ?? 0) * factor);
    return this.addConstant(other.constant * factor);
  }

  /** Columns whose factors do not add up to 0, each once. */
  get terms(): readonly number[] {
    this.merge();
    return this.columns;
  }

  /** The factors of `terms`. */
  get weights(): readonly number[] {
    this.merge();
    return this.factors;
  }

  private merge(): void {
    if (this.isMerged) return;
    this.isMerged = true;
    const { columns, factors } = this;
    if (columns.length <= FEW && hasNoneTwice(columns) && !factors.includes(0)) return;
    const merged = new Map<number, number>();
    for (const [index, column] of columns.entries())
      merged.set(column, (merged.get(column) ?? 0) + (factors[index] ?? 0));
    const kept = [...merged].filter(([, factor]) => factor !== 0);
    this.columns = kept.map(([column]) => column);
    this.factors = kept.map(([, factor]) => factor);
  }
}

const hasNoneTwice = (columns: readonly number[]): boolean =>
  columns.every((column, index) => columns.indexOf(column) === index);

export const sumOf = (columns: readonly number[]): Sum =>
  columns.reduce((sum, column) => sum.add(column), new Sum());

/** Rows in compressed form, ready to be posted to the solver's thread. Infinity means no bound. */
export interface LinearModel {
  lower: Float64Array;
  upper: Float64Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  starts: Int32Array;
  indices: Int32Array;
  values: Float64Array;
}

/** Collects integer columns and rows; knows nothing of what they mean. */
export class ModelBuilder {
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  get columns(): number {
    return this.lower.length;
  }

  /** A new integer column within bounds. */
  column(lower: number, upper: number): number {
    this.upper.push(upper);
    return this.lower.push(lower) - 1;
  }

  binary(): number {
    return this.column(0, 1);
  }

  fix(column: number, value: number): void {
    this.lower[column] = value;
    this.upper[column] = value;
  }

  /** lower <= sum <= upper. Divided by the factors' common divisor, so that the solver's tolerance cannot hide a unit. */
  row(lower: number, sum: Sum, upper: number): void {
    const { terms, weights } = sum;
    let divisor = 0;
    for (const factor of weights) {
      if (divisor === 1) break;
      divisor = greatestDivisor(divisor, Math.abs(factor));
    }
    const scale = divisor || 1;
    this.rowLower.push(Math.ceil((lower - sum.constant) / scale));
    this.rowUpper.push(Math.floor((upper - sum.constant) / scale));
    for (const [index, column] of terms.entries()) {
      this.indices.push(column);
      this.values.push((weights[index] ?? 0) / scale);
    }
    this.starts.push(this.indices.length);
  }

  atLeast(sum: Sum, lower: number): void {
    this.row(lower, sum, Number.POSITIVE_INFINITY);
  }

  atMost(sum: Sum, upper: number): void {
    this.row(Number.NEGATIVE_INFINITY, sum, upper);
  }

  build(): LinearModel {
    return {
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      starts: Int32Array.from(this.starts),
      indices: Int32Array.from(this.indices),
      values: Float64Array.from(this.values),
    };
  }
}

/** Greatest common divisor of integers of 0 or more. */
export function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
