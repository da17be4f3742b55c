import { eqfOf } from "@/features/claims/level-value";
import { type EvidenceBook, providerKey, RANK_LISTED } from "@/features/standing/book";
import type { Standing } from "@/features/standing/standing";
import type { TrustSubject } from "@/features/standing/subject";
import { activeOn, bestAt, byWorth, type Grant } from "@/features/standing/timeline";
import { REFUSAL_CODES, type Reason, type RefusalCode } from "@/features/trust-words/reason";
import { LINES, type TrustBody, type TrustMark } from "@/features/trust-words/tiers";
import type { Day } from "@/lib/dates";
import { partiesOf } from "./parties";
import { asidesOf, type Facts, reasonOf } from "./record-reason";
import { refusalOf } from "./refusal";

/** Every record of the subject and its parties, once: first those that count, the best first, then why others do not. */
export function explain(book: EvidenceBook, subject: TrustSubject, mark: TrustMark, at: Day): Reason[] {
  const parties = partiesOf(subject);
  const counting: { grant: Grant; body: TrustBody }[] = [];
  const refused: { standing: Standing; body: TrustBody; code: RefusalCode }[] = [];
  for (const { key, body } of parties) {
    const grants = activeOn(book.grants(key), at).sort((a, b) => byWorth(a, b, at));
    for (const standing of book.standings(key)) {
      const grant = grants.find(({ standing: held, rank }) => held === standing && rank < RANK_LISTED);
      if (grant) counting.push({ grant, body });
      else refused.push({ standing, body, code: refusalOf(standing, at) });
    }
  }
  const order = new Map(parties.map(({ body }, index) => [body, index]));
  counting.sort(
    (a, b) =>
      byWorthThenParty(a.grant, b.grant) ||
      (order.get(a.body) ?? 0) - (order.get(b.body) ?? 0) ||
      byWorth(a.grant, b.grant, at),
  );
  refused.sort(
    (a, b) =>
      REFUSAL_CODES.indexOf(a.code) - REFUSAL_CODES.indexOf(b.code) ||
      (a.standing.record.id < b.standing.record.id ? -1 : 1),
  );
  const neutral = neutralReason(book, subject, mark, at);
  return [
    ...(neutral ? [neutral] : []),
    ...counting.flatMap(({ grant, body }) => countingReasons(book, grant, body, at)),
    ...refused
      .filter(({ code, standing }) => !(code === "listed" && standing.record.id === neutral?.record))
      .flatMap(({ standing, body, code }) => refusalReasons(standing, body, code)),
  ];
}

const byWorthThenParty = (a: Grant, b: Grant): number =>
  a.rank - b.rank || Number(a.hasConditions) - Number(b.hasConditions);

function countingReasons(book: EvidenceBook, grant: Grant, body: TrustBody, at: Day): Reason[] {
  const { standing, lender } = grant;
  const facts: Facts = { standing, body, lender };
  const { judgement } = standing;
  if (judgement.line === null) return [];
  return [
    reasonOf(judgement.code, facts),
    ...asidesOf(facts, grant.hasConditions),
    ...(lender === null ? [] : lenderReasons(book, lender, at)),
  ];
}

/** On what the body stands that assures or endorses. */
function lenderReasons(book: EvidenceBook, lender: string, at: Day): Reason[] {
  const grant = bestAt(book.timeline(providerKey(lender)), at);
  if (!grant) return [];
  const facts: Facts = {
    standing: grant.standing,
    body: { role: "assuring-body", id: lender },
    lender: null,
  };
  const isReview = LINES[grant.rank]?.tier === "external-review-esg";
  return [reasonOf(isReview ? "covers-provider-only" : "endorser-vouched", facts)];
}

function refusalReasons(standing: Standing, body: TrustBody, code: RefusalCode): Reason[] {
  const facts: Facts = { standing, body, lender: null };
  const isOfDates = code === "expired" || code === "not-yet-valid";
  const ends = asidesOf(facts, false).filter(({ code }) => code === "two-ends" || code === "six-years");
  return [reasonOf(code, facts), ...(isOfDates ? ends : [])];
}

/** What is said first where no line of the table holds. */
function neutralReason(
  book: EvidenceBook,
  subject: TrustSubject,
  { tier, subStatus }: TrustMark,
  at: Day,
): Reason | null {
  const plain = { record: null, link: null };
  if (tier === "out-of-scope") {
    const eqf = subject.kind === "provider" ? null : eqfOf(subject.level);
    return eqf === null || eqf > 4
      ? { code: "out-of-scope-provider", ...plain, params: {} }
      : { code: "out-of-scope-level", ...plain, params: { level: eqf } };
  }
  if (tier !== "not-stated") return null;
  if (subStatus === "not-listed") return { code: "not-listed", ...plain, params: {} };
  for (const { key, body } of partiesOf(subject)) {
    const grant = bestAt(book.timeline(key), at);
    if (grant) return reasonOf("listed-no-report", { standing: grant.standing, body, lender: null });
  }
  return null;
}
