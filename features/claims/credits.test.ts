import { describe, expect, it } from "vitest";
import { entry, programme, TODAY } from "@/features/evidence/evidence.fixture";
import type { Evidence } from "@/features/evidence/schema";
import type { Day } from "@/lib/dates";
import { creditsOf, type StatedWorkload } from "./credits";

interface CreditsCase {
  why: string;
  states?: Partial<StatedWorkload>;
  given?: readonly Evidence[];
  /** "300 confirmed", in hundredths. */
  is: string;
  changesOn?: Day | null;
  says?: readonly string[];
  saysNot?: readonly string[];
  reading?: string;
}

const third = { class: "third-party" } as const;
const three = { asserts: { ectsHundredths: 300 } } as const;
const hours = (min: number, max = min) => ({ hoursMin: min, hoursMax: max });

const CASES: readonly CreditsCase[] = [
  { why: "Nothing stated is nothing known.", is: "- not-stated", says: ["credits-not-stated"] },
  { why: "Stated credits are the provider's word.", states: { ectsHundredths: 300 }, is: "300 stated" },
  {
    why: "A third party's register with the same makes them checked.",
    states: { ectsHundredths: 300 },
    given: [entry({ ...three, source: third })],
    is: "300 checked",
    says: ["credits-checked entry"],
  },
  {
    why: "An authoritative record with the same confirms them.",
    states: { ectsHundredths: 300 },
    given: [programme(three)],
    is: "300 confirmed",
    changesOn: "2030-01-01",
    says: ["credits-confirmed programme"],
  },
  {
    why: "An authoritative record with others contradicts them; its own are shown.",
    states: { ectsHundredths: 500 },
    given: [entry(three)],
    is: "300 contradicted",
    says: ["credits-contradicted entry", "credits-contradicts-stated"],
  },
  {
    why: "A third party with others does not contradict; it is said.",
    states: { ectsHundredths: 500 },
    given: [entry({ ...three, source: third })],
    is: "500 stated",
    says: ["credits-third-party-differs entry"],
  },
  {
    why: "A record without credits says nothing.",
    states: { ectsHundredths: 300 },
    given: [entry()],
    is: "300 stated",
  },
  {
    why: "Nothing stated and an authority's credits: the authority's.",
    given: [entry(three)],
    is: "300 confirmed",
    says: ["credits-from-register entry"],
  },
  {
    why: "Half a credit is a value like any other.",
    states: { ectsHundredths: 250 },
    given: [entry({ asserts: { ectsHundredths: 250 } })],
    is: "250 confirmed",
  },
  {
    why: "A record that has ended confirms nothing.",
    states: { ectsHundredths: 300 },
    given: [entry({ ...three, validTo: "2026-11-22" })],
    is: "300 stated",
    says: ["credits-record-ended entry"],
  },
  {
    why: "25 hours a credit are usual: a remark, not a check.",
    states: { ectsHundredths: 300, ...hours(75) },
    is: "300 stated",
    says: ["hours-usual"],
  },
  {
    why: "30 hours a credit are usual.",
    states: { ectsHundredths: 300, ...hours(90) },
    is: "300 stated",
    says: ["hours-usual"],
  },
  {
    why: "21.7 hours a credit are unusual, not rejected.",
    states: { ectsHundredths: 300, ...hours(65) },
    is: "300 stated",
    says: ["hours-unusual"],
  },
  {
    why: "40 hours a credit are unusual.",
    states: { ectsHundredths: 300, ...hours(120) },
    is: "300 stated",
    says: ["hours-unusual"],
  },
  {
    why: "9.1 hours a credit are rather a slip: for review.",
    states: { ectsHundredths: 300, ...hours(27.3) },
    is: "300 stated",
    says: ["hours-outlier"],
  },
  {
    why: "46 hours a credit are rather a slip.",
    states: { ectsHundredths: 100, ...hours(46) },
    is: "100 stated",
    says: ["hours-outlier"],
  },
  {
    why: "15 hours a credit are still believable.",
    states: { ectsHundredths: 100, ...hours(15) },
    is: "100 stated",
    says: ["hours-unusual"],
  },
  {
    why: "A range that meets the usual one is usual.",
    states: { ectsHundredths: 300, ...hours(60, 80) },
    is: "300 stated",
    says: ["hours-usual"],
  },
  {
    why: "In the Netherlands a credit is 28 hours: that is said.",
    states: { ectsHundredths: 300, ...hours(84), country: "NL" },
    is: "300 stated",
    says: ["hours-usual", "hours-national"],
  },
  {
    why: "In Italy a credit is 25 hours, also where the offer differs from it.",
    states: { ectsHundredths: 300, ...hours(65), country: "IT" },
    is: "300 stated",
    says: ["hours-unusual", "hours-national"],
  },
  {
    why: "A country whose value we do not know has no remark.",
    states: { ectsHundredths: 300, ...hours(84), country: "FI" },
    is: "300 stated",
    saysNot: ["hours-national"],
  },
  {
    why: "Hours without credits stay hours: no credits are invented.",
    states: hours(75),
    is: "- not-stated",
    says: ["hours-only"],
  },
  {
    why: "Credits without hours have no remark on hours.",
    states: { ectsHundredths: 300, country: "NL" },
    is: "300 stated",
    saysNot: ["hours-usual", "hours-national"],
  },
  {
    why: "Hours are compared with the credits that are shown, the authority's.",
    states: { ectsHundredths: 300, ...hours(125) },
    given: [entry({ asserts: { ectsHundredths: 500 } })],
    is: "500 contradicted",
    says: ["hours-usual"],
  },
  {
    why: "60 credits are a year: too much for a micro-credential.",
    states: { ectsHundredths: 6_000 },
    is: "6000 stated",
    says: ["credits-of-a-year"],
  },
  {
    why: "59.99 credits are below a year.",
    states: { ectsHundredths: 5_999 },
    is: "5999 stated",
    saysNot: ["credits-of-a-year"],
  },
];

describe("credits", () => {
  it.each(CASES)("$why", ({ states, given = [], is, changesOn, says = [], saysNot = [] }) => {
    const unstated = { ectsHundredths: null, hoursMin: null, hoursMax: null, country: null };
    const about = ["course", "credential"];
    const credits = creditsOf({ about, stated: { ...unstated, ...states }, records: given, at: TODAY });
    expect(`${credits.ectsHundredths ?? "-"} ${credits.status}`).toBe(is);
    if (changesOn !== undefined) expect(credits.changesOn).toBe(changesOn);
    const said = credits.reasons.map(({ code, record }) => (record === null ? code : `${code} ${record}`));
    expect(said).toEqual(expect.arrayContaining([...says]));
    expect(said.filter((code) => saysNot.includes(code))).toEqual([]);
  });
});
