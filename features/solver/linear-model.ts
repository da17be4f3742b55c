/** A linear expression with integer coefficients: columns with their factors, plus a constant. */
export class Sum {
  readonly terms = new Map<number, number>();
  constant = 0;

  add(column: number, factor = 1): this {
    const sum = (this.terms.get(column) ?? 0) + factor;
    if (sum === 0) this.terms.delete(column);
    else this.terms.set(column, sum);
    return this;
  }

  addConstant(value: number): this {
    this.constant += value;
    return this;
  }

  addSum(other: Sum, factor = 1): this {
    for (const [column, each] of other.terms) this.add(column, each * factor);
    return this.addConstant(other.constant * factor);
  }
}

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
    let divisor = 0;
    for (const factor of sum.terms.values()) divisor = greatestDivisor(divisor, Math.abs(factor));
    const scale = divisor || 1;
    this.rowLower.push(Math.ceil((lower - sum.constant) / scale));
    this.rowUpper.push(Math.floor((upper - sum.constant) / scale));
    for (const [column, factor] of sum.terms) {
      this.indices.push(column);
      this.values.push(factor / scale);
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
