import type { SearchDocument } from "@/features/search/document";
import type { Facet } from "@/features/search/engine";
import { groupBy } from "@/lib/group";

// The server lists the most frequent values of a facet, and cannot be asked for the next ones. The values of a facet that
// can have thousands therefore stand in further attributes too, each in one of them: where the list is too short, those
// are counted, of which each has so few values among the courses found that all are listed.

/** Facets that can have more values than the server lists. */
export const LONG_FACETS = ["provider", "skill", "stacks-into"] as const satisfies readonly Facet[];
type LongFacet = (typeof LONG_FACETS)[number];

const PARTS = 8;

export const isLong = (facet: Facet): facet is LongFacet => LONG_FACETS.some((name) => name === facet);

const partAttribute = (facet: LongFacet, part: number): string => `${facet}_${part}`;

/** The attributes in which the values of a facet stand in parts. */
export const partAttributes = (facet: LongFacet): string[] =>
  Array.from({ length: PARTS }, (_, part) => partAttribute(facet, part));

/** The values of a course in parts, by attribute; a part that has none is left out. */
export const valueParts = (values: SearchDocument["values"]): Record<string, readonly string[]> =>
  Object.fromEntries(
    LONG_FACETS.flatMap((facet) => [
      ...groupBy(values[facet], (value) => partAttribute(facet, partOf(value))),
    ]),
  );

/** Spreads values evenly: ids and slugs that differ in one character alone as well. */
const partOf = (value: string): number =>
  [...value].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521, 0) % PARTS;
