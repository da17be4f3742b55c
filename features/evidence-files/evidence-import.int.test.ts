import { describe, expect, it } from "vitest";
import {
  evidenceFor,
  evidenceOfCourses,
  evidenceOfCredentials,
  evidenceOfProviders,
} from "@/features/evidence/queries";
import { evidenceSchema } from "@/features/evidence/schema";
import { exitCodeOf } from "@/features/imports/report";
import { testDatabase } from "@/tests/database";
import { importEvidence, importRegister, indexedSince, lastChange } from "@/tests/evidence";
import { insertCourse, insertCredential, insertProvider, insertSource, unique } from "@/tests/factories";

const database = testDatabase();

async function aBody(name: string) {
  const domain = `${unique("body")}.example`;
  const provider = await insertProvider(database.db, {
    content: { legalName: { en: name }, identifiers: [{ scheme: "schac", value: domain }] },
  });
  const about = { subject_type: "provider", scheme: "schac", identifier: domain, name };
  return { provider, about, reference: `${name} [schac:${domain}]`, domain };
}

async function aCourse(providerId: string, credentials: string[] = []) {
  const source = unique("feed");
  const sourceId = await insertSource(database.db, { name: source });
  const course = await insertCourse(database.db, {
    sourceId,
    externalId: "C-1",
    content: {
      provider: providerId,
      credentials: credentials.map((credential) => ({ credential, needs: "this-course", neededCount: null })),
    },
  });
  return {
    course,
    about: { subject_type: "course", scheme: `source:${source}`, identifier: "C-1", name: "C" },
  };
}

describe("a sheet of evidence", () => {
  it("becomes rows that are what the schema says, bodies by our ids", async () => {
    const { db } = database;
    const [partner, university] = [await aBody("Harbour Academy"), await aBody("Northern University")];
    const { course, about } = await aCourse(partner.provider.id);
    const report = await importEvidence(db, [
      {
        record_id: "assurance",
        ...about,
        kind: "internal-quality-assurance",
        issuer: university.reference,
        developed_by: partner.reference,
        assured_by: university.reference,
        awarded_by: `${university.reference} | Somebody in words`,
        valid_from: "2026-01-01",
      },
    ]);
    expect([report.added, report.refused, exitCodeOf(report)]).toEqual([1, 0, 0]);
    const [row] = (await evidenceFor(db, [course.id])).get(course.id) ?? [];
    expect(evidenceSchema.safeParse(row).error?.issues).toBeUndefined();
    expect(row).toMatchObject({
      subject: { kind: "course", id: course.id },
      issuer: { name: "Northern University", id: university.provider.id },
      developedBy: [{ name: "Harbour Academy", id: partner.provider.id }],
      assuredBy: [{ name: "Northern University", id: university.provider.id }],
      awardedBy: [
        { name: "Northern University", id: university.provider.id },
        { name: "Somebody in words", id: null },
      ],
      source: { class: "provider", providerId: university.provider.id },
    });
  });

  it("is read for a course with all that can matter: its own, its provider's, its credential's, their bodies', and on whom they lean", async () => {
    const { db } = database;
    const [provider, body, assurer, endorser, stranger] = [
      await aBody("Provider"),
      await aBody("Awarding body"),
      await aBody("Assurer"),
      await aBody("Endorser"),
      await aBody("Stranger"),
    ];
    const feed = unique("feed");
    const sourceId = await insertSource(db, { name: feed });
    const credential = await insertCredential(db, {
      sourceId,
      externalId: "K",
      content: { awardingBodies: [body.provider.id] },
    });
    const { course, about } = await aCourse(provider.provider.id, [credential.id]);
    const label = { kind: "label", label: "openuped", issuer: "EADTU" };
    await importEvidence(db, [
      { record_id: "1", ...provider.about, ...label },
      { record_id: "2", ...body.about, ...label },
      { record_id: "3", ...assurer.about, ...label },
      { record_id: "4", ...endorser.about, ...label },
      { record_id: "5", ...stranger.about, ...label },
      {
        record_id: "6",
        ...about,
        kind: "internal-quality-assurance",
        issuer: assurer.reference,
        assured_by: assurer.reference,
        developed_by: provider.reference,
      },
      {
        record_id: "7",
        subject_type: "credential",
        scheme: `source:${feed}`,
        identifier: "K",
        name: "K",
        kind: "endorsement",
        issuer: endorser.reference,
      },
    ]);
    const idsOf = (rows: Map<string, { subject: { id: string } }[]>, id: string) =>
      (rows.get(id) ?? []).map(({ subject }) => subject.id).sort();
    const all = [
      course.id,
      credential.id,
      ...[provider, body, assurer, endorser].map((each) => each.provider.id),
    ];
    expect(idsOf(await evidenceOfCourses(db, [course.id]), course.id)).toEqual(all.sort());
    expect(idsOf(await evidenceOfCredentials(db, [credential.id]), credential.id)).toEqual(
      [credential.id, body.provider.id, endorser.provider.id].sort(),
    );
    const ofProviders = await evidenceOfProviders(db, [provider.provider.id, stranger.provider.id]);
    expect(idsOf(ofProviders, provider.provider.id)).toEqual([provider.provider.id]);
    expect(idsOf(ofProviders, stranger.provider.id)).toEqual([stranger.provider.id]);
  });

  it("renews the search rows of what a body endorses or assures when its own evidence changes", async () => {
    const { db } = database;
    const [partner, university] = [await aBody("Partner"), await aBody("University")];
    const { course, about } = await aCourse(partner.provider.id);
    await importEvidence(db, [
      {
        record_id: "1",
        ...about,
        kind: "internal-quality-assurance",
        issuer: university.reference,
        assured_by: university.reference,
        developed_by: partner.reference,
      },
    ]);
    const since = await lastChange(db);
    await importRegister(db, [university.about]);
    expect(await indexedSince(db, since)).toEqual([course.id]);
  });

  it("reads in a number of statements that does not grow with what is asked", async () => {
    const { db } = database;
    const bodies = await Promise.all(Array.from({ length: 12 }, (_, at) => aBody(`Body number ${at}`)));
    await importRegister(
      db,
      bodies.map(({ about }) => about),
    );
    const statements = async (ids: string[]) => {
      let count = 0;
      const counting = new Proxy(db, {
        get(target, name, receiver) {
          if (name === "select" || name === "execute") count++;
          return Reflect.get(target, name, receiver);
        },
      });
      const found = await evidenceFor(counting, ids);
      expect(found.size).toBe(ids.length);
      return count;
    };
    const ids = bodies.map(({ provider }) => provider.id);
    expect(await statements(ids)).toBe(await statements(ids.slice(0, 1)));
  });

  it("refuses what cannot be read and takes in the rest; all refused is exit code 1", async () => {
    const { db } = database;
    const body = await aBody("Body");
    const row = { record_id: "1", ...body.about, kind: "label", label: "efqm", issuer: "EFQM" };
    const some = await importEvidence(db, [row, { ...row, record_id: "2", valid_to: "soon" }]);
    expect([some.added, some.refused, exitCodeOf(some)]).toEqual([1, 1, 0]);
    const none = await importEvidence(db, [{ ...row, valid_to: "soon" }]);
    expect([none.state, exitCodeOf(none)]).toEqual(["refused", 1]);
  });
});
