import {
  type AwardingQuestion,
  type AwardingVerdict,
  awardingPowerIn,
} from "@/features/claims/awarding-power";
import { type CreditsQuestion, type CreditsVerdict, creditsIn } from "@/features/claims/credits";
import { type LevelQuestion, type LevelVerdict, levelIn } from "@/features/claims/level";
import { eqfOf, statesALevel } from "@/features/claims/level-value";
import type { Evidence } from "@/features/evidence/schema";
import { type EvidenceBook, evidenceBook, RANK_LISTED } from "@/features/standing/book";
import type { TrustSubject } from "@/features/standing/subject";
import { bestAt, endsOn, type Grant, type Segment } from "@/features/standing/timeline";
import { LINES, type TrustBody, type TrustMark, type TrustVerdict } from "@/features/trust-words/tiers";
import type { Day } from "@/lib/dates";
import { explain } from "./explain";
import { partiesOf } from "./parties";

export interface TrustQuestion {
  subject: TrustSubject;
  /**
   * All rows ever entered about the subject, its provider and awarding bodies, and about the bodies that those rows name
   * as endorsing or assuring (see `lendersOf`); any others do no harm.
   */
  records: readonly Evidence[];
  /** The day that is asked about. */
  at: Day;
  /** The day whose knowledge answers: rows that were entered or corrected later are not seen. `at` if not given. */
  knownOn?: Day;
}

/** What the evidence says of a provider, a credential or a course on a day, and why. */
export const trustOf = ({ subject, records, at, knownOn = at }: TrustQuestion): TrustVerdict =>
  trustBook(records, knownOn).verdict(subject, at);

export interface TrustBook {
  /** Without the reasons: for search documents. */
  mark(subject: TrustSubject, at: Day): TrustMark;
  verdict(subject: TrustSubject, at: Day): TrustVerdict;
  level(question: LevelQuestion): LevelVerdict;
  credits(question: CreditsQuestion): CreditsVerdict;
  awardingPower(question: AwardingQuestion): AwardingVerdict;
}

/** The same for many subjects: what is known of a body is worked out once. */
export function trustBook(records: readonly Evidence[], knownOn: Day): TrustBook {
  const book = evidenceBook(records, knownOn);
  const mark = (subject: TrustSubject, at: Day): TrustMark => markOf(book, subject, at);
  return {
    mark,
    verdict: (subject, at) => {
      const given = mark(subject, at);
      return { ...given, reasons: explain(book, subject, given, at) };
    },
    level: (question) => levelIn(book, question),
    credits: (question) => creditsIn(book, question),
    awardingPower: (question) => awardingPowerIn(book, question),
  };
}

interface Speaker {
  grant: Grant;
  body: TrustBody;
}

interface Placed {
  body: TrustBody;
  timeline: readonly Segment[];
}

// Written for a hundred thousand offers at a time: most have no evidence of their own and nothing that will change.
function markOf(book: EvidenceBook, subject: TrustSubject, at: Day): TrustMark {
  const parties = partiesOf(subject);
  const placed: Placed[] = [];
  for (const { key, body } of parties) {
    const timeline = book.timeline(key);
    if (timeline.length > 0) placed.push({ body, timeline });
  }
  const isOutOfScope = isOutsideTheRegisters(subject) && !parties.some(({ key }) => isKnown(book, key));
  const now = markOn(placed, at, isOutOfScope);
  for (const day of daysAfter(placed, at)) {
    if (!isSameMark(now, markOn(placed, day, isOutOfScope))) return { ...now, changesOn: day };
  }
  return now;
}

const isKnown = (book: EvidenceBook, key: string): boolean =>
  book.standings(key).some(({ record }) => record.answer !== "not-found");

const isSameMark = (a: TrustMark, b: TrustMark): boolean =>
  a.tier === b.tier && a.subStatus === b.subStatus && a.conditions === b.conditions;

/** The later days on which one of the timelines goes on to something else, in order. */
function daysAfter(placed: readonly Placed[], at: Day): Day[] {
  const days = new Set<Day>();
  for (const { timeline } of placed) {
    for (const { from } of timeline) if (from > at) days.add(from);
  }
  return [...days].sort();
}

function markOn(placed: readonly Placed[], day: Day, isOutOfScope: boolean): TrustMark {
  const speaker = speakerOn(placed, day);
  const line = speaker && LINES[speaker.grant.rank];
  if (!speaker || !line) {
    const subStatus = speaker?.grant.rank === RANK_LISTED ? "listed-no-report" : "not-listed";
    const floor = { conditions: false, body: null, changesOn: null };
    return isOutOfScope
      ? { tier: "out-of-scope", subStatus: null, ...floor }
      : { tier: "not-stated", subStatus, ...floor };
  }
  const { hasConditions, lender } = speaker.grant;
  const isThroughPartner = line.subStatus === "through-partner";
  return {
    tier: line.tier,
    subStatus: line.subStatus,
    conditions: hasConditions,
    body: isThroughPartner ? { role: "assuring-body", id: lender } : speaker.body,
    changesOn: null,
  };
}

function speakerOn(placed: readonly Placed[], day: Day): Speaker | null {
  let best: Speaker | null = null;
  for (const { body, timeline } of placed) {
    const grant = bestAt(timeline, day);
    if (grant && (!best || isBetter({ grant, body }, best, day))) best = { grant, body };
  }
  return best;
}

/** Of equal worth the party that comes first is named; of several awarding bodies the one whose evidence lasts longest. */
function isBetter(a: Speaker, b: Speaker, day: Day): boolean {
  if (a.grant.rank !== b.grant.rank) return a.grant.rank < b.grant.rank;
  if (a.grant.hasConditions !== b.grant.hasConditions) return !a.grant.hasConditions;
  return a.body.role === b.body.role && endsOn(a.grant, day) > endsOn(b.grant, day);
}

/** Below EQF 5, and outside higher education without a level, the registers say nothing either way. */
function isOutsideTheRegisters(subject: TrustSubject): boolean {
  if (subject.kind === "provider") return subject.providerKind === "other";
  const eqf = eqfOf(subject.level);
  if (eqf !== null && eqf <= 4) return true;
  return subject.providerKind === "other" && !statesALevel(subject.level);
}
