import { describe, expect, it } from "vitest";
import type { RunView } from "@/features/courses/view";
import { makeDatedRun, makeRun } from "@/tests/factories";
import { runCells, splitColumns } from "./run-columns";

const view = (run: ReturnType<typeof makeRun>, state: RunView["state"] = "open"): RunView => ({
  ...run,
  state,
  priceBand: "not-stated",
});
const cells = (run: RunView) => runCells("en", run, "en");

describe("runCells", () => {
  it("says a start as exactly as it is known", () => {
    const starts = [
      makeDatedRun("2027-01-12"),
      makeRun({ startKind: "dated", startOn: "2027-09-01", startPrecision: "month" }),
      makeRun({ startKind: "standing" }),
      makeRun({ startText: { en: "Autumn term" } }),
      makeRun({ startText: { de: "Wintersemester" } }),
      makeRun(),
    ].map((run) => cells(view(run)).start);
    expect(starts).toEqual([
      { text: "12 Jan 2027", language: null },
      { text: "September 2027", language: null },
      { text: "Any time", language: null },
      { text: "Autumn term", language: null },
      { text: "Wintersemester", language: "de" },
      null,
    ]);
    expect(cells(view(makeDatedRun("2026-10-01"), "under-way")).start?.text).toBe("1 Oct 2026, under way");
  });

  it("keeps free, paid and unknown apart", () => {
    const prices = [
      makeRun({ priceKind: "free" }),
      makeRun({ priceKind: "paid", priceCents: 25000, currency: "EUR" }),
      makeRun(),
    ].map((run) => cells(view(run)).price?.text);
    expect(prices).toEqual(["Free", "€250", undefined]);
  });

  it("names a place by its city, else its region", () => {
    const places = [
      makeRun({ city: "Turku", region: "FI1C1", country: "FI" }),
      makeRun({ region: "FI1C1", country: "FI" }),
      makeRun({ country: "FI" }),
      makeRun(),
    ].map((run) => cells(view(run)).place?.text);
    expect(places).toEqual(["Turku, Finland", "Varsinais-Suomi, Finland", "Finland", undefined]);
  });
});

describe("splitColumns", () => {
  it("says once what all runs share and keeps what differs", () => {
    const online = { modes: ["online"], seats: 20 } as const;
    const { common, differing } = splitColumns(
      [
        makeDatedRun("2027-01-12", { ...online, languages: ["en"] }),
        makeDatedRun("2027-03-01", { ...online, languages: [] }),
      ].map((run) => cells(view(run))),
    );
    expect(common.map(({ column, words }) => [column, words.text])).toEqual([
      ["mode", "Online"],
      ["seats", "20"],
    ]);
    expect(differing).toEqual(["start", "language"]);
  });

  it("keeps the start of a single run in the table, and leaves out what it does not state", () => {
    const { common, differing } = splitColumns([cells(view(makeDatedRun("2027-01-12")))]);
    expect(common).toEqual([]);
    expect(differing).toEqual(["start"]);
  });
});
