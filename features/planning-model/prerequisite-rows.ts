import type { Prerequisite } from "@/features/pathways/unit";
import { asksFirst, type Item, type Problem, standInsOf, unitsOf } from "@/features/planning/problem";
import { type ModelBuilder, Sum, sumOf } from "@/features/solver/linear-model";
import { cyclesOf } from "./prerequisite-cycles";

/** A prerequisite as something that holds, cannot hold, or is a column. */
type Literal = true | false | number;

/** When a candidate starts and ends, in slots: what it asks for must end in an earlier slot than it starts. */
export interface Timing {
  slots: number;
  start: (item: Item) => Sum;
  end: (item: Item) => Sum;
}

/**
 * `taken` of a candidate that another asks for is a column of its own.
 * Rows that let a candidate be taken only with what it asks for. Units that ask for each other in a circle get a place in
 * an order, else they would unlock one another out of nothing.
 */
export function addPrerequisites(
  model: ModelBuilder,
  problem: Problem,
  taken: ReadonlyMap<Item, Sum>,
  applyOn: string,
  timing: Timing | null,
): void {
  const standIns = standInsOf(problem.version);
  const held = new Set<string>();
  const candidates = new Map<string, Item>();
  for (const item of problem.items) {
    if (item.unit) candidates.set(item.unit.unit, item);
    else if (item.facts.unit && !(item.held?.expiresOn && item.held.expiresOn < applyOn))
      held.add(item.facts.unit);
  }
  const isHeld = (unit: string) => [...standIns(unit)].some((each) => held.has(each));
  const takers = (unit: string) =>
    [...standIns(unit)].flatMap((each) => candidates.get(each) ?? []).filter((item) => taken.has(item));

  const asking = new Map<Item, Item[]>();
  for (const item of taken.keys()) {
    if (!item.unit?.prerequisite) continue;
    const asked = [...unitsOf(item.unit.prerequisite)];
    asking.set(item, asked.filter((unit) => !isHeld(unit)).flatMap(takers));
  }
  const circle = cyclesOf(asking);
  const places = new Map<Item, number>();
  const placeOf = (item: Item) => {
    const place = places.get(item) ?? model.column(0, circle.size);
    places.set(item, place);
    return place;
  };

  function unitLiteral(item: Item, unit: string): Literal {
    if (isHeld(unit)) return true;
    const columns = takers(unit).flatMap((other) => {
      const [column] = taken.get(other)?.terms ?? [];
      if (column === undefined || other === item) return [];
      if (timing) return [earlier(timing, item, other, column)];
      const inCircle = circle.get(item) !== undefined && circle.get(item) === circle.get(other);
      return [inCircle ? before(item, other, column) : column];
    });
    return anyOf(columns);
  }

  /** A column that is one only where `other` is taken and comes before `item`. */
  function before(item: Item, other: Item, otherTaken: number): number {
    const column = model.binary();
    model.atMost(new Sum().add(column).add(otherTaken, -1), 0);
    const size = circle.size + 1;
    model.atMost(new Sum().add(placeOf(other)).add(placeOf(item), -1).add(column, size), size - 1);
    return column;
  }

  /** The same, in time. */
  function earlier({ slots, start, end }: Timing, item: Item, other: Item, otherTaken: number): number {
    const column = model.binary();
    model.atMost(new Sum().add(column).add(otherTaken, -1), 0);
    const size = slots + 1;
    model.atMost(new Sum().addSum(end(other)).addSum(start(item), -1).add(column, size), size - 1);
    return column;
  }

  function anyOf(columns: number[]): Literal {
    const [first] = columns;
    if (first === undefined) return false;
    return columns.length === 1 ? first : atLeast(1, columns);
  }

  function atLeast(k: number, columns: number[]): number {
    const column = model.binary();
    model.atLeast(sumOf(columns).add(column, -k), 0);
    return column;
  }

  function literal(item: Item, asked: Prerequisite): Literal {
    if (asked.kind === "manual") return true;
    if (asked.kind === "unit") return unitLiteral(item, asked.unit);
    const literals = asked.of.map((each) => literal(item, each));
    const columns = literals.filter((each) => typeof each === "number");
    const k =
      (asked.kind === "all" ? literals.length : asked.k) - literals.filter((each) => each === true).length;
    if (k <= 0) return true;
    return k > columns.length ? false : atLeast(k, columns);
  }

  for (const [item, isTaken] of taken) {
    if (!item.unit || !asksFirst(item.unit)) continue;
    const asked = item.unit.prerequisite;
    const met = asked ? literal(item, asked) : true;
    if (met === false) model.atMost(isTaken, 0);
    else if (met !== true) model.atMost(new Sum().addSum(isTaken).add(met, -1), 0);
    for (const unit of item.unit.corequisites) {
      if (isHeld(unit)) continue;
      const sum = new Sum().addSum(isTaken);
      for (const other of takers(unit)) sum.addSum(taken.get(other) ?? new Sum(), -1);
      model.atMost(sum, 0);
    }
  }
}
