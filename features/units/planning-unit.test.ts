import { describe, expect, it } from "vitest";
import { toPlanningUnit, toTaughtUnit } from "./planning-unit";
import {
  credentialUnit,
  type Leading,
  type UnitCourse,
  type UnitCredential,
  type UnitRun,
} from "./unit-records";

const TODAY = "2026-11-25";

const learning = {
  fields: [],
  ectsHundredths: null,
  eqf: null,
  nqf: null,
  cycle: null,
  assessment: "assessed",
  assessmentTypes: [],
  supervision: "not-stated",
  hoursMax: null,
  teaches: [],
} as const;

const credential = (more: Partial<UnitCredential> = {}): UnitCredential => ({
  ...learning,
  teaches: [],
  id: "credential",
  isOutsideFramework: false,
  awardingBodies: ["body"],
  ...more,
});

const course = (id: string, more: Partial<UnitCourse> = {}): UnitCourse => ({
  ...learning,
  teaches: [],
  id,
  providerId: "teacher",
  country: "FI",
  durationDays: null,
  ...more,
});

const run = (courseId: string, priceCents: number | null, more: Partial<UnitRun> = {}): UnitRun => ({
  courseId,
  startKind: "dated",
  startOn: "2027-01-12",
  startPrecision: "day",
  endOn: "2027-02-12",
  applyBy: null,
  modes: ["online"],
  languages: ["en"],
  country: null,
  region: null,
  priceKind: priceCents === null ? "unknown" : "paid",
  priceCents,
  currency: priceCents === null ? null : "EUR",
  ...more,
});

const leads = (
  each: UnitCourse,
  needs: Leading["needs"] = "this-course",
  neededCount: number | null = null,
) => ({
  course: each,
  needs,
  neededCount,
});

function planned(leading: Leading[], runs: UnitRun[], limits = {}, own: Partial<UnitCredential> = {}) {
  const record = credentialUnit(credential(own), leading);
  if (!record) throw new Error("It is a unit");
  const runsOf = (id: string) => runs.filter(({ courseId }) => courseId === id);
  return toPlanningUnit(record, { runsOf, limits, today: TODAY });
}

describe("a unit of planning", () => {
  it("sums the courses that are all needed, and does not know what one does not say", () => {
    const [a, b] = [course("a", { hoursMax: 20.5 }), course("b", { hoursMax: 10 })];
    const both = [leads(a, "all"), leads(b, "all")];
    const known = planned(both, [run("a", 10_000), run("a", 8_000), run("b", 5_000)]);
    expect([known.priceCents, known.hours]).toEqual([13_000, 31]);
    expect(planned(both, [run("a", 10_000), run("b", null)]).priceCents).toBeNull();
    expect(planned([leads(a, "all"), leads(course("c"), "all")], []).hours).toBeNull();
    expect(planned([], []).priceCents).toBeNull();
  });

  it("takes its own hours before those of its courses", () => {
    expect(planned([leads(course("a", { hoursMax: 20 }))], [], {}, { hoursMax: 25 }).hours).toBe(25);
  });

  it("goes the cheapest of several ways that meets the limits, at the price of a run that does", () => {
    const ways = [leads(course("a")), leads(course("b"))];
    const runs = [
      run("a", 5_000, { languages: ["fi"] }),
      run("b", 9_000),
      run("b", 7_000, { languages: ["fi"] }),
    ];
    expect(planned(ways, runs).priceCents).toBe(5_000);
    expect(planned(ways, runs, { languages: ["en"] }).priceCents).toBe(9_000);
  });

  it("takes as many courses of a choice as suffice, the cheapest", () => {
    const some = ["a", "b", "c"].map((id) => leads(course(id), "some", 2));
    expect(planned(some, [run("a", 900), run("b", 100), run("c", 200)]).priceCents).toBe(300);
    expect(planned(some.slice(0, 1), [run("a", 900)]).priceCents).toBeNull();
  });

  it("counts a free run as nothing to pay, and one without a rate as unknown", () => {
    const [a] = [leads(course("a"))];
    const free = { priceKind: "free", priceCents: null, currency: null } as const;
    expect(planned([a], [run("a", null, free)]).priceCents).toBe(0);
    expect(planned([a], [run("a", 100, { currency: "BYN" })]).priceCents).toBeNull();
  });

  it("has the open runs with a start, in the provider's country where they name none", () => {
    const standing = { startKind: "standing", startOn: null, startPrecision: null, endOn: null } as const;
    const unit = planned(
      [leads(course("a", { durationDays: 30 }))],
      [
        run("a", 1),
        run("a", 1, { startOn: "2026-10-01" }),
        run("a", 1, standing),
        run("a", 1, { startKind: "not-stated", startOn: null, startPrecision: null }),
        run("a", 1, { startOn: "2026-11-01", startPrecision: "month", country: "SE" }),
      ],
    );
    expect(unit.offerings.map(({ start, weeks, country }) => [start, weeks, country])).toEqual([
      ["2027-01-12", 5, "FI"],
      [null, 5, "FI"],
      [TODAY, 5, "SE"],
    ]);
  });

  it("joins courses that are all needed to one offering with what they share", () => {
    const unit = planned(
      [leads(course("a"), "all"), leads(course("b"), "all")],
      [
        run("a", 1, { languages: ["en", "fi"] }),
        run("b", 1, { startOn: "2027-03-01", endOn: "2027-05-01", applyBy: "2027-02-01" }),
      ],
    );
    expect(unit.offerings).toEqual([
      expect.objectContaining({
        start: "2027-01-12",
        end: "2027-05-01",
        deadline: "2027-02-01",
        languages: ["en"],
        modes: ["online"],
      }),
    ]);
    expect(planned([leads(course("a"), "all"), leads(course("b"), "all")], [run("a", 1)]).offerings).toEqual(
      [],
    );
  });

  it("states for the credential what its only course states", () => {
    const stated = course("a", { ectsHundredths: 500, eqf: 6, fields: ["0613"], teaches: ["skill"] });
    expect(planned([leads(stated)], [])).toMatchObject({
      credits: 500,
      eqf: 6,
      fields: ["0613"],
      teaches: ["skill"],
      providers: ["body"],
    });
    expect(planned([leads(stated), leads(course("b"))], [])).toMatchObject({ credits: null, eqf: null });
    expect(planned([leads(stated)], [], {}, { isOutsideFramework: true, eqf: null }).eqf).toBeNull();
  });

  it("is taught where enough courses for one way have a run that can still be started", () => {
    const taught = (leading: Leading[], runs: UnitRun[]) => {
      const record = credentialUnit(credential(), leading);
      const runsOf = (id: string) => runs.filter(({ courseId }) => courseId === id);
      return record !== null && toTaughtUnit(record, { runsOf, limits: {}, today: TODAY }) !== null;
    };
    const [a, b] = [course("a"), course("b")];
    expect(taught([leads(a)], [run("a", 1)])).toBe(true);
    expect(taught([], [])).toBe(false);
    expect(taught([leads(a)], [])).toBe(false);
    expect(taught([leads(a)], [run("a", 1, { startOn: "2026-10-01", endOn: "2026-11-01" })])).toBe(false);
    expect(taught([leads(a, "all"), leads(b, "all")], [run("a", 1)])).toBe(false);
    expect(taught([leads(a, "some", 1), leads(b, "some", 1)], [run("b", 1)])).toBe(true);
  });

  it("is none for what ends in attendance", () => {
    expect(credentialUnit(credential({ assessment: "attendance-only" }), [])).toBeNull();
  });
});
