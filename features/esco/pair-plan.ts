import type { ConceptPlans } from "./concept-plan";
import type { EscoFault, EscoFeed, PairKind, PairRows } from "./schema";

export type HeldPairs = { [K in PairKind]: Map<string, PairRows[K]> };

export interface PairPlan<R> {
  isStated: boolean;
  insert: R[];
  remove: R[];
  counts: { added: number; changed: number; unchanged: number; refused: number; missing: number };
  faults: EscoFault[];
  held: number;
  lacking: number;
}

export type PairPlans = { [K in PairKind]: PairPlan<PairRows[K]> };

export function planPairs(
  feed: EscoFeed,
  held: HeldPairs,
  concepts: ConceptPlans,
  isWhole: boolean,
): PairPlans {
  const { skill, occupation } = concepts;
  const skillUri = (id: string) => `http://data.europa.eu/esco/skill/${id}`;
  const occupationUri = (id: string) => `http://data.europa.eu/esco/occupation/${id}`;
  const stepEnds = ({ uri, broaderUri }: { uri: string; broaderUri: string }) => [uri, broaderUri];
  const uris = new Set([
    ...[...skill.keys].map(skillUri),
    ...[...occupation.keys].map(occupationUri),
    ...concepts["skill group"].keys,
    ...[...concepts["isco group"].keys].map((code) => `http://data.europa.eu/esco/isco/C${code}`),
  ]);
  const unknownIn = (ends: readonly string[]) => ends.find((uri) => !uris.has(uri)) ?? null;
  const planOf = <K extends PairKind>(kind: K, ends: (row: PairRows[K]) => readonly string[]) =>
    plan<PairRows[K]>(kind, feed.pairs[kind], held[kind], (row) => unknownIn(ends(row)), isWhole);
  return {
    "occupation-skill relation": planOf("occupation-skill relation", ({ occupationId, skillId }) => [
      occupationUri(occupationId),
      skillUri(skillId),
    ]),
    "skill-skill relation": planOf("skill-skill relation", ({ skillId, relatedId }) => [
      skillUri(skillId),
      skillUri(relatedId),
    ]),
    "step of the skill hierarchy": planOf("step of the skill hierarchy", stepEnds),
    "step of the occupation hierarchy": planOf("step of the occupation hierarchy", stepEnds),
  };
}

function plan<R extends object>(
  kind: PairKind,
  wanted: ReadonlyMap<string, R> | null,
  held: ReadonlyMap<string, R>,
  unknownIn: (row: R) => string | null,
  isWhole: boolean,
): PairPlan<R> {
  const counts = { added: 0, changed: 0, unchanged: 0, refused: 0, missing: 0 };
  const result: PairPlan<R> = {
    isStated: wanted !== null,
    insert: [],
    remove: [],
    counts,
    faults: [],
    held: held.size,
    lacking: 0,
  };
  if (!wanted) return result;
  const unknown = new Map<string, number>();
  for (const [key, row] of wanted) {
    const missingEnd = unknownIn(row);
    const before = held.get(key);
    if (missingEnd !== null) {
      counts.refused++;
      unknown.set(missingEnd, (unknown.get(missingEnd) ?? 0) + 1);
    } else if (!before) {
      counts.added++;
      result.insert.push(row);
    } else if (sameRelation(before, row)) {
      counts.unchanged++;
    } else {
      counts.changed++;
      result.remove.push(before);
      result.insert.push(row);
    }
  }
  const lacking = [...held].filter(([key]) => !wanted.has(key)).map(([, row]) => row);
  result.lacking = lacking.length;
  if (isWhole) {
    counts.missing = lacking.length;
    result.remove.push(...lacking);
  }
  result.faults = [...unknown].map(([uri, count]) => ({
    kind,
    record: uri,
    rule: "concept-unknown",
    message: `${count} rows name this concept, which no file describes; they were left out.`,
  }));
  return result;
}

/** Both ends are the key and the same; what can differ is essential or optional. */
function sameRelation(a: object, b: object): boolean {
  return ("relation" in a ? a.relation : null) === ("relation" in b ? b.relation : null);
}
