import { describe, expect, it } from "vitest";
import { institutional, listing, registration, statement, TODAY } from "@/features/evidence/evidence.fixture";
import type { Evidence } from "@/features/evidence/schema";
import type { Day } from "@/lib/dates";
import { awardingPowerOf } from "./awarding-power";

interface AwardingCase {
  why: string;
  states?: boolean;
  given?: readonly Evidence[];
  /** "true confirmed"; "- not-stated". */
  is: string;
  changesOn?: Day | null;
  says?: readonly string[];
  reading?: string;
}

const third = { class: "third-party" } as const;
const may = { asserts: { awardingPower: true } } as const;
const mayNot = { asserts: { awardingPower: false } } as const;

const CASES: readonly AwardingCase[] = [
  { why: "Nothing said is nothing known.", is: "- not-stated", says: ["awarding-not-stated"] },
  {
    why: "What the provider says is its word.",
    states: true,
    is: "true stated",
    says: ["awarding-stated"],
  },
  {
    why: "A third party's register that says the same makes it checked.",
    states: true,
    given: [registration({ ...may, source: third })],
    is: "true checked",
    says: ["awarding-checked registration"],
  },
  {
    why: "An authority's register that says the same confirms it.",
    states: true,
    given: [registration(may)],
    is: "true confirmed",
    changesOn: "2030-01-01",
    says: ["awarding-confirmed registration"],
  },
  {
    why: "DEQAR lists it as higher education: confirmed.",
    states: true,
    given: [listing()],
    is: "true confirmed",
    changesOn: null,
    says: ["awarding-confirmed listing"],
  },
  {
    why: "DEQAR lists it as higher education and it says nothing itself: confirmed.",
    given: [listing()],
    is: "true confirmed",
    says: ["awarding-from-register listing"],
  },
  {
    why: "DEQAR lists it as other provider, which has no degree-awarding power: that is said of it.",
    given: [listing({ listedAs: "other" })],
    is: "false confirmed",
    reading: "By the definition of the register's two kinds.",
  },
  {
    why: "It says it may award, DEQAR lists it as other provider: contradicted, the register is shown.",
    states: true,
    given: [listing({ listedAs: "other" })],
    is: "false contradicted",
    says: ["awarding-contradicted listing", "awarding-contradicts-stated"],
  },
  {
    why: "An authority that says no contradicts it.",
    states: true,
    given: [registration(mayNot)],
    is: "false contradicted",
  },
  {
    why: "A third party that says no does not contradict; it is said.",
    states: true,
    given: [registration({ ...mayNot, source: third })],
    is: "true stated",
    says: ["awarding-third-party-differs registration"],
  },
  {
    why: "Two authorities that differ contradict each other.",
    given: [listing(), registration(mayNot)],
    is: "false contradicted",
    reading: "The newer decision is shown, and one with a date before one without.",
  },
  {
    why: "A listing under another name says nothing of it.",
    states: true,
    given: [listing({ answer: "other-name", nameInRegister: "Another" })],
    is: "true stated",
  },
  {
    why: "Only DEQAR's listing has DEQAR's kinds: another register must assert the power itself.",
    states: true,
    given: [registration({ listedAs: "higher-education" })],
    is: "true stated",
  },
  {
    why: "A listing whose kind is not given says nothing of it.",
    states: true,
    given: [listing({ listedAs: null })],
    is: "true stated",
  },
  {
    why: "A report says nothing of it, unless it asserts it.",
    states: true,
    given: [institutional()],
    is: "true stated",
  },
  {
    why: "The provider's own statement as a record is its word.",
    given: [statement(may)],
    is: "true stated",
    says: ["awarding-stated statement"],
  },
  {
    why: "Its own claim to be listed as higher education confirms nothing.",
    states: true,
    given: [listing({ source: { class: "provider", providerId: "provider" } })],
    is: "true stated",
  },
  {
    why: "An authority's word that has ended says nothing any more.",
    states: true,
    given: [registration({ ...mayNot, validTo: "2026-11-22" })],
    is: "true stated",
    says: ["awarding-record-ended registration"],
  },
];

describe("awarding power", () => {
  it.each(CASES)("$why", ({ states = null, given = [], is, changesOn, says = [] }) => {
    const power = awardingPowerOf({ about: ["provider"], stated: states, records: given, at: TODAY });
    expect(`${power.value ?? "-"} ${power.status}`).toBe(is);
    if (changesOn !== undefined) expect(power.changesOn).toBe(changesOn);
    const said = power.reasons.map(({ code, record }) => (record === null ? code : `${code} ${record}`));
    expect(said).toEqual(expect.arrayContaining([...says]));
  });
});
