import { describe, expect, it } from "vitest";
import { type CatalogueBody, countMatches, matchBodies, matchOffers } from "./matching";
import { describedSubjects, namedSubject } from "./subjects";

const body = (id: string, given: Partial<CatalogueBody> = {}): CatalogueBody => ({
  id,
  legalName: { en: `Sample ${id}` },
  homepage: null,
  identifiers: [],
  isSample: false,
  ...given,
});
const deqar = (value: string) => ({ scheme: "deqar", value });
const NONE = new Map<string, string>();

describe("matching bodies", () => {
  it("finds by every identifier that the register gives, not only by its own", () => {
    const subject = namedSubject("provider", deqar("DEQARINST1"), {
      names: ["Sample north"],
      identifiers: [{ scheme: "schac", value: "north.example" }],
    });
    const [match] = matchBodies(
      [subject],
      [body("north", { identifiers: [{ scheme: "schac", value: "NORTH.example" }] })],
      NONE,
      [],
    );
    expect(match).toMatchObject({ records: ["north"], claimants: [], proposals: [] });
  });

  it("tells who bears an identifier out from who only claims it", () => {
    const subject = namedSubject("provider", deqar("DEQARINST1"), {
      names: ["Sample north"],
      identifiers: [{ scheme: "schac", value: "north.example" }],
    });
    const bodies = [
      body("north", { identifiers: [{ scheme: "schac", value: "north.example" }] }),
      body("impostor", { legalName: { en: "Quite another" }, identifiers: [deqar("DEQARINST1")] }),
    ];
    const [match] = matchBodies([subject], bodies, NONE, []);
    expect(match).toMatchObject({
      records: ["north"],
      claimants: ["impostor"],
      proposals: [{ recordId: "impostor", ground: "identifier" }],
    });
  });

  it("proposes by website and name together, within a website too", () => {
    const subject = namedSubject("provider", deqar("DEQARINST1"), {
      names: ["Sample north"],
      websites: ["https://north.example"],
    });
    const near = body("north", { homepage: "https://open.north.example/courses" });
    const namesake = body("namesake", { legalName: { en: "Sample north" } });
    const neighbour = body("neighbour", {
      legalName: { en: "Quite another" },
      homepage: "https://north.example",
    });
    const proposed = (decisions: Parameters<typeof matchBodies>[3]) =>
      matchBodies([subject], [near, namesake, neighbour], NONE, decisions).flatMap(({ proposals }) =>
        proposals.map(({ recordId }) => recordId),
      );
    expect(proposed([])).toEqual(["north"]);
    const decision = { kind: "provider" as const, key: subject.key, recordId: "north" };
    expect(proposed([{ ...decision, state: "rejected" }])).toEqual([]);
    expect(proposed([{ ...decision, state: "accepted" }])).toEqual([]);
  });

  it("counts what a source names, and our providers", () => {
    const subjects = ["1", "2", "3"].map((number) =>
      namedSubject("provider", deqar(number), { names: [`Sample ${number}`] }),
    );
    const bodies = [
      body("1", { identifiers: [deqar("1")] }),
      body("other", { legalName: { en: "Quite another" }, identifiers: [deqar("2")] }),
      body("missed"),
    ];
    const matches = matchBodies(subjects, bodies, NONE, []);
    expect(
      countMatches(
        matches,
        bodies.map(({ id }) => id),
      ),
    ).toEqual({
      named: { matched: 1, otherName: 1, proposed: 0, unmatched: 1 },
      providers: { matched: 1, otherName: 1, proposed: 0, missed: 1 },
    });
  });
});

describe("matching offers", () => {
  const subject = namedSubject(
    "programme",
    { scheme: "deqar-programme", value: "1" },
    {
      names: ["Data for Cities"],
      offeredBy: ["id/deqar/1"],
    },
  );
  const offer = (id: string, given: object = {}) => ({
    kind: "credential" as const,
    id,
    title: { en: "DATA for Cities" },
    providerIds: ["north"],
    takes: ["short"] as const,
    ...given,
  });
  const providers = new Map([["id/deqar/1", ["north"]]]);
  const proposedOf = (offers: ReturnType<typeof offer>[], sort: "short" | "degree" | null = "short") =>
    matchOffers([{ subject, sort }], providers, offers, NONE, []).flatMap(({ proposals }) =>
      proposals.map(({ recordId }) => recordId),
    );

  it("proposes the same title of the same provider and of the same kind", () => {
    expect(
      proposedOf([
        offer("a"),
        offer("elsewhere", { providerIds: ["south"] }),
        offer("b", { title: { en: "Data" } }),
      ]),
    ).toEqual(["a"]);
    expect(proposedOf([offer("a")], "degree")).toEqual([]);
    expect(proposedOf([offer("a")], null)).toEqual(["a"]);
  });

  it("proposes nothing where the provider is not known", () => {
    expect(
      matchOffers([{ subject, sort: "short" }], new Map(), [offer("a")], NONE, [])[0]?.proposals,
    ).toEqual([]);
  });
});

describe("subjects of a reading", () => {
  const whole = (names: string[]) =>
    namedSubject("provider", deqar("1"), { names, websites: ["https://a.example"] });
  const passing = (names: string[]) => namedSubject("provider", deqar("1"), { names, isWhole: false });
  const namesOf = (given: Parameters<typeof describedSubjects>) =>
    describedSubjects(...given).map(({ names }) => names);

  it("are each there once, with what is said of them in all places", () => {
    expect(namesOf([[whole(["A"]), passing(["B"]), whole(["C"])], []])).toEqual([["A", "B", "C"]]);
  });

  it("keep what was known where they are only named in passing, and are renewed where they are described", () => {
    expect(namesOf([[passing(["B"])], [whole(["A"])]])).toEqual([["A", "B"]]);
    expect(namesOf([[whole(["B"])], [whole(["A"])]])).toEqual([["B"]]);
  });
});
