import { describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";
import { csvOf, importDeqar } from "@/tests/evidence";
import { insertProvider, unique } from "@/tests/factories";
import { INSTITUTION_COLUMNS, location } from "./deqar.fixture";
import { aListed, nextNumber, only, rowsAbout } from "./listed.fixture";

const database = testDatabase();
const _json = (value: unknown) => JSON.stringify(value);

describe("the nightly list of institutions", () => {
  const list = (rows: readonly Readonly<Record<string, string>>[]) => ({
    "institutions.csv": csvOf(INSTITUTION_COLUMNS, rows),
  });

  it("has a row a location: one institution is one listing", async () => {
    const { provider, number: id } = await aListed(database, "schac");
    const imported = await importDeqar(
      database.db,
      list([location(id), location(id, { city: "Toinen", country: "Sweden" }), location(id + 1000)]),
    );
    expect([imported.added, imported.refused]).toEqual([2, 0]);
    expect(only(await rowsAbout(database, provider.id))).toMatchObject({
      kind: "deqar-listing",
      answer: "found",
    });
  });

  it("matches by ROR, with or without its address", async () => {
    const { db } = database;
    const number = nextNumber();
    const provider = await insertProvider(db, {
      content: {
        legalName: { en: `Sample University ${number}` },
        identifiers: [{ scheme: "ror", value: `0S${number}` }],
      },
    });
    await importDeqar(db, list([location(number)]));
    expect(only(await rowsAbout(database, provider.id)).answer).toBe("found");
  });

  it("says of a claimed id that it does not have that DEQAR knows nobody by it", async () => {
    const { db } = database;
    const { provider, number: id } = await aListed(database);
    const source = unique("deqar");
    const imported = await importDeqar(db, list([location(id + 2000)]), { source });
    expect(imported.state).toBe("applied");
    expect(only(await rowsAbout(database, provider.id))).toMatchObject({
      kind: "deqar-listing",
      answer: "not-found",
    });
    await importDeqar(db, list([location(id + 2000), location(id)]), { source, today: "2026-12-01" });
    expect((await rowsAbout(database, provider.id)).map(({ answer }) => answer)).toEqual([
      "not-found",
      "found",
    ]);
    const part = await aListed(database);
    await importDeqar(db, list([location(id)]), { source, isPartial: true });
    expect(await rowsAbout(database, part.provider.id)).toEqual([]);
  });

  it("is quarantined when it has shrunken, and lets one that is gone lapse", async () => {
    const { db } = database;
    const { provider, number: id } = await aListed(database);
    const source = unique("deqar");
    const rest = Array.from({ length: 6 }, (_, at) => location(id + 3000 + at));
    await importDeqar(db, list([location(id), ...rest]), { source });
    const shrunken = await importDeqar(db, list([location(id)]), { source });
    expect([shrunken.state, shrunken.quarantine]).toEqual([
      "quarantined",
      expect.stringContaining("deqar-listing"),
    ]);
    await importDeqar(db, list(rest), { source, today: "2026-12-01" });
    expect((await rowsAbout(database, provider.id)).map(({ answer }) => answer)).toEqual([
      "found",
      "not-found",
    ]);
  });

  it("states the end of an institution that has closed", async () => {
    const { provider, number: id } = await aListed(database);
    await importDeqar(database.db, list([location(id, { closure_date: "2020-07-31" })]));
    expect(only(await rowsAbout(database, provider.id)).validTo).toBe("2020-07-31");
  });
});
