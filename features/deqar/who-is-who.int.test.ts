import { describe, expect, it } from "vitest";
import { listMatches } from "@/features/matches/queries";
import { decideMatch } from "@/features/registers/mutations";
import { testDatabase } from "@/tests/database";
import { importDeqar } from "@/tests/evidence";
import { insertProvider, TODAY, unique } from "@/tests/factories";
import { institution, ref, report } from "./deqar.fixture";
import { nextNumber, only, rowsAbout } from "./listed.fixture";

const database = testDatabase();
const json = (value: unknown) => JSON.stringify(value);

describe("who is who", () => {
  it("a claimed id that DEQAR has for another name is a contradiction, until a person says otherwise", async () => {
    const { db } = database;
    const number = nextNumber();
    const claimant = await insertProvider(db, {
      content: {
        legalName: { en: "Lakeland Business Academy" },
        homepage: "https://lakeland.example.com",
        identifiers: [{ scheme: "deqar", value: `DEQARINST${number}` }],
      },
    });
    const given = {
      "1.json": json(institution(number)),
      "2.json": json(report(number, { institutions: [ref(number)] })),
    };
    const imported = await importDeqar(db, given);
    expect(imported.matching).toMatchObject({
      named: { matched: 0, otherName: 1 },
      providers: { otherName: 1 },
    });
    expect((await rowsAbout(database, claimant.id)).map(({ answer }) => answer)).toEqual([
      "other-name",
      "other-name",
    ]);
    const claim = only((await listMatches(db)).filter(({ record }) => record.id === claimant.id));
    expect(claim).toMatchObject({ ground: "identifier", state: "proposed" });
    await db.transaction((tx) => decideMatch(tx, claim.id, { state: "accepted", by: "test", today: TODAY }));
    expect((await rowsAbout(database, claimant.id)).map(({ answer }) => answer)).toEqual(["found", "found"]);
  });

  it("an identifier counts where the website agrees, though the name is another", async () => {
    const { db } = database;
    const number = nextNumber();
    const provider = await insertProvider(db, {
      content: {
        legalName: { en: "Open University Centre" },
        homepage: `https://open.sample-${number}.example.org/courses`,
        identifiers: [{ scheme: "schac", value: `sample-${number}.example.org` }],
      },
    });
    await importDeqar(db, { "1.json": json(institution(number)) });
    expect(only(await rowsAbout(database, provider.id)).answer).toBe("found");
  });

  it("a website and a name together propose; a name alone does nothing", async () => {
    const { db } = database;
    const number = nextNumber();
    const name = { en: `Sample University ${number}` };
    const near = await insertProvider(db, {
      content: { legalName: name, homepage: `https://sample-${number}.example.org` },
    });
    const namesake = await insertProvider(db, {
      content: { legalName: name, homepage: "https://elsewhere.example.net" },
    });
    const neighbour = await insertProvider(db, {
      content: { legalName: { en: "Quite another" }, homepage: `https://sample-${number}.example.org` },
    });
    const source = unique("deqar");
    const given = { "1.json": json(institution(number)) };
    const imported = await importDeqar(db, given, { source });
    expect(imported.matching?.named).toEqual({ matched: 0, otherName: 0, proposed: 1, unmatched: 0 });
    for (const { id } of [near, namesake, neighbour]) expect(await rowsAbout(database, id)).toEqual([]);
    const matches = (await listMatches(db)).filter(({ record }) =>
      [near.id, namesake.id, neighbour.id].includes(record.id),
    );
    expect(only(matches)).toMatchObject({ ground: "domain-and-name", record: { id: near.id } });
    await db.transaction((tx) =>
      decideMatch(tx, only(matches).id, { state: "accepted", by: "test", today: TODAY }),
    );
    expect(only(await rowsAbout(database, near.id)).answer).toBe("found");
    expect((await importDeqar(db, given, { source })).matching?.named.matched).toBe(1);
  });
});
