import { type NamedKind, type NamedParty, type NamedSubject, subjectName } from "@/features/evidence/draft";
import { domainsOf } from "@/features/evidence/same-body";
import { type Ref, refKey, refOfKey } from "@/features/pathways/ref";
import { groupBy } from "@/lib/group";

/** What a source may say of a subject besides the way it names it. */
interface Description {
  identifiers?: readonly { scheme: string; value: string }[];
  names?: readonly string[];
  websites?: readonly (string | null)[];
  offeredBy?: readonly string[];
  /** False where it is named in passing. */
  isWhole?: boolean;
}

/** A subject by the one way in which its source names it, with all else that it says of it. */
export function namedSubject(
  kind: NamedKind,
  ref: Ref,
  { identifiers = [], names = [], websites = [], offeredBy = [], isWhole = true }: Description = {},
): NamedSubject {
  const own = "scheme" in ref ? [ref] : [];
  return {
    kind,
    key: refKey(ref),
    feed: "source" in ref ? { source: ref.source, externalId: ref.externalId } : null,
    identifiers: distinct([...own, ...identifiers]),
    names: [...new Set(names)],
    domains: domainsOf(websites),
    offeredBy: [...new Set(offeredBy)].sort(),
    isWhole,
  };
}

type Identifier = NamedSubject["identifiers"][number];

const textOf = ({ scheme, value }: Identifier): string => `${scheme}:${value}`;

const distinct = (identifiers: readonly Identifier[]): Identifier[] =>
  [
    ...new Map(
      identifiers.map(({ scheme, value }) => [textOf({ scheme, value }), { scheme, value }]),
    ).values(),
  ].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));

/**
 * Each subject once, with all that is known of it: what the reading says of it in several places, and, where that is all
 * in passing, what was known before.
 */
export function describedSubjects(
  subjects: readonly NamedSubject[],
  held: readonly NamedSubject[],
): NamedSubject[] {
  const known = new Map(held.map((subject) => [subjectName(subject), subject]));
  return [...groupBy(subjects, subjectName)].flatMap(([name, places]) => {
    const before = places.some(({ isWhole }) => isWhole) ? undefined : known.get(name);
    const all = before ? [before, ...places] : places;
    const [first] = all;
    return first
      ? [
          {
            ...first,
            identifiers: distinct(all.flatMap(({ identifiers }) => identifiers)),
            names: [...new Set(all.flatMap(({ names }) => names))],
            domains: [...new Set(all.flatMap(({ domains }) => domains))],
            offeredBy: [...new Set(all.flatMap(({ offeredBy }) => offeredBy))].sort(),
          },
        ]
      : [];
  });
}

/** A body named in passing. */
export const namedParty = (name: string, ref: Ref | null): NamedParty => ({
  name,
  body: ref && namedSubject("provider", ref, { isWhole: false }),
});

/** A body of which only the key was kept. */
export function bodyOfKey(key: string): NamedSubject {
  const ref = refOfKey(key);
  if (!ref) throw new Error(`"${key}" names nobody`);
  return namedSubject("provider", ref, { isWhole: false });
}
