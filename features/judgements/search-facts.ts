import { isConfirmedClaim } from "@/features/claims/claim";
import type { Evidence } from "@/features/evidence/schema";
import { type TrustBook, trustBook } from "@/features/trust/verdict";
import { isConfirmedTier, type Tier } from "@/features/trust-words/tiers";
import type { Day } from "@/lib/dates";
import { CONFIRMED_VALUES, type ConfirmedValue } from "./confirmed";
import { claimsIn } from "./judged";
import { statementRecord } from "./statement";
import type { CourseQuestion } from "./view";

/** What a search knows of a course by its evidence. */
export interface SearchFacts {
  tier: Tier;
  /** The values shown: of those that contradict each other the authority's. */
  eqf: number | null;
  ectsHundredths: number | null;
  confirmed: readonly ConfirmedValue[];
  /** Every day on which trust, level or credits become another, whatever day is asked for. In order. */
  turningDays: readonly Day[];
}

const FIRST_DAY: Day = "0001-01-01";

/** Judges course after course on one day; what several courses share by their provider and bodies is worked out once. */
export function searchJudge(today: Day) {
  const shared = new Map<string, SearchFacts>();
  /** `records` are all rows about the records of the question and those that lend to them. */
  return (question: CourseQuestion, records: readonly Evidence[]): SearchFacts => {
    const all = question.statement ? [...records, statementRecord(question.statement)] : records;
    if (records.length === 0 || hasOwn(question, records)) return searchFacts(question, all, today);
    const key = sharedKey(question);
    const known = shared.get(key) ?? searchFacts(question, all, today);
    shared.set(key, known);
    return known;
  };
}

const hasOwn = ({ subject }: CourseQuestion, records: readonly Evidence[]): boolean =>
  records.some(({ subject: { id } }) => id === subject.id || id === subject.credential);

/** All that the answer rests on where no record is about the course or its credential. */
function sharedKey({ subject, level, workload, statement }: CourseQuestion): string {
  const { provider, providerKind, awardingBodies } = subject;
  return JSON.stringify([
    provider,
    providerKind,
    awardingBodies.toSorted(),
    level,
    workload.ectsHundredths,
    statement !== null,
  ]);
}

function searchFacts(question: CourseQuestion, records: readonly Evidence[], today: Day): SearchFacts {
  const { mark, level, credits } = answersIn(trustBook(records, today), question, today);
  const confirmed: Record<ConfirmedValue, boolean> = {
    level: isConfirmedClaim(level.status),
    trust: isConfirmedTier(mark.tier),
    credits: isConfirmedClaim(credits.status),
  };
  return {
    tier: mark.tier,
    eqf: level.eqf,
    ectsHundredths: credits.ectsHundredths,
    confirmed: CONFIRMED_VALUES.filter((value) => confirmed[value]),
    turningDays: turningDays(question, records),
  };
}

function answersIn(book: TrustBook, question: CourseQuestion, day: Day) {
  return { mark: book.mark(question.subject, day), ...claimsIn(book, question, day) };
}

/** By time alone, as the verdicts themselves say it; and by what was known: a corrected row speaks otherwise from then on. */
function turningDays(question: CourseQuestion, records: readonly Evidence[]): Day[] {
  if (records.length === 0) return [];
  const corrections = records.flatMap(({ supersedes, enteredOn, supersededOn }) => [
    ...(supersedes === null ? [] : [enteredOn]),
    ...(supersededOn === null ? [] : [supersededOn]),
  ]);
  const spans = [FIRST_DAY, ...new Set(corrections.toSorted())];
  const answers = spans.flatMap((from, i) => answersFrom(question, records, from, spans[i + 1] ?? null));
  return answers.filter(({ says }, i) => i > 0 && says !== answers[i - 1]?.says).map(({ day }) => day);
}

/** The answers of the days from `from` to the one before `end`, known as on the first of them. */
function answersFrom(
  question: CourseQuestion,
  records: readonly Evidence[],
  from: Day,
  end: Day | null,
): { day: Day; says: string }[] {
  const book = trustBook(records, from);
  const answers: { day: Day; says: string }[] = [];
  for (let day: Day | null = from; day !== null && (end === null || day < end); ) {
    const { mark, level, credits } = answersIn(book, question, day);
    answers.push({
      day,
      says: JSON.stringify([
        [mark.tier, mark.subStatus, mark.conditions],
        [level.eqf, level.nqf, level.cycle, level.isOutsideFramework, level.status],
        [credits.ectsHundredths, credits.status],
      ]),
    });
    const next: Day[] = [mark, level, credits].flatMap(({ changesOn }) => changesOn ?? []);
    day = next.sort()[0] ?? null;
  }
  return answers;
}
