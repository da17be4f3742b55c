import type { OfferJudgement, ProviderJudgement } from "@/features/judgements/view";
import type { HeldRecord } from "@/features/record-names/view";
import type { TrustExamples } from "./view";

export interface ExampleCandidate {
  record: HeldRecord;
  judgement: Pick<ProviderJudgement, "trust"> | Pick<OfferJudgement, "trust" | "level" | "credits">;
}

/** The first candidate for each mark, and for each status of a level or, where no level has it, of credits. */
export function pickExamples(candidates: readonly ExampleCandidate[]): TrustExamples {
  const marks = new Map<string, TrustExamples["marks"][number]>();
  const levels = new Map<string, TrustExamples["claims"][number]>();
  const credits = new Map<string, TrustExamples["claims"][number]>();
  for (const { record, judgement } of candidates) {
    const { tier, subStatus } = judgement.trust;
    setOnce(marks, `${tier} ${subStatus}`, { mark: { tier, subStatus }, record });
    if (!("level" in judgement)) continue;
    setOnce(levels, judgement.level.status, { status: judgement.level.status, record });
    setOnce(credits, judgement.credits.status, { status: judgement.credits.status, record });
  }
  return { marks: [...marks.values()], claims: [...new Map([...credits, ...levels]).values()] };
}

function setOnce<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
}
