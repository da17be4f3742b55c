import type { Evidence } from "@/features/evidence/schema";
import { type EvidenceBook, evidenceBook } from "@/features/standing/book";
import { judge } from "@/features/standing/line";
import { holdsOn } from "@/features/standing/period";
import type { Standing } from "@/features/standing/standing";
import type { TrustSubject } from "@/features/standing/subject";
import { bestAt } from "@/features/standing/timeline";
import type { ReasonValue } from "@/features/trust-words/reason";
import { LINES, type LineName, rankOf, type SubStatus, type Tier } from "@/features/trust-words/tiers";
import type { Day } from "@/lib/dates";
import { partiesOf } from "./parties";
import { namesOf } from "./record-reason";
import { refusalOf } from "./refusal";
import { type TrustQuestion, trustBook } from "./verdict";

/** What a provider can do about a record that is there. */
export const REPAIR_CODES = [
  "renew",
  "new-decision",
  "settle-flag",
  "settle-identifier",
  "complete-certificate",
  "have-it-confirmed",
  "partner-review",
  "endorser-review",
  "meet-conditions",
] as const;

/** What it can add, in the order of what it leads to. */
export const ADDITION_CODES = [
  "programme-review",
  "institution-review",
  "partner-assurance",
  "voluntary-review",
  "authorisation",
  "vet-system",
  "label",
  "certificate",
  "endorsement",
  "statement",
] as const;
export type StepCode = (typeof REPAIR_CODES)[number] | (typeof ADDITION_CODES)[number];

export interface Step {
  code: StepCode;
  /** What the offer or the provider would then be shown as. */
  leadsTo: { tier: Tier; subStatus: SubStatus | null };
  /** The record that it is about. */
  record: string | null;
  link: string | null;
  /** For the sentence of `trust.steps` in messages/: reason-message.ts. */
  params: Readonly<Record<string, ReasonValue>>;
}

/**
 * Guidance for a provider: what would lead to more than the verdict of that day, each step with what it leads to; what is
 * there to be mended comes before what is new. No step is a promise: others decide.
 */
export function stepsToMoreTrust(question: TrustQuestion): Step[] {
  const { subject, records, at, knownOn = at } = question;
  const book = evidenceBook(records, knownOn);
  const mark = trustBook(records, knownOn).mark(subject, at);
  const line = LINES.findIndex(({ tier, subStatus }) => tier === mark.tier && subStatus === mark.subStatus);
  const today = line === -1 ? LINES.length : line;
  const standings = partiesOf(subject)
    .filter(({ body }) => body.role !== "awarding-body" || subject.kind === "credential")
    .flatMap(({ key }) => book.standings(key));
  const steps = [
    ...standings.flatMap((standing) => repairsOf(standing, at)).filter((step) => rankIn(step) < today),
    ...ADDITIONS.filter(({ isOpenTo }) => isOpenTo(subject))
      .map(({ code, line: name }) => stepOf(code, name, null))
      .filter((step) => rankIn(step) < today),
  ];
  return [...(mark.conditions ? conditionsOn(book, subject, at) : []), ...steps].sort(
    (a, b) => rankIn(a) - rankIn(b),
  );
}

const rankIn = ({ leadsTo }: Step): number =>
  LINES.findIndex(({ tier, subStatus }) => tier === leadsTo.tier && subStatus === leadsTo.subStatus);

function stepOf(code: StepCode, name: LineName, record: Evidence | null): Step {
  const line = LINES[rankOf(name)];
  return {
    code,
    leadsTo: { tier: line?.tier ?? "not-stated", subStatus: line?.subStatus ?? null },
    record: record?.id ?? null,
    link: record?.link ?? null,
    params: record
      ? {
          what: { evidence: record.kind, label: record.label },
          issuer: record.issuer.name,
          lender: namesOf(record.assuredBy),
        }
      : {},
  };
}

/** What would make this record count, if anything would. */
function repairsOf(standing: Standing, at: Day): Step[] {
  const { record, judgement, counts } = standing;
  const step = (code: StepCode, line: LineName | "listed" | null): Step[] =>
    line === null || line === "listed" ? [] : [stepOf(code, line, record)];
  const ifIt = (were: Partial<Evidence>): LineName | "listed" | null => judge({ ...record, ...were }).line;
  if (judgement.code === "counts-own-word") {
    return step("have-it-confirmed", ifIt({ source: { ...record.source, class: "authoritative" } }));
  }
  const code = refusalOf(standing, at);
  if (code === "negative") return step("new-decision", ifIt({ decision: "positive" }));
  if (code === "high-flag") return step("settle-flag", ifIt({ flag: "none" }));
  if (code === "identifier-of-another") return step("settle-identifier", ifIt({ answer: "found" }));
  if (code === "certificate-incomplete") return step("complete-certificate", "certificate");
  if (holdsOn(counts, at)) {
    if (judgement.line === "endorsed") return step("endorser-review", "endorsed");
    return judgement.line === "through-partner" ? step("partner-review", "through-partner") : [];
  }
  return code === "expired" ? step("renew", judgement.line) : [];
}

/** The decisions whose conditions stand in the way of a clean mark. */
const conditionsOn = (book: EvidenceBook, subject: TrustSubject, at: Day): Step[] =>
  partiesOf(subject).flatMap(({ key }) => {
    const grant = bestAt(book.timeline(key), at);
    const line = grant?.hasConditions ? LINES[grant.rank] : undefined;
    if (!grant || !line) return [];
    return [stepOf("meet-conditions", line.subStatus ?? "self-declared", grant.standing.record)];
  });

interface Addition {
  code: StepCode;
  line: LineName;
  isOpenTo: (subject: TrustSubject) => boolean;
}

const isAnOffer = ({ kind }: TrustSubject): boolean => kind !== "provider";
const isHigherEducation = ({ providerKind }: TrustSubject): boolean => providerKind === "higher-education";
const isOutside = ({ providerKind }: TrustSubject): boolean => providerKind === "other";

/** By kind of provider: an obligatory review is for higher education, authorisation and partners for the others. */
const ADDITIONS: readonly Addition[] = [
  { code: "programme-review", line: "programme", isOpenTo: (s) => isAnOffer(s) && !isOutside(s) },
  { code: "institution-review", line: "institution", isOpenTo: (s) => !isOutside(s) },
  {
    code: "partner-assurance",
    line: "through-partner",
    isOpenTo: (s) => isAnOffer(s) && !isHigherEducation(s),
  },
  { code: "voluntary-review", line: "voluntary", isOpenTo: (s) => !isHigherEducation(s) },
  { code: "authorisation", line: "register", isOpenTo: (s) => !isHigherEducation(s) },
  { code: "vet-system", line: "vet-system", isOpenTo: (s) => !isHigherEducation(s) },
  { code: "label", line: "label", isOpenTo: () => true },
  { code: "certificate", line: "certificate", isOpenTo: () => true },
  { code: "endorsement", line: "endorsed", isOpenTo: () => true },
  { code: "statement", line: "self-declared", isOpenTo: () => true },
];
