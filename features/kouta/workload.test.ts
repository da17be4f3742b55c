import { describe, expect, it } from "vitest";
import { workloadOf } from "./workload";

const CREDITS = "opintojenlaajuusyksikko_2#1";
const HOURS = "opintojenlaajuusyksikko_5#1";

type Given = string | number | null | undefined;

function read(unit: string, one: Given, min?: Given, max?: Given) {
  const rules: string[] = [];
  const { ectsHundredths, hoursMin, hoursMax } = workloadOf(
    {
      opintojenLaajuusyksikko: { koodiUri: unit },
      opintojenLaajuusNumero: one,
      opintojenLaajuusNumeroMin: min,
      opintojenLaajuusNumeroMax: max,
    },
    (severity, field, rule) => rules.push(`${severity} ${field} ${rule}`),
  );
  return [ectsHundredths, hoursMin, hoursMax, ...rules];
}

describe("workloadOf", () => {
  it("reads study credits as ECTS and hours as hours, as number or text", () => {
    expect(read(CREDITS, 5)).toEqual([500, null, null]);
    expect(read(CREDITS, "2,5")).toEqual([250, null, null]);
    expect(read(CREDITS, null, 3, 3.0)).toEqual([300, null, null]);
    expect(read(HOURS, 27.5)).toEqual([null, 27.5, 27.5]);
    expect(read(HOURS, undefined, 27, "216")).toEqual([null, 27, 216]);
  });

  it("takes 0 and nothing as not stated", () => {
    expect(read(HOURS, 0, 0, 0)).toEqual([null, null, null]);
    expect(read(CREDITS, null)).toEqual([null, null, null]);
    expect(workloadOf(null, () => undefined)).toEqual({
      ectsHundredths: null,
      hoursMin: null,
      hoursMax: null,
    });
  });

  it("takes no other unit for credits or hours", () => {
    expect(read("opintojenlaajuusyksikko_6#1", 180)).toEqual([
      null,
      null,
      null,
      "hint metadata.opintojenLaajuusyksikko unit-not-converted",
    ]);
  });

  it("takes no credits from a range, and no broken range", () => {
    const min = "metadata.opintojenLaajuusNumeroMin";
    expect(read(CREDITS, null, 3, 5)).toEqual([null, null, null, `warn ${min} credits-range`]);
    expect(read(HOURS, null, 30, 20)).toEqual([null, null, null, `warn ${min} range-broken`]);
    expect(read(HOURS, null, 30)).toEqual([null, null, null, `warn ${min} range-broken`]);
    expect(read(HOURS, null, null, 30)).toEqual([null, null, null, `warn ${min} range-broken`]);
  });

  it("says which number it cannot read", () => {
    expect(read(HOURS, null, "27 h", 30)).toEqual([
      null,
      null,
      null,
      "warn metadata.opintojenLaajuusNumeroMin number-unreadable",
    ]);
    expect(read(HOURS, -4)).toEqual([
      null,
      null,
      null,
      "warn metadata.opintojenLaajuusNumero number-unreadable",
    ]);
  });
});
