import type { Evidence } from "@/features/evidence/schema";
import { isVouched, LINES, type LineName, rankOf } from "@/features/trust-words/tiers";
import type { Day } from "@/lib/dates";
import { addDays } from "@/lib/dates";
import { groupBy } from "@/lib/group";
import { decisionDays } from "./closing";
import { speakingOn, subjectKey } from "./knowledge";
import { partneredAssurers } from "./line";
import { ALWAYS, common, LAST_DAY, type Period } from "./period";
import { type Standing, standingsOf } from "./standing";
import { type Grant, type Segment, timelineOf } from "./timeline";

/** Below every line: DEQAR has the body, and that is all. */
export const RANK_LISTED = LINES.length;

/** All that the evidence says about each subject, worked out once however many offers ask. */
export interface EvidenceBook {
  standings(key: string): readonly Standing[];
  grants(key: string): readonly Grant[];
  /** Empty where there is no record. */
  timeline(key: string): readonly Segment[];
}

/** `records` may be about any subjects; those count that speak on the day `knownOn`. */
export function evidenceBook(records: readonly Evidence[], knownOn: Day): EvidenceBook {
  const about = groupBy(speakingOn(records, knownOn), ({ subject }) => subjectKey(subject));
  const decidedOn = decisionDays(records);
  const standings = kept((key) => standingsOf(about.get(key) ?? [], decidedOn));
  const isAbout = (key: string): boolean => about.has(key);
  const own = kept((key) => standings(key).flatMap(ownGrants));
  const vouched = kept((provider) =>
    own(providerKey(provider))
      .filter(({ rank }) => VOUCHED_RANKS.has(rank))
      .flatMap(({ periods }) => periods),
  );
  const reviewed = kept((provider) => {
    const reviews = own(providerKey(provider)).filter(({ rank }) => rank === rankOf("institution"));
    return reviewSpans(timelineOf(reviews));
  });

  const grants = kept((key) => [
    ...own(key),
    ...standings(key).flatMap((standing): Grant[] => {
      if (standing.judgement.line === "endorsed") {
        const { id } = standing.record.issuer;
        return id === null ? [] : [lent(standing, "endorsed", id, vouched(id), false)];
      }
      if (standing.judgement.line !== "through-partner") return [];
      return partneredAssurers(standing.record).flatMap((assurer) =>
        reviewed(assurer).map(({ hasConditions, ...span }) =>
          lent(standing, "through-partner", assurer, [span], hasConditions),
        ),
      );
    }),
  ]);
  const timeline = kept((key) => timelineOf(grants(key)));
  return {
    standings: (key) => (isAbout(key) ? standings(key) : []),
    grants: (key) => (isAbout(key) ? grants(key) : []),
    timeline: (key) => (isAbout(key) ? timeline(key) : []),
  };
}

export const providerKey = (id: string): string => subjectKey({ kind: "provider", id });

const VOUCHED_RANKS: ReadonlySet<number> = new Set(
  LINES.flatMap(({ subStatus }) => (subStatus !== null && isVouched(subStatus) ? [rankOf(subStatus)] : [])),
);

/** Answers each key once. */
function kept<T>(work: (key: string) => T): (key: string) => T {
  const answers = new Map<string, T>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = work(key);
    answers.set(key, answer);
    return answer;
  };
}

/** What a record establishes by itself; one in DEQAR also shows that its subject is listed. */
function ownGrants(standing: Standing): Grant[] {
  const { judgement, record, counts, hasConditions, series } = standing;
  const grant = (rank: number, periods: readonly Period[]): Grant => ({
    rank,
    standing,
    periods,
    hasConditions,
    lender: null,
    series,
  });
  const isListed = record.kind === "deqar-report" && showsListing(standing);
  return [
    ...(isListed ? [{ ...grant(RANK_LISTED, [ALWAYS]), hasConditions: false }] : []),
    ...(judgement.line === null || LENT.has(judgement.line)
      ? []
      : [grant(judgement.line === "listed" ? RANK_LISTED : rankOf(judgement.line), counts)]),
  ];
}

const LENT: ReadonlySet<LineName | "listed"> = new Set<LineName>(["endorsed", "through-partner"]);

/** A report stands in the register, even one that has ended or was negative; somebody's word for it does not. */
const showsListing = ({ judgement, record }: Standing): boolean =>
  judgement.code !== "identifier-of-another" &&
  judgement.code !== "not-in-register" &&
  record.source.class !== "provider";

/** A grant on the days on which both the record and the body that it rests on hold. */
function lent(
  standing: Standing,
  line: LineName,
  lender: string,
  days: readonly Period[],
  lenderHasConditions: boolean,
): Grant {
  return {
    rank: rankOf(line),
    standing,
    periods: common(standing.counts, days),
    hasConditions: standing.hasConditions || lenderHasConditions,
    lender,
    series: `${standing.series} ${lender}`,
  };
}

interface ReviewSpan extends Period {
  hasConditions: boolean;
}

const reviewSpans = (timeline: readonly Segment[]): ReviewSpan[] =>
  timeline.flatMap(({ from, best }, index): ReviewSpan[] => {
    const next = timeline[index + 1];
    const to = next ? addDays(next.from, -1) : LAST_DAY;
    return best ? [{ from, to, hasConditions: best.hasConditions }] : [];
  });
