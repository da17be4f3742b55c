import { entry, programme } from "@/features/evidence/evidence.fixture";
import { describeLevel, NQF } from "./level-case.fixture";

const third = { class: "third-party" } as const;
const six = { asserts: { eqf: 6 } } as const;
const seven = { asserts: { eqf: 7 } } as const;

describeLevel("levels that contradict each other", [
  {
    why: "The provider says 7, the authority 6: the authority's is shown, the provider's beside it.",
    states: { eqf: 7 },
    given: [entry(six)],
    is: "6 contradicted",
    beside: ["7 stated"],
    says: ["level-contradicted entry", "level-contradicts-stated"],
    changesOn: "2030-01-01",
  },
  {
    why: "A third party that differs does not contradict: neither is an authority. It is said.",
    states: { eqf: 7 },
    given: [entry({ ...six, source: third })],
    is: "7 stated",
    says: ["level-third-party-differs entry"],
  },
  {
    why: "The authority agrees with the provider, a third party differs: contradicted.",
    states: { eqf: 6 },
    given: [entry(six), entry({ ...seven, id: "third", source: third })],
    is: "6 contradicted",
    beside: ["7 third"],
    says: ["level-contradicted entry", "level-stated", "level-third-party-differs third"],
    reading: "'Two current sources, one of them authoritative' is taken at its word.",
  },
  {
    why: "Two authorities that differ contradict; the newer one is shown.",
    states: { eqf: 6 },
    given: [
      entry({ ...six, validFrom: "2024-01-01" }),
      programme({ ...seven, id: "newer", validFrom: "2026-01-01" }),
    ],
    is: "7 contradicted",
    beside: ["6 stated", "6 entry"],
    says: ["level-contradicted newer", "level-contradicts-stated", "level-authority-differs entry"],
    reading: "The table does not say which authority is shown; the newer decision is.",
  },
  {
    why: "A level that is silent contradicts nobody: the authority only names a title.",
    states: { eqf: 7 },
    given: [entry()],
    is: "7 stated",
  },
  {
    why: "A contradiction ends with the record that made it.",
    states: { eqf: 7 },
    given: [entry({ ...six, validTo: "2027-04-30" })],
    is: "6 contradicted",
    changesOn: "2027-05-01",
  },
  {
    why: "A record that has ended contradicts nobody.",
    states: { eqf: 7 },
    given: [entry({ ...six, validTo: "2026-11-22" })],
    is: "7 stated",
    says: ["level-record-ended entry"],
  },
  {
    why: "Said to be outside every framework, and an authority knows a level: contradicted.",
    states: { isOutsideFramework: true },
    given: [entry(six)],
    is: "6 contradicted",
    beside: ["- stated"],
    reading: "A declared place outside is a statement about the level, not the absence of one.",
  },
  {
    why: "The authority's cycle contradicts the stated level.",
    states: { eqf: 6 },
    given: [programme({ asserts: { cycle: "second" } })],
    is: "7 contradicted",
    beside: ["6 stated"],
  },
  {
    why: "The same EQF level by another national level of one framework is another level.",
    states: { eqf: 6, nqf: NQF.ie7 },
    given: [entry({ asserts: { eqf: 6, nqf: NQF.ie8 } })],
    is: "6 contradicted",
    beside: ["6 stated"],
    reading: "NFQ 7 and NFQ 8 are different values, though both are EQF 6.",
  },
  {
    why: "The same EQF level by levels of two frameworks is no contradiction.",
    states: { eqf: 6, nqf: NQF.fi6 },
    given: [entry({ asserts: { eqf: 6, nqf: NQF.ie8 } })],
    is: "6 confirmed",
  },
  {
    why: "A national level of confidence B does not contradict an EQF level.",
    states: { eqf: 7 },
    given: [entry({ asserts: { nqf: NQF.is5 } })],
    is: "7 stated",
    says: ["level-not-comparable entry"],
  },
  {
    why: "The same national level of confidence B on both sides confirms that.",
    states: { nqf: NQF.is5 },
    given: [entry({ asserts: { nqf: NQF.is5 } })],
    is: "- confirmed",
  },
  {
    why: "A stated national level contradicts the authority's EQF level.",
    states: { nqf: NQF.fi7 },
    given: [entry(six)],
    is: "6 contradicted",
    beside: ["7 stated"],
  },
  {
    why: "A third party alone with itself at odds: one that agrees is enough for checked, the other is said.",
    states: { eqf: 6 },
    given: [
      entry({ ...six, id: "agrees", source: third }),
      entry({ ...seven, id: "differs", source: third }),
    ],
    is: "6 checked",
    says: ["level-checked agrees", "level-third-party-differs differs"],
  },
  {
    why: "A check by the national level stands, though a third party differs.",
    states: { eqf: 6, nqf: NQF.fi6 },
    given: [entry({ ...seven, source: third })],
    is: "6 checked",
    says: ["level-third-party-differs entry"],
  },
]);
