import { describe, expect, it } from "vitest";
import { NO_SEARCH, type SearchParams } from "@/features/search/schema";
import { type Found, nearOffers, type Offer } from "./near-offers";

const TODAY = "2026-11-25";
const found = (
  params: Partial<SearchParams>,
  facets: Found["facets"] = {},
  reading: Found["reading"] = { kind: "all" },
): Found => ({ total: 0, facets, params: { ...NO_SEARCH, ...params }, reading });

/** "start 2027-01 -> 2026-12 2027-01 2027-02", "-q steel", with what is known behind "=". */
const textOf = ({ change, known }: Offer): string => {
  const text =
    change.kind === "drop"
      ? change.dropped.map(({ parameter, values }) => `-${parameter} ${values.join(" ")}`).join(" ")
      : `${change.parameter} ${change.kind === "change" && `${change.from.join(" ")} -> ${change.to.join(" ")}`}`;
  return known === null ? text : `${text} = ${known}`;
};
const offersOf = (one: Found) => nearOffers(one, TODAY).map(textOf);

describe("nearOffers", () => {
  it.each<[Partial<SearchParams>, string[]]>([
    [{}, []],
    [{ selection: { mode: ["online", "hybrid"] } }, ["-mode online hybrid"]],
    [{ selection: { level: ["6"] } }, ["level 6 -> 5 6 7", "-level 6"]],
    [{ selection: { level: ["1", "8"] } }, ["level 1 8 -> 1 2 7 8", "-level 1 8"]],
    [{ selection: { level: ["not-stated"] } }, ["-level not-stated"]],
    [{ selection: { ects: ["0-1"] } }, ["ects 0-1 -> 0-1 1-3", "-ects 0-1"]],
    [{ selection: { start: ["2027-01"] } }, ["start 2027-01 -> 2026-12 2027-01 2027-02", "-start 2027-01"]],
    [{ selection: { start: ["2026-11"] } }, ["start 2026-11 -> 2026-11 2026-12", "-start 2026-11"]],
    [{ selection: { start: ["anytime"] } }, ["-start anytime"]],
    [
      { selection: { start: ["2026-12", "2027-03", "anytime"] } },
      [
        "start 2026-12 2027-03 anytime -> 2026-11 2026-12 2027-03 2027-04 anytime",
        "-start 2026-12 2027-03 anytime",
      ],
    ],
    [{ selection: { field: ["0613", "04"] } }, ["field 0613 04 -> 04 061", "-field 0613 04"]],
    [{ selection: { field: ["04"] } }, ["-field 04"]],
    [
      { selection: { confirmed: ["credits", "level"] } },
      ["-confirmed credits", "-confirmed level", "-confirmed credits level"],
    ],
    [{ ectsMin: 250, ectsMax: 300 }, ["-ects-min 2.5", "-ects-max 3"]],
    [{ occupation: "id" }, ["-occupation id"]],
    [{ query: "steel" }, ["-q steel"]],
    [{ query: "weld  steel" }, ["-q weld", "-q steel", "-q weld  steel"]],
    [{ query: "weld !" }, ["-q !", "-q weld !"]],
    [{ query: "weld weld" }, ["-q weld", "-q weld", "-q weld weld"]],
    // Words of intent go together too.
    [{ query: "learn to weld" }, ["-q learn", "-q to", "-q weld", "-q learn to", "-q learn to weld"]],
    [{ query: "free course" }, ["-q free", "-q course", "-q free course"]],
  ])("of %j", (params, offers) => {
    expect(offersOf(found(params))).toEqual(offers);
  });

  it("lead to the first page of the search that they name, by whichever engine", () => {
    const [offer] = nearOffers(found({ query: "weld", page: 3, engine: "postgres", asTyped: true }), TODAY);
    expect(offer?.params).toEqual({ ...NO_SEARCH, query: "" });
  });

  it("know what the answer says already", () => {
    const selection = { level: ["6"], mode: ["online"], field: ["061"] };
    const facets = {
      level: [
        { value: "5", count: 4 },
        { value: "7", count: 3 },
        { value: "not-stated", count: 9 },
        { value: "6", count: 0 },
      ],
      mode: [
        { value: "hybrid", count: 2 },
        { value: "online", count: 0 },
      ],
      field: [{ value: "06", count: 8 }],
    };
    const known = [
      "level 6 -> 5 6 7 = 7",
      "-level 6 = 16",
      "-mode online",
      "field 061 -> 06 = 8",
      "-field 061",
    ];
    expect(offersOf(found({ selection }, facets))).toEqual(known);
    // With mistakes forgiven, another choice might be searched as it was typed.
    const forgiven = { kind: "mistakes", corrected: "weld" } as const;
    expect(offersOf(found({ selection }, facets, forgiven)).join()).not.toContain("=");
    // A list that was cut leaves values out.
    expect(offersOf(found({ selection: { level: ["6"] }, facetLimit: 3 }, facets))).toEqual([
      "level 6 -> 5 6 7 = 7",
      "-level 6",
    ]);
  });
});
