import { describe, expect, it } from "vitest";
import { addSample } from "@/features/sample/mutations";
import { SUB_STATUSES, TIERS } from "@/features/trust-words/tiers";
import { testDatabase } from "@/tests/database";
import { insertProvider, NOW, unique } from "@/tests/factories";
import { readJudgedProviders, readTrustExamples } from "./queries";

const database = testDatabase();

describe("examples of trust from the catalogue", () => {
  it("show nothing recorded where there is no evidence", async () => {
    const { db } = database;
    await insertProvider(db, { content: { kind: "higher-education" } });
    const { marks, claims } = await readTrustExamples({ now: NOW, db });
    expect(marks.map(({ mark }) => mark.subStatus)).toEqual(["not-listed"]);
    expect(claims).toEqual([]);
  });

  it("show every tier, kind and status from the sample", async () => {
    const { db } = database;
    await addSample(db, { now: NOW });
    const { marks, claims } = await readTrustExamples({ now: NOW, db });
    expect(new Set(marks.map(({ mark }) => mark.tier))).toEqual(new Set(TIERS));
    expect(new Set(marks.flatMap(({ mark }) => mark.subStatus ?? []))).toEqual(new Set(SUB_STATUSES));
    expect(new Set(claims.map(({ status }) => status))).toEqual(
      new Set(["not-stated", "stated", "checked", "confirmed", "contradicted"]),
    );
  });

  it("leave out providers that are not there", async () => {
    const { id } = await insertProvider(database.db, { content: { legalName: { en: unique("Here") } } });
    const judged = await readJudgedProviders([id, crypto.randomUUID()], { now: NOW, db: database.db });
    expect([...judged.keys()]).toEqual([id]);
  });
});
