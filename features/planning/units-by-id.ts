import type { Unit } from "@/features/pathways/unit";

/** Many questions are asked of the same units. */
const indexes = new WeakMap<readonly Unit[], ReadonlyMap<string, Unit>>();

/** A list of units by their ids, which must be unique; the list must not change afterwards. */
export function unitsById(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  const known = indexes.get(units);
  if (known) return known;
  const found = new Map<string, Unit>();
  for (const unit of units) found.set(unit.unit, unit);
  indexes.set(units, found);
  return found;
}
