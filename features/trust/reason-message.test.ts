import fc from "fast-check";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { awardingPowerOf } from "@/features/claims/awarding-power";
import { creditsOf } from "@/features/claims/credits";
import { levelOf } from "@/features/claims/level";
import { NQF } from "@/features/claims/level-case.fixture";
import {
  assurance,
  endorsement,
  entry,
  institutional,
  listing,
  registration,
} from "@/features/evidence/evidence.fixture";
import { REASON_CODES, REASON_WORDS, type Reason } from "@/features/trust-words/reason";
import { reasonMessage } from "@/features/trust-words/reason-message";
import { SUB_STATUSES } from "@/features/trust-words/tiers";
import { formatDay, formatHundredths, formatNumber } from "@/lib/format";
import { LOCALES, type Locale } from "@/lib/locales";
import en from "@/messages/en.json";
import fi from "@/messages/fi.json";
import { ADDITION_CODES, REPAIR_CODES, stepsToMoreTrust } from "./raise";
import { day, FIRST, records, subjects } from "./random-evidence.fixture";
import { course } from "./trust-case.fixture";
import { trustOf } from "./verdict";

const MESSAGES = { en, fi };
const at = "2026-11-23";
const third = { class: "third-party" } as const;
const UNSTATED = { eqf: null, nqf: null, cycle: null, isOutsideFramework: false };

const byChance = fc
  .sample(fc.tuple(subjects, records, day), { numRuns: 6_000, seed: 11 })
  .flatMap(([subject, given, on]) => [
    ...trustOf({ subject, records: given, at: on, knownOn: FIRST }).reasons,
  ]);

/** What chance makes too rarely. */
const byHand = [
  [endorsement(), registration({ subject: { kind: "provider", id: "endorser" } })],
  [assurance(), institutional({ subject: { kind: "provider", id: "assurer" } })],
].flatMap((given) => [...trustOf({ subject: course(), records: given, at }).reasons]);

const ofLevels = [
  { stated: {} },
  { stated: { isOutsideFramework: true } },
  { stated: { nqf: NQF.fi6 }, given: [entry({ asserts: { eqf: 6 } })] },
  { stated: { cycle: "first" as const }, given: [entry({ asserts: { eqf: 7 }, source: third })] },
  { stated: { eqf: 6, nqf: NQF.fi6 }, given: [entry({ asserts: { eqf: 6 }, source: third })] },
  { stated: { eqf: 7, nqf: NQF.fi6, cycle: "first" as const } },
  { stated: { eqf: 6, nqf: NQF.is5 } },
  { stated: { eqf: 6, nqf: NQF.unknown } },
  { stated: { eqf: 1, nqf: NQF.scotland1 } },
  { stated: {}, given: [entry({ asserts: { eqf: 6 } })] },
  { stated: { eqf: 7 }, given: [entry({ asserts: { nqf: NQF.is5 } })] },
  {
    stated: { eqf: 7 },
    given: [
      entry({ asserts: { eqf: 6 } }),
      entry({ id: "older", validFrom: "2024-01-01", asserts: { eqf: 5 } }),
      entry({ id: "ended", validTo: "2026-01-01", asserts: { eqf: 4 } }),
    ],
  },
].flatMap(({ stated, given = [] }) => [
  ...levelOf({ about: ["credential"], stated: { ...UNSTATED, ...stated }, records: given, at }).reasons,
]);

const VALUES = { ectsHundredths: 300, awardingPower: true } as const;
const OTHERS = { ectsHundredths: 500, awardingPower: false } as const;
const RECORDS = [
  [],
  [registration({ asserts: VALUES })],
  [registration({ asserts: VALUES, source: third })],
  [registration({ asserts: OTHERS, source: third })],
  [registration({ asserts: OTHERS, validTo: "2026-01-01" })],
  [registration({ asserts: OTHERS }), institutional({ asserts: VALUES, validFrom: "2024-01-01" })],
  [registration({ asserts: OTHERS }), listing()],
];
const HOURS = [75, 65, 20].map((hours) => ({ hoursMin: hours, hoursMax: hours + 1 }));
const ofCredits = [300, null, 6_000].flatMap((ectsHundredths) =>
  RECORDS.flatMap((given) =>
    HOURS.flatMap((hours) => [
      ...creditsOf({
        about: ["credential"],
        stated: { ectsHundredths, country: "NL", ...hours },
        records: given.map((record) => ({ ...record, subject: { kind: "credential", id: "credential" } })),
        at,
      }).reasons,
    ]),
  ),
);
const ofPowers = [true, null].flatMap((stated) =>
  RECORDS.flatMap((given) => [
    ...awardingPowerOf({ about: ["provider"], stated, records: given, at }).reasons,
  ]),
);

const reasons: Reason[] = [...byChance, ...byHand, ...ofLevels, ...ofCredits, ...ofPowers];

function sentences(locale: Locale): { texts: string[]; faults: string[] } {
  const faults: string[] = [];
  const t = createTranslator({
    locale,
    messages: MESSAGES[locale],
    onError: (error) => faults.push(error.message),
  });
  const texts = reasons.map((reason) => {
    const { key, values } = reasonMessage(reason, {
      day: (value) => formatDay(locale, value),
      provider: (id) => `Sample ${id}`,
      credits: (hundredths) => formatHundredths(locale, hundredths),
      number: (value) => formatNumber(locale, value),
      kind: (kind) => t(`trust.kinds.${kind}`),
      label: (label) => t(`trust.labels.${label}`),
      word: (word) => t(`trust.words.${word}`),
    });
    return t(`trust.reasons.${key}`, values);
  });
  return { texts, faults };
}

describe("reasons in words", () => {
  it("are tested with every code there is", () => {
    const seen = new Set(reasons.map(({ code }) => code));
    expect(REASON_CODES.filter((code) => !seen.has(code))).toEqual([]);
  });

  it.each(LOCALES)("are whole sentences in %s, with every value in its place", (locale) => {
    const { texts, faults } = sentences(locale);
    expect([...new Set(faults)]).toEqual([]);
    expect(texts.filter((text) => !/^[^{}]+[.)]$/.test(text) || /undefined|null|NaN/.test(text))).toEqual([]);
  });

  it.each(LOCALES)("and so are the steps to more trust, in %s", (locale) => {
    const faults: string[] = [];
    const t = createTranslator({
      locale,
      messages: MESSAGES[locale],
      onError: (error) => faults.push(error.message),
    });
    const words = { day: String, provider: String, credits: String, number: String };
    const steps = fc
      .sample(fc.tuple(subjects, records, day), { numRuns: 500, seed: 11 })
      .flatMap(([subject, given, on]) =>
        stepsToMoreTrust({ subject, records: given, at: on, knownOn: FIRST }),
      );
    for (const step of steps) {
      const { key, values } = reasonMessage(step, { ...words, kind: String, label: String, word: String });
      expect(t(`trust.steps.${key}`, values)).toMatch(/^[^{}]+[.)]$/);
    }
    expect(faults).toEqual([]);
  });

  it("write days, numbers and names as the page lends them", () => {
    const [reason] = trustOf({
      subject: { kind: "provider", id: "provider", providerKind: "higher-education" },
      records: [institutional()],
      at,
    }).reasons;
    const plain = { day: String, provider: String, credits: String, number: String };
    const words = { ...plain, kind: String, label: String, word: String };
    expect(reason && reasonMessage(reason, words)).toEqual({
      key: "counts-institution",
      values: {
        what: "deqar-report",
        issuer: "Sample Agency",
        body: "provider",
        from: "2025-01-01",
        to: "2029-12-31",
      },
    });
  });
});

describe("the other words of trust", () => {
  it.each(Object.entries(MESSAGES))("are there in %s", (_, { trust }) => {
    expect(Object.keys(trust.reasons).sort()).toEqual([...REASON_CODES].sort());
    expect(Object.keys(trust.words).sort()).toEqual([...REASON_WORDS].sort());
    expect(Object.keys(trust["sub-statuses"]).sort()).toEqual([...SUB_STATUSES].sort());
    expect(Object.keys(trust.steps).sort()).toEqual([...REPAIR_CODES, ...ADDITION_CODES].sort());
  });
});
