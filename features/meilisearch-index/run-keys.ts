import type { SearchDocument } from "@/features/search/document";
import { type Facet, RUN_FACETS, type Selection } from "@/features/search/engine";

export type RunFacet = (typeof RUN_FACETS)[number];

// What is chosen of runs must hold on one and the same run, and the server has no documents within documents. For every
// set of facets of runs a course therefore has one attribute with the values of each run joined: a course with the key
// "2027-01|online" of start and mode has a run that is both.

/** In no value of a facet. */
const BETWEEN = "|";

export const isRunFacet = (facet: Facet): facet is RunFacet => RUN_FACETS.some((name) => name === facet);

/** Every set of facets of runs but the empty one, each in the order of `RUN_FACETS`. */
export const RUN_SETS: readonly (readonly RunFacet[])[] = Array.from(
  { length: 2 ** RUN_FACETS.length - 1 },
  (_, i) => RUN_FACETS.filter((_facet, place) => ((i + 1) >> place) & 1),
);

/** The attribute of a set of facets, given in any order. */
export function keyAttribute(facets: Iterable<RunFacet>): string {
  const among = new Set(facets);
  return `run_${RUN_FACETS.filter((facet) => among.has(facet)).join("_")}`;
}

/** The keys of all sets of facets, by attribute. */
export function runKeys({ runs }: Pick<SearchDocument, "runs">): Record<string, string[]> {
  return Object.fromEntries(
    RUN_SETS.map((set) => [keyAttribute(set), [...new Set(runs.flatMap((run) => joined(set, run)))].sort()]),
  );
}

/** The keys of one set of facets that a run must have one of, given which values are chosen. */
export function chosenKeys(set: Iterable<RunFacet>, chosen: Selection): string[] {
  const among = new Set(set);
  return joined(
    RUN_FACETS.filter((facet) => among.has(facet)),
    chosen,
  );
}

/** How many keys `chosenKeys` would give. */
export function countChosenKeys(set: readonly RunFacet[], chosen: Selection): number {
  return set.reduce((product, facet) => product * (chosen[facet]?.length ?? 0), 1);
}

/** The value of one facet in a key of a set. */
export function valueInKey(set: Iterable<RunFacet>, facet: RunFacet, key: string): string {
  const among = new Set(set);
  return key.split(BETWEEN)[RUN_FACETS.filter((name) => among.has(name)).indexOf(facet)] ?? "";
}

function joined(set: readonly RunFacet[], values: Selection): string[] {
  return (
    set.reduce<string[] | null>(
      (keys, facet) =>
        (keys ?? [null]).flatMap((key) =>
          (values[facet] ?? []).map((value) => (key === null ? value : `${key}${BETWEEN}${value}`)),
        ),
      null,
    ) ?? []
  );
}
