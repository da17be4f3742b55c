import type { ProgrammeVersion } from "@/features/pathways/programme";
import type { Unit } from "@/features/pathways/unit";
import { groupBy } from "@/lib/group";

/** Units with what a programme says must come before each of them; the catalogue itself says so only in words. */
export function withPrerequisites(units: readonly Unit[], { prerequisites = [] }: ProgrammeVersion): Unit[] {
  const asked = groupBy(prerequisites, ({ unit }) => unit);
  return units.map((unit) => {
    const rules = asked.get(unit.unit);
    return rules
      ? { ...unit, prerequisite: { kind: "all", of: rules.map(({ requires }) => requires) } }
      : unit;
  });
}
