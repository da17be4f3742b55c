import type { BASES } from "@/db/schema/pathways";
import type { Certainty, ProgrammeVersion, RuleSource } from "@/features/pathways/programme";
import { CERTAINTIES, tierOf } from "@/features/pathways/programme";
import { ancestry, nodesOf } from "@/features/pathways/requirement-tree";
import type { NameOf } from "@/features/record-names/names";
import type { CountingRow, GroundRow } from "@/features/stacking/queries";
import type { Day } from "@/lib/dates";
import { groupBy } from "@/lib/group";
import type {
  CountingUnit,
  CountsTowards,
  CountsTowardsRow,
  Ground,
  NotTowardsRow,
  PartCounting,
  QualificationRef,
} from "./view";

interface GroundNames {
  basis: (typeof BASES)[number];
  groundId: string | null;
  certainty: Certainty;
  decisionBody: string;
  validTo: Day | null;
}

export function toGround(
  { basis, groundId, certainty, decisionBody, validTo }: GroundNames,
  programme: ProgrammeVersion,
  nameOf: NameOf,
): Ground {
  return {
    basis,
    rule: groundId,
    certainty,
    decider: nameOf(decisionBody),
    source: sourceOf(programme, basis, groundId),
    until: validTo,
  };
}

function sourceOf(
  { rules, equivalences, source }: ProgrammeVersion,
  basis: GroundNames["basis"],
  groundId: string | null,
): RuleSource {
  const list = basis === "rule" ? rules : basis === "equivalent" ? equivalences : [];
  return list.find(({ id }) => id === groundId)?.source ?? source;
}

/** Part -> what counts in it; the rows are in the order in which they are shown. */
export function toPartCountings(
  rows: readonly CountingRow[],
  programme: ProgrammeVersion,
  nameOf: NameOf,
): Map<string, PartCounting> {
  const toUnit = (row: CountingRow): CountingUnit => ({
    ...toGround(row, programme, nameOf),
    unit: nameOf(row.unitId),
    credits: row.credits || null,
    eqf: row.eqf,
  });
  return new Map(
    [...groupBy(rows, ({ nodeId }) => nodeId)].map(([nodeId, list]) => {
      const possible = list.filter(({ certainty }) => certainty === "possible");
      const counted = list.filter(({ certainty }) => certainty !== "possible");
      return [
        nodeId,
        {
          counted: counted.map(toUnit),
          countedTotal: counted[0]?.total ?? 0,
          possible: possible.map(toUnit),
          possibleTotal: possible[0]?.total ?? 0,
        },
      ];
    }),
  );
}

/** What a qualification whose version is in force grants to a unit, or to the credentials a course leads to. */
export interface StackRow extends GroundRow {
  qualification: QualificationRef;
  version: string;
  programme: ProgrammeVersion;
}

/** @param self the unit whose page it is: what counts by another one says by which */
export function toCountsTowards(
  rows: readonly StackRow[],
  { self, nameOf, today }: { self: string; nameOf: NameOf; today: Day },
): Omit<CountsTowards, "more"> {
  const towards: CountsTowardsRow[] = [];
  const notTowards: NotTowardsRow[] = [];
  const byPart = groupBy(
    rows,
    ({ qualification, nodeId, unitId }) => `${qualification.id} ${nodeId} ${unitId}`,
  );
  for (const list of byPart.values()) {
    const holding = list.filter((row) => row.refusal === null && isOn(row, today));
    const [best] = holding.toSorted((a, b) => tierOf(a.certainty) - tierOf(b.certainty));
    if (best) {
      towards.push({
        ...partOf(best, self, nameOf),
        ...toGround(best, best.programme, nameOf),
        credits: best.credits || null,
        evidenceRequired: best.programme.rules.find(({ id }) => id === best.groundId)?.evidenceRequired ?? [],
      });
    }
    if (best && best.certainty !== "possible") continue;
    for (const row of list.filter((each) => !holding.includes(each))) {
      const { decider, source, rule } = toGround(row, row.programme, nameOf);
      notTowards.push({
        ...partOf(row, self, nameOf),
        ...reasonOf(row, today),
        rule: rule ?? "",
        decider,
        source,
      });
    }
  }
  const order = (row: CountsTowardsRow) =>
    `${CERTAINTIES.indexOf(row.certainty)} ${row.qualification.slug} ${row.part.id}`;
  return { towards: towards.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)), notTowards };
}

const isOn = ({ validFrom, validTo }: GroundRow, today: Day): boolean =>
  (validFrom === null || validFrom <= today) && (validTo === null || validTo >= today);

function reasonOf(
  { refusal, validFrom, validTo }: GroundRow,
  today: Day,
): Pick<NotTowardsRow, "because" | "day"> {
  if (validTo !== null && validTo < today) return { because: "rule-expired", day: validTo };
  if (validFrom !== null && validFrom > today) return { because: "rule-to-come", day: validFrom };
  return { because: refusal ?? "quality-not-shown", day: null };
}

function partOf(
  { qualification, version, programme, nodeId, unitId }: StackRow,
  self: string,
  nameOf: NameOf,
) {
  const titles = new Map([...nodesOf(programme.root)].map(({ id, title }) => [id, title]));
  const [root = nodeId, ...below] = ancestry(programme.root).get(nodeId) ?? [];
  const way = below.length > 0 ? below : [root];
  return {
    qualification,
    version,
    part: { id: nodeId, titles: way.map((id) => titles.get(id) ?? {}) },
    via: unitId === self ? null : nameOf(unitId),
  };
}
