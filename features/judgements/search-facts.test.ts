import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  institutional,
  OF_COURSE,
  OF_CREDENTIAL,
  OF_PROVIDER,
  registration,
  TODAY,
} from "@/features/evidence/evidence.fixture";
import type { Evidence } from "@/features/evidence/schema";
import { addDays } from "@/lib/dates";
import { searchJudge } from "./search-facts";
import type { CourseQuestion } from "./view";

const LEVEL = { eqf: 6, nqf: null, cycle: null, isOutsideFramework: false };

function question(given: Partial<CourseQuestion> = {}): CourseQuestion {
  return {
    subject: {
      kind: "course",
      id: OF_COURSE.id,
      provider: OF_PROVIDER.id,
      providerKind: "unknown",
      credential: OF_CREDENTIAL.id,
      awardingBodies: [],
      level: LEVEL,
    },
    level: LEVEL,
    workload: { ectsHundredths: 500, hoursMin: null, hoursMax: null, country: "FI" },
    statement: null,
    ...given,
  };
}

const factsOn = (records: readonly Evidence[], today = TODAY, asked = question()) =>
  searchJudge(today)(asked, records);

const STATEMENT = {
  credentialId: OF_CREDENTIAL.id,
  text: { en: "Reviewed each year" },
  defaultLanguage: "en",
  source: { id: "source", name: "sample feed" },
  link: null,
  retrievedOn: TODAY,
};

describe("what a search knows by evidence", () => {
  it("is what is stated where there is none, and stays so", () => {
    expect(factsOn([])).toEqual({
      tier: "not-stated",
      eqf: 6,
      ectsHundredths: 500,
      confirmed: [],
      turningDays: [],
    });
  });

  it("counts a credential's words on its quality as the provider's own word", () => {
    expect(factsOn([], TODAY, question({ statement: STATEMENT }))).toMatchObject({
      tier: "self-declared",
      confirmed: [],
      turningDays: [],
    });
  });

  it("has the value of the authority where it contradicts, and then confirms nothing", () => {
    const says = registration({ subject: OF_CREDENTIAL, asserts: { eqf: 7, ectsHundredths: 500 } });
    expect(factsOn([says])).toMatchObject({
      tier: "national-authorisation",
      eqf: 7,
      ectsHundredths: 500,
      confirmed: ["trust", "credits"],
    });
  });

  it("turns on the first day and after the last one of what counts", () => {
    const [from, to] = [addDays(TODAY, -3), addDays(TODAY, 4)];
    const { turningDays } = factsOn([registration({ subject: OF_PROVIDER, validFrom: from, validTo: to })]);
    expect(turningDays).toEqual([from, addDays(to, 1)]);
  });

  it("turns on the day on which a correction came in", () => {
    const correctedOn = addDays(TODAY, 2);
    const first = registration({
      id: "first",
      subject: OF_PROVIDER,
      supersededBy: "second",
      supersededOn: correctedOn,
    });
    const second = registration({
      id: "second",
      subject: OF_PROVIDER,
      supersedes: "first",
      enteredOn: correctedOn,
      decision: "negative",
    });
    const records = [first, second];
    expect(factsOn(records).turningDays).toEqual(["2025-01-01", correctedOn]);
    expect(factsOn(records, addDays(correctedOn, -1)).tier).toBe("national-authorisation");
    expect(factsOn(records, correctedOn).tier).toBe("not-stated");
  });

  it("is the same for every course of a provider without evidence of its own, and judged anew for one that has", () => {
    const judge = searchJudge(TODAY);
    const ofProvider = institutional({ subject: OF_PROVIDER });
    const other = question({ subject: { ...question().subject, id: "other", credential: null } });
    const shared = judge(question(), [ofProvider]);
    expect(judge(other, [ofProvider])).toBe(shared);
    expect(
      judge(question(), [ofProvider, registration({ subject: OF_COURSE, asserts: { eqf: 6 } })]),
    ).toMatchObject({
      tier: shared.tier,
      confirmed: ["level", "trust"],
    });
    const lower = { ...LEVEL, eqf: 5 };
    expect(
      judge({ ...other, level: lower, subject: { ...other.subject, level: lower } }, [ofProvider]).eqf,
    ).toBe(5);
  });

  it("changes on its turning days and on no other", () => {
    const day = fc.integer({ min: -9, max: 9 }).map((days) => addDays(TODAY, days));
    const record = fc.record({
      about: fc.constantFrom(OF_PROVIDER, OF_COURSE),
      from: day,
      to: day,
      eqf: fc.constantFrom(null, 6 as const, 7 as const),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 4 }), (drawn) => {
        const records = drawn.map(({ about, from, to, eqf }, i) =>
          registration({ id: `${i}`, subject: about, validFrom: from, validTo: to, asserts: { eqf } }),
        );
        const says = (today: string) => {
          const { turningDays: _, ...facts } = factsOn(records, today);
          return JSON.stringify(facts);
        };
        const { turningDays } = factsOn(records);
        for (let days = -12; days <= 12; days++) {
          const today = addDays(TODAY, days);
          expect(factsOn(records, today).turningDays).toEqual(turningDays);
          if (!turningDays.includes(today)) expect(says(today)).toBe(says(addDays(today, -1)));
        }
      }),
      { numRuns: 60 },
    );
  });
});
