import { describe, expect, it } from "vitest";
import { applyChange } from "@/features/changes/mutations";
import { findCourse, listCourseSummaries } from "@/features/courses/queries";
import { findCredential } from "@/features/credentials/queries";
import { listDue } from "@/features/postgres-search/documents";
import { renewDue } from "@/features/postgres-search/mutations";
import { postgresEngine } from "@/features/postgres-search/postgres-engine";
import { findProvider } from "@/features/providers/queries";
import { addDays } from "@/lib/dates";
import { testDatabase } from "@/tests/database";
import { importEvidence, importRegister, indexedSince, lastChange } from "@/tests/evidence";
import {
  ACTOR,
  insertCourse,
  insertCredential,
  insertProvider,
  insertSource,
  MOMENT,
  NOW,
  TODAY,
  unique,
} from "@/tests/factories";
import { NO_REQUEST } from "@/tests/search-contract";

const database = testDatabase();
const DAY = 86_400_000;

/** A provider with one course that leads to one credential, all named as a feed names them. */
async function anOffer({ eqf = null as number | null, ects = null as number | null } = {}) {
  const feed = unique("feed");
  const sourceId = await insertSource(database.db, { name: feed });
  const [provider, body] = [
    await insertProvider(database.db, { sourceId, externalId: "P" }),
    await insertProvider(database.db, { sourceId, externalId: "B" }),
  ];
  const credential = await insertCredential(database.db, {
    sourceId,
    externalId: "K",
    content: { awardingBodies: [body.id], eqf, ectsHundredths: ects },
  });
  const course = await insertCourse(database.db, {
    sourceId,
    externalId: "C",
    content: {
      provider: provider.id,
      credentials: [{ credential: credential.id, needs: "this-course", neededCount: null }],
    },
  });
  const about = (subject_type: string, identifier: string) => ({
    subject_type,
    scheme: `source:${feed}`,
    identifier,
    issuer: "Sample Agency",
  });
  return { provider, body, credential, course, about };
}

const REVIEW = { kind: "deqar-report", activity: "institutional", obligation: "obligatory" };

async function searchFor(slug: string, today = TODAY) {
  const { facets } = await postgresEngine(database.db).search({
    ...NO_REQUEST,
    selection: { provider: [slug] },
    today,
  });
  const valuesOf = (facet: "trust" | "confirmed" | "level" | "ects") =>
    (facets[facet] ?? []).filter(({ count }) => count > 0).map(({ value }) => value);
  return {
    trust: valuesOf("trust"),
    confirmed: valuesOf("confirmed"),
    level: valuesOf("level"),
    ects: valuesOf("ects"),
  };
}

describe("evidence in search and on pages", () => {
  it("is found as soon as it is in, and the copies of the search documents are told", async () => {
    const { db } = database;
    const { provider, course, about } = await anOffer();
    expect((await searchFor(provider.slug)).trust).toEqual(["not-stated"]);
    const before = await lastChange(db);
    await importEvidence(db, [
      { record_id: "1", ...about("provider", "P"), ...REVIEW, valid_from: "2026-01-01" },
    ]);
    expect(await indexedSince(db, before)).toEqual([course.id]);
    expect(await searchFor(provider.slug)).toMatchObject({
      trust: ["external-review-esg"],
      confirmed: ["trust"],
    });
    const found = await findCourse(course.slug, { now: NOW, db });
    expect(found).toMatchObject({
      record: {
        trust: {
          tier: "external-review-esg",
          subStatus: "institution",
          body: { role: "provider", provider: { slug: provider.slug } },
        },
      },
    });
  });

  it("counts that of a body that awards the one credential", async () => {
    const { db } = database;
    const { provider, body, course, about } = await anOffer();
    await importEvidence(db, [
      { record_id: "1", ...about("provider", "B"), ...REVIEW, valid_from: "2026-01-01" },
    ]);
    expect((await searchFor(provider.slug)).trust).toEqual(["external-review-esg"]);
    const [summary] = await listCourseSummaries([course.id], { today: TODAY, db });
    expect(summary?.trust.body).toMatchObject({ role: "awarding-body", provider: { id: body.id } });
  });

  it("is followed where the body that awards the credential takes the number that a register has", async () => {
    const { db } = database;
    const { provider, body } = await anOffer();
    const number = unique("number");
    await importRegister(db, [
      {
        subject_type: "provider",
        scheme: "national",
        identifier: number,
        name: Object.values(body.content.legalName)[0] ?? "",
        decision: "positive",
        valid_from: "2026-01-01",
        valid_to: "2029-12-31",
      },
    ]);
    expect((await searchFor(provider.slug)).trust).toEqual(["not-stated"]);
    const identifiers = [{ scheme: "national" as const, value: number }];
    const after = { ...body, content: { ...body.content, identifiers } };
    await db.transaction((tx) => applyChange(tx, ACTOR, { kind: "provider", before: body, after }, MOMENT));
    expect((await searchFor(provider.slug)).trust).toEqual(["national-authorisation"]);
  });

  it("lapses at midnight: the page knows at once, the rows with the next renewal", async () => {
    const { db } = database;
    const { provider, course, about } = await anOffer();
    await importEvidence(db, [
      {
        record_id: "1",
        ...about("provider", "P"),
        ...REVIEW,
        valid_from: "2026-01-01",
        valid_to: addDays(TODAY, 1),
      },
    ]);
    const tierOnPage = async (days: number) => {
      const found = await findCourse(course.slug, { now: new Date(NOW.getTime() + days * DAY), db });
      return found?.kind === "found" ? found.record.trust.tier : null;
    };
    const [lastDay, dayAfter] = [addDays(TODAY, 1), addDays(TODAY, 2)];
    expect(await listDue(db, lastDay)).not.toContain(course.id);
    expect([await tierOnPage(1), await tierOnPage(2)]).toEqual(["external-review-esg", "not-stated"]);

    expect(await listDue(db, dayAfter)).toContain(course.id);
    const before = await lastChange(db);
    await renewDue(db, { today: dayAfter });
    expect(await indexedSince(db, before)).toContain(course.id);
    expect(await listDue(db, dayAfter)).not.toContain(course.id);
    expect(await searchFor(provider.slug, dayAfter)).toMatchObject({ trust: ["not-stated"], confirmed: [] });
    expect((await searchFor(provider.slug, lastDay)).trust).toEqual(["external-review-esg"]);
  });

  it("shows and counts the value of the authority where it contradicts the provider, and confirms what agrees", async () => {
    const { db } = database;
    const { provider, credential, course, about } = await anOffer({ eqf: 6, ects: 250 });
    expect(await searchFor(provider.slug)).toMatchObject({ level: ["6"], ects: ["1-3"], confirmed: [] });
    await importEvidence(db, [
      { record_id: "1", ...about("credential", "K"), kind: "national-register", eqf: "7", ects: "2.5" },
    ]);
    expect(await searchFor(provider.slug)).toEqual({
      trust: ["national-authorisation"],
      confirmed: ["credits", "trust"],
      level: ["7"],
      ects: ["1-3"],
    });
    const [summary] = await listCourseSummaries([course.id], { today: TODAY, db });
    expect(summary).toMatchObject({
      level: { eqf: 7, status: "contradicted", inherited: false },
      credits: { ectsHundredths: 250, status: "confirmed", inherited: true },
    });
    const found = await findCredential(credential.slug, { now: NOW, db });
    expect(found).toMatchObject({
      record: { level: { eqf: 7, status: "contradicted" }, trust: { body: { role: "own" } } },
    });
  });

  it("says the same after the same file was read again, of a negative decision without a date too", async () => {
    const { db } = database;
    const { provider, course, about } = await anOffer();
    const register = { ...about("provider", "P"), kind: "national-register" };
    const rows = [
      { record_id: "1", ...register, decision: "negative" },
      { record_id: "2", ...register, decision: "positive", valid_from: addDays(TODAY, -10) },
    ];
    const source = unique("evidence");
    for (const day of [addDays(TODAY, -20), addDays(TODAY, -1)]) {
      await importEvidence(db, rows, { source, today: day });
      const [summary] = await listCourseSummaries([course.id], { today: TODAY, db });
      expect(summary?.trust.tier).toBe("national-authorisation");
      expect((await searchFor(provider.slug)).trust).toEqual(["national-authorisation"]);
    }
  });

  it("is answered as of a day, with what was known on it", async () => {
    const { db } = database;
    const { provider, about } = await anOffer();
    const row = {
      record_id: "1",
      ...about("provider", "P"),
      ...REVIEW,
      valid_from: "2026-01-01",
      valid_to: "2027-12-31",
    };
    const source = unique("evidence");
    await importEvidence(db, [row], { source });
    await importEvidence(db, [{ ...row, decision: "negative" }], { source, today: addDays(TODAY, 3) });
    const on = async (at: string) => {
      const found = await findProvider(provider.slug, { now: NOW, at, db });
      if (found?.kind !== "found") return null;
      const { trust, judgement } = found.record;
      return [trust.tier, trust.changesOn, judgement.evidence.map(({ decision }) => decision).join()];
    };
    expect(await on(addDays(TODAY, 2))).toEqual(["external-review-esg", "2028-01-01", "positive"]);
    expect(await on(addDays(TODAY, 3))).toEqual(["not-stated", null, "negative"]);
    expect(await on("2028-01-01")).toEqual(["not-stated", null, "negative"]);
  });
});
