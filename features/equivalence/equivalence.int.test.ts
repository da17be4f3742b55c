import { describe, expect, it } from "vitest";
import { skillBroader } from "@/db/schema/skills";
import { testDatabase } from "@/tests/database";
import { insertCredential, insertProvider, insertSkill, makeOutcome, NOW } from "@/tests/factories";
import { readEquivalence } from "./queries";

const database = testDatabase();

describe("two credentials side by side", () => {
  const at = () => ({ now: NOW, db: database.db });

  async function pair() {
    const { db } = database;
    const [shared, near, other] = [await insertSkill(db), await insertSkill(db), await insertSkill(db)];
    const uri = (id: string) => `http://data.europa.eu/esco/skill/${id}`;
    const group = "http://data.europa.eu/esco/skill/S1.2";
    await db.insert(skillBroader).values([near, other].map((id) => ({ uri: uri(id), broaderUri: group })));
    const provider = await insertProvider(db);
    const teaching = (...ids: string[]) =>
      ids.map((skillId) => makeOutcome({ skills: [{ skillId, method: "stated" }] }));
    const awarded = { awardingBodies: [provider.id], eqf: 6 } as const;
    const a = await insertCredential(db, {
      content: { ...awarded, ectsHundredths: 300, outcomes: teaching(shared, near) },
    });
    const b = await insertCredential(db, {
      content: { ...awarded, ectsHundredths: 500, outcomes: teaching(shared, other) },
    });
    return { a, b };
  }

  it("compares elements and outcomes", async () => {
    const { a, b } = await pair();
    const { compared } = await readEquivalence({ a: a.slug, b: b.slug }, at());
    const verdicts = Object.fromEntries(
      [...(compared?.mandatory ?? []), ...(compared?.optional ?? [])].map(({ name, verdict }) => [
        name,
        verdict,
      ]),
    );
    expect(verdicts).toMatchObject({
      learner: null,
      title: "text",
      country: "same",
      "awarding-body": "same",
      "issue-date": null,
      outcomes: "text",
      workload: "different",
      level: "same",
      assessment: "none",
      grade: null,
    });
    expect(compared?.mandatory).toHaveLength(11);
    expect(compared?.optional).toHaveLength(5);
    expect(compared?.outcomes.map(({ relation }) => relation)).toEqual(["same", "close"]);
  });

  it("finds each by its id too", async () => {
    const { a, b } = await pair();
    const page = await readEquivalence({ a: a.id, b: b.slug }, at());
    expect(page.compared).not.toBeNull();
  });

  it("compares nothing with itself", async () => {
    const { a } = await pair();
    const page = await readEquivalence({ a: a.slug, b: a.slug }, at());
    expect([page.a.kind, page.b.kind, page.compared]).toEqual(["found", "found", null]);
  });

  it("looks by name for what is no address", async () => {
    await insertCredential(database.db, { content: { title: { en: "Timber framing" } } });
    const { a, b, compared } = await readEquivalence({ a: "Timber fram", b: null }, at());
    expect(a).toMatchObject({ kind: "unknown", matches: [{ title: { en: "Timber framing" } }] });
    expect(b.kind).toBe("open");
    expect(compared).toBeNull();
  });

  it("stands whatever it is asked for", async () => {
    for (const address of ["'; drop table x; --", "no-such-thing", "%00", "\u0000", "a".repeat(200), "___"]) {
      const page = await readEquivalence({ a: address, b: address }, at());
      expect(page.a).toMatchObject({ kind: "unknown", matches: [] });
    }
  });
});
