import type { Party } from "@/features/evidence/schema";
import type { Standing } from "@/features/standing/standing";
import type { Reason, ReasonCode, ReasonValue } from "@/features/trust-words/reason";
import type { TrustBody } from "@/features/trust-words/tiers";
import type { Day } from "@/lib/dates";

export interface Facts {
  standing: Standing;
  /** Whose evidence it is. */
  body: TrustBody;
  /** The body that it rests on. */
  lender: string | null;
}

type Params = Record<string, ReasonValue>;

/** A reason that rests on a record, with the values that its sentence uses. */
export const reasonOf = (code: ReasonCode, facts: Facts): Reason => ({
  code,
  record: facts.standing.record.id,
  link: facts.standing.record.link,
  params: { ...commonParams(facts), ...EXTRA[code]?.(facts) },
});

function commonParams({ standing, body }: Facts): Params {
  const { kind, label, issuer, validFrom } = standing.record;
  return {
    what: { evidence: kind, label },
    issuer: issuer.name,
    body: body.id === null ? { word: "this-offer" } : { provider: body.id },
    from: validFrom === null ? { word: "no-start" } : { day: validFrom },
    to: dayOrNone(endOf(standing)),
  };
}

const lenderParam = ({ lender, standing }: Facts): Params => ({
  lender: lender === null ? standing.record.issuer.name : { provider: lender },
});

/** Values that only some sentences use. */
const EXTRA: Partial<Record<ReasonCode, (facts: Facts) => Params>> = {
  "counts-through-partner": lenderParam,
  "counts-endorsed": lenderParam,
  "assurer-unknown": ({ standing }) => ({ lender: namesOf(standing.record.assuredBy) }),
  "assurer-not-reviewed": ({ standing }) => ({ lender: namesOf(standing.record.assuredBy) }),
  "counts-certificate": ({ standing }) => ({ number: standing.record.registerIdentifier ?? "" }),
  "certificate-incomplete": ({ standing }) => ({
    missing: { word: standing.record.registerIdentifier === null ? "number" : "end-date" },
  }),
  "identifier-of-another": ({ standing: { record } }) => ({
    identifier: record.subjectIdentifier ?? record.registerIdentifier ?? { word: "number" },
    other: record.nameInRegister ?? { word: "another-body" },
  }),
  "two-ends": ({ standing: { record, validity } }) => ({
    own: dayOrNone(validity.ownEnd),
    register: dayOrNone(record.registerEnd),
  }),
};

export const namesOf = (parties: readonly Party[]): string =>
  parties.length === 0 ? "–" : parties.map(({ name }) => name).join(", ");

const dayOrNone = (day: Day | null): ReasonValue => (day === null ? { word: "no-end" } : { day });

/** The day that counts: the earlier of the two ends. */
function endOf({ record, validity }: Standing): Day | null {
  const ends = [validity.ownEnd, record.registerEnd].filter((day) => day !== null).sort();
  return ends[0] ?? null;
}

/** What has to be said beside a record. */
export function asidesOf(facts: Facts, hasConditions: boolean): Reason[] {
  const { record, validity } = facts.standing;
  const { kind, activity, flag, registerEnd } = record;
  const isOfInstitution =
    kind === "deqar-report" && (activity === "institutional" || activity === "institutional-programme");
  const aside = (code: ReasonCode, holds: boolean): Reason[] => (holds ? [reasonOf(code, facts)] : []);
  return [
    ...aside("covers-provider-only", isOfInstitution && record.source.class !== "provider"),
    ...aside("with-conditions", hasConditions),
    ...aside("low-flag", flag === "low"),
    ...aside("two-ends", registerEnd !== null && validity.ownEnd !== null && registerEnd !== validity.ownEnd),
    ...aside("six-years", validity.isSixYears),
    ...aside("open-end", validity.ownEnd === null && registerEnd === null && kind !== "provider-statement"),
  ];
}
