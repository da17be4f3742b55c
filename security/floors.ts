interface LockFile {
  packages: Record<string, { version?: string }>;
}

/** By package name: the first version without the faults that `why` names. */
type Floors = Record<string, { floor: string; why: string }>;

/** Every installed copy of a package that is older than its floor. */
export function findBelowFloor(lock: LockFile, floors: Floors): string[] {
  return Object.entries(lock.packages).flatMap(([place, { version }]) => {
    const floor = floors[place.split("node_modules/").at(-1) ?? ""]?.floor;
    return floor && version && isBelow(version, floor) ? [`${place} ${version} is below ${floor}`] : [];
  });
}

/** By semantic versioning, as far as we need it: a version with a suffix comes before the one without. */
function isBelow(version: string, floor: string): boolean {
  const [numbers = "", suffix] = version.split(/-(.*)/);
  const order = numbers.localeCompare(floor, "en", { numeric: true });
  return order < 0 || (order === 0 && suffix !== undefined);
}
