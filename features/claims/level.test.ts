import { entry, programme } from "@/features/evidence/evidence.fixture";
import { describeLevel, NQF } from "./level-case.fixture";

const third = { class: "third-party" } as const;
const own = { class: "provider", providerId: "provider" } as const;
const six = { asserts: { eqf: 6 } } as const;
const seven = { asserts: { eqf: 7 } } as const;

describeLevel("a level that its provider states", [
  {
    why: "Nothing stated is nothing known.",
    states: {},
    is: "- not-stated",
    changesOn: null,
    says: ["level-not-stated"],
  },
  {
    why: "A stated level is the provider's word.",
    states: { eqf: 6 },
    is: "6 stated",
    says: ["level-stated"],
  },
  {
    why: "Declared outside every framework is the provider's word too, and no level.",
    states: { isOutsideFramework: true },
    is: "- stated",
    says: ["level-outside-frameworks"],
  },
  {
    why: "A national level of confidence A that fits makes the stated level checked.",
    states: { eqf: 6, nqf: NQF.fi6 },
    is: "6 checked",
    says: ["level-fits-nqf"],
  },
  {
    why: "Two national levels may be one EQF level: NFQ 8 is EQF 6.",
    states: { eqf: 6, nqf: NQF.ie8 },
    is: "6 checked",
  },
  { why: "So is NFQ 7.", states: { eqf: 6, nqf: NQF.ie7 }, is: "6 checked" },
  {
    why: "A national level that does not fit leaves the stated one stated, and is said.",
    states: { eqf: 7, nqf: NQF.fi6 },
    is: "7 stated",
    says: ["level-differs-from-nqf"],
    reading: "Both are the provider's word: no two sources contradict each other.",
  },
  {
    why: "A row of confidence B checks nothing, and is said.",
    states: { eqf: 6, nqf: NQF.is5 },
    is: "6 stated",
    says: ["level-nqf-unsure"],
  },
  {
    why: "A row of confidence B that differs is no conflict either: it is unsure.",
    states: { eqf: 7, nqf: NQF.is5 },
    is: "7 stated",
    says: ["level-nqf-unsure"],
  },
  {
    why: "A historic referencing that fits checks, and is said to be historic.",
    states: { eqf: 6, nqf: NQF.scotland9 },
    is: "6 checked",
    says: ["level-fits-nqf", "level-nqf-historic"],
    reading: "The row has confidence A; that the referencing is historic is a remark.",
  },
  {
    why: "A national level below the EQF checks nothing.",
    states: { eqf: 1, nqf: NQF.scotland1 },
    is: "1 stated",
    says: ["level-nqf-without-eqf"],
  },
  {
    why: "An unknown address of a national level checks nothing.",
    states: { eqf: 6, nqf: NQF.unknown },
    is: "6 stated",
    says: ["level-nqf-unknown"],
  },
  {
    why: "A national level alone gives its EQF level, still as the provider's word.",
    states: { nqf: NQF.fi6 },
    is: "6 stated",
    says: ["level-from-nqf"],
    reading: "The provider states the national level; the table translates it and confirms nothing.",
  },
  {
    why: "A national level of confidence B alone gives no EQF level.",
    states: { nqf: NQF.is5 },
    is: "- stated",
    says: ["level-nqf-unsure"],
  },
  {
    why: "A national level below the EQF gives none.",
    states: { nqf: NQF.scotland1 },
    is: "- stated",
    says: ["level-nqf-without-eqf"],
  },
  {
    why: "A historic referencing alone gives its level, said to be historic.",
    states: { nqf: NQF.scotland9 },
    is: "6 stated",
    says: ["level-from-nqf", "level-nqf-historic"],
  },
  {
    why: "The short cycle is EQF 5.",
    states: { cycle: "short" },
    is: "5 stated",
    says: ["level-from-cycle"],
  },
  { why: "The first cycle is EQF 6.", states: { cycle: "first" }, is: "6 stated" },
  { why: "The second cycle is EQF 7.", states: { cycle: "second" }, is: "7 stated" },
  { why: "The third cycle is EQF 8.", states: { cycle: "third" }, is: "8 stated" },
  {
    why: "A cycle that fits checks nothing: it is the same word twice.",
    states: { eqf: 6, cycle: "first" },
    is: "6 stated",
    reading: "Only a national level of confidence A is named as a check.",
  },
  {
    why: "A cycle that does not fit is said.",
    states: { eqf: 6, cycle: "second" },
    is: "6 stated",
    says: ["level-differs-from-cycle"],
  },
  {
    why: "A cycle that contradicts the national level is said too.",
    states: { nqf: NQF.fi6, cycle: "second" },
    is: "6 stated",
    says: ["level-differs-from-cycle"],
  },
]);

describeLevel("a level that a record asserts", [
  {
    why: "An authoritative record about the credential with the same level confirms it.",
    states: { eqf: 6 },
    given: [entry(six)],
    is: "6 confirmed",
    changesOn: "2030-01-01",
    says: ["level-confirmed entry"],
  },
  {
    why: "A DEQAR report about the programme with the same cycle confirms it.",
    states: { eqf: 6 },
    given: [programme({ asserts: { cycle: "first" } })],
    is: "6 confirmed",
  },
  {
    why: "An authority's national level of confidence A confirms the EQF level that it is.",
    states: { eqf: 6 },
    given: [entry({ asserts: { nqf: NQF.fi6 } })],
    is: "6 confirmed",
    reading: "'The same' is the same EQF level, by the table.",
  },
  {
    why: "A third party's register with the same level makes it checked.",
    states: { eqf: 6 },
    given: [entry({ ...six, source: third })],
    is: "6 checked",
    says: ["level-checked entry"],
  },
  {
    why: "A DEQAR report that a third party passes on is still DEQAR's: confirmed.",
    states: { eqf: 6 },
    given: [programme({ ...six, source: third })],
    is: "6 confirmed",
  },
  {
    why: "A provider's own record adds nothing to its word.",
    states: { eqf: 6 },
    given: [entry({ ...six, source: own })],
    is: "6 stated",
  },
  {
    why: "A record that says nothing of the level confirms nothing.",
    states: { eqf: 6 },
    given: [entry()],
    is: "6 stated",
  },
  {
    why: "A record about the provider says nothing of the level of a course.",
    states: { eqf: 6 },
    given: [entry({ ...six, subject: { kind: "provider", id: "provider" } })],
    is: "6 stated",
  },
  {
    why: "A record about another credential says nothing here.",
    states: { eqf: 6 },
    given: [entry({ ...seven, subject: { kind: "credential", id: "another" } })],
    is: "6 stated",
  },
  {
    why: "Nothing stated and an authority's level: the authority's, confirmed.",
    states: {},
    given: [entry(six)],
    is: "6 confirmed",
    says: ["level-from-register entry"],
    reading: "There is no other word to contradict.",
  },
  {
    why: "Nothing stated and a third party's level: the third party's, checked.",
    states: {},
    given: [entry({ ...six, source: third })],
    is: "6 checked",
    says: ["level-from-register entry"],
    reading: "The status of a register that is not the authority's.",
  },
  {
    why: "A confirmed level lapses with the record.",
    states: { eqf: 6 },
    given: [entry({ ...six, validTo: "2026-11-22" })],
    is: "6 stated",
    changesOn: null,
    says: ["level-record-ended entry"],
  },
  {
    why: "A record that is still to come confirms from its day on.",
    states: { eqf: 6 },
    given: [entry({ ...six, validFrom: "2027-01-01" })],
    is: "6 stated",
    changesOn: "2027-01-01",
  },
  {
    why: "A record whose decision is negative asserts nothing that holds.",
    states: { eqf: 6 },
    given: [entry({ ...six, decision: "negative" })],
    is: "6 stated",
  },
  {
    why: "A record with a high-level flag asserts nothing that holds.",
    states: { eqf: 6 },
    given: [programme({ ...six, flag: "high" })],
    is: "6 stated",
  },
  {
    why: "A record that only informs still informs of the level.",
    states: { eqf: 6 },
    given: [entry({ ...six, decision: "not-applicable" })],
    is: "6 confirmed",
    reading: "A register of levels decides nothing; what it says of a level is all the same the authority's.",
  },
  {
    why: "A check by the national level and a confirmation: confirmed.",
    states: { eqf: 6, nqf: NQF.fi6 },
    given: [entry(six)],
    is: "6 confirmed",
  },
]);
