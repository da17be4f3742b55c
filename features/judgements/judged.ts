import type { Evidence } from "@/features/evidence/schema";
import { speakingOn } from "@/features/standing/knowledge";
import type { TrustSubject } from "@/features/standing/subject";
import { type TrustBook, trustBook } from "@/features/trust/verdict";
import type { Reason } from "@/features/trust-words/reason";
import type { Day } from "@/lib/dates";
import { statementRecord } from "./statement";
import type { OfferJudgement, OfferQuestion, ProviderJudgement } from "./view";

type Unnamed<Judgement> = Omit<Judgement, "bodies">;

/** Ids of the records on whose evidence a subject's trust may rest. */
export function recordsOf(subject: TrustSubject): string[] {
  if (subject.kind === "provider") return [subject.id];
  const own = subject.kind === "course" ? [subject.credential ?? [], subject.provider].flat() : [];
  return [...new Set([subject.id, ...own, ...subject.awardingBodies])];
}

/** `records` are all rows about the records of the question and those that lend to them. */
export function judgeOffer(
  { subject, level, workload, statement }: OfferQuestion,
  records: readonly Evidence[],
  at: Day,
): Unnamed<OfferJudgement> {
  const all = statement === null ? records : [...records, statementRecord(statement)];
  const book = trustBook(all, at);
  return {
    at,
    trust: book.verdict(subject, at),
    ...claimsIn(book, { subject, level, workload }, at),
    evidence: speakingOn(all, at),
  };
}

/** The level and the credits of an offer, as its evidence leaves them. */
export function claimsIn(
  book: TrustBook,
  { subject, level, workload }: Pick<OfferQuestion, "subject" | "level" | "workload">,
  at: Day,
) {
  const credential = subject.kind === "course" ? subject.credential : null;
  const about = credential === null ? [subject.id] : [subject.id, credential];
  return {
    level: book.level({ about, stated: level, at }),
    credits: book.credits({ about, stated: workload, at }),
  };
}

/** A provider's kind in the catalogue says nothing of its awarding power, and nothing else of it is stated. */
export function judgeProvider(
  subject: Extract<TrustSubject, { kind: "provider" }>,
  records: readonly Evidence[],
  at: Day,
): Unnamed<ProviderJudgement> {
  const book = trustBook(records, at);
  return {
    at,
    trust: book.verdict(subject, at),
    awardingPower: book.awardingPower({ about: [subject.id], stated: null, at }),
    evidence: speakingOn(records, at),
  };
}

/** Ids of the providers that a verdict and its reasons name. */
export function providersNamed(judgement: {
  trust: OfferJudgement["trust"];
  level?: OfferJudgement["level"];
  credits?: OfferJudgement["credits"];
  awardingPower?: ProviderJudgement["awardingPower"];
}): string[] {
  const { trust, level, credits, awardingPower } = judgement;
  const reasons: Reason[] = [trust, level, credits, awardingPower].flatMap((verdict) => [
    ...(verdict?.reasons ?? []),
  ]);
  const inReasons = reasons.flatMap(({ params }) =>
    Object.values(params).flatMap((value) =>
      typeof value === "object" && "provider" in value ? [value.provider] : [],
    ),
  );
  return [...new Set([...(trust.body?.id ? [trust.body.id] : []), ...inReasons])];
}
