import type { Reason, ReasonCode, ReasonValue } from "@/features/trust-words/reason";
import { levelOfCycle } from "@/features/vocabularies/eqf";
import type { Day } from "@/lib/dates";
import type { Assertion, Claim, Word } from "./claim";
import { claimReasons, wordReason } from "./claim-reason";
import { eqfOf, type LevelValue } from "./level-value";
import { nqfLevel } from "./nqf";

/** Why the level has its status, and what else there is to say about the values as they are stated. */
export function levelReasons(
  claim: Claim<LevelValue>,
  assertions: readonly Assertion<LevelValue>[],
  day: Day,
): Reason[] {
  const { stated, incomparable } = claim;
  const reasons = claimReasons("level", claim, assertions, say, day).map((reason) =>
    stated && reason.code === "level-stated" ? statedReason(stated.value, reason) : reason,
  );
  return [
    ...reasons,
    ...incomparable
      .filter((word) => word !== stated)
      .map((word) => wordReason("level-not-comparable", word, say)),
    ...(stated ? statedRemarks(stated) : []),
  ];
}

const say = (value: LevelValue): ReasonValue => {
  const eqf = eqfOf(value);
  if (eqf !== null) return { eqf };
  return value.nqf === null ? { word: "outside-frameworks" } : nationalName(value.nqf);
};

/** "FiNQF 6"; the address itself where we do not know it. */
function nationalName(nqf: string): string {
  const row = nqfLevel(nqf);
  return row ? `${row.framework.name} ${row.level}` : nqf;
}

/** How the provider states it: as an EQF level, a national level or a cycle. */
function statedReason(value: LevelValue, reason: Reason): Reason {
  const { eqf, nqf, cycle } = value;
  if (eqf !== null) return reason;
  if (nqf !== null && eqfOf({ eqf, nqf, cycle: null }) !== null) {
    return { ...reason, code: "level-from-nqf", params: { ...reason.params, national: nationalName(nqf) } };
  }
  if (cycle !== null) return { ...reason, code: "level-from-cycle" };
  return nqf === null ? { ...reason, code: "level-outside-frameworks" } : reason;
}

function statedRemarks({ value, record }: Word<LevelValue>): Reason[] {
  const { eqf, nqf, cycle } = value;
  const remark = (code: ReasonCode, params: Reason["params"]): Reason => ({
    code,
    record: record?.id ?? null,
    link: null,
    params,
  });
  const remarks: Reason[] = [];
  if (nqf !== null) {
    const row = nqfLevel(nqf);
    const national = nationalName(nqf);
    if (!row) remarks.push(remark("level-nqf-unknown", { national }));
    else if (row.eqf === null) remarks.push(remark("level-nqf-without-eqf", { national }));
    else if (row.confidence === "B") remarks.push(remark("level-nqf-unsure", { national }));
    else if (eqf !== null) {
      const code = row.eqf === eqf ? "level-fits-nqf" : "level-differs-from-nqf";
      remarks.push(remark(code, { value: { eqf }, national, other: { eqf: row.eqf } }));
    }
    if (row?.framework.isHistoric) remarks.push(remark("level-nqf-historic", { national }));
  }
  const known = eqfOf({ eqf, nqf, cycle: null });
  if (cycle !== null && known !== null && levelOfCycle(cycle) !== known) {
    remarks.push(
      remark("level-differs-from-cycle", { value: { eqf: known }, other: { eqf: levelOfCycle(cycle) } }),
    );
  }
  return remarks;
}
