import { describe, expect, it } from "vitest";
import { evidenceOfCourses } from "@/features/evidence/queries";
import { listMatches } from "@/features/matches/queries";
import { decideMatch } from "@/features/registers/mutations";
import { testDatabase } from "@/tests/database";
import { importDeqar } from "@/tests/evidence";
import { insertCourse, insertCredential, TODAY, unique } from "@/tests/factories";
import { programme, ref, report } from "./deqar.fixture";
import { aListed, only, rowsAbout } from "./listed.fixture";

const database = testDatabase();
const json = (value: unknown) => JSON.stringify(value);

describe("programmes", () => {
  const microCredential = {
    degree_outcome: { id: 2, outcome: "No full degree" },
    workload_ects: 15,
    assessment_certification: "Assessment based certificate",
    qf_ehea_level: "second cycle",
  };

  it("are proposed for an offer of the same provider with their title, and count once a person accepts", async () => {
    const { db } = database;
    const { provider, number: id } = await aListed(database);
    const title = { en: `Sample programme ${id}` };
    const credential = await insertCredential(db, { content: { title, awardingBodies: [provider.id] } });
    const course = await insertCourse(db, {
      content: {
        provider: provider.id,
        credentials: [{ credential: credential.id, needs: "this-course", neededCount: null }],
      },
    });
    const stranger = await insertCredential(db, { content: { title } });
    const given = {
      "1.json": json(
        report(id, {
          agency_esg_activity_type: "programme",
          institutions: [ref(id)],
          programmes: [programme(id, microCredential)],
        }),
      ),
    };
    const source = unique("deqar");
    const imported = await importDeqar(db, given, { source });
    expect(imported.matching?.named).toEqual({ matched: 1, otherName: 0, proposed: 1, unmatched: 0 });
    expect(await rowsAbout(database, credential.id)).toEqual([]);
    const proposal = only((await listMatches(db)).filter(({ record }) => record.id === credential.id));
    expect(proposal).toMatchObject({ state: "proposed", ground: "provider-and-title", kind: "programme" });

    await db.transaction((tx) =>
      decideMatch(tx, proposal.id, { state: "accepted", by: "test", today: TODAY }),
    );
    expect(only(await rowsAbout(database, credential.id))).toMatchObject({
      subject: { kind: "credential", id: credential.id },
      activity: "programme",
      asserts: { cycle: "second", ectsHundredths: 1500, eqf: null },
      scope: expect.stringContaining("Micro-credential, 15 ECTS, assessment based certificate"),
    });
    expect(await rowsAbout(database, stranger.id)).toEqual([]);
    const around = (await evidenceOfCourses(db, [course.id])).get(course.id) ?? [];
    expect(around.map(({ subject }) => subject.kind).sort()).toEqual(["credential", "provider"]);
    const again = await importDeqar(db, given, { source });
    expect(again.matching?.named).toEqual({ matched: 2, otherName: 0, proposed: 0, unmatched: 0 });
  });

  it("with a certificate of attendance, or a degree, are never proposed for a micro-credential", async () => {
    const { db } = database;
    const { provider, number: id } = await aListed(database);
    const title = { en: `Sample programme ${id}` };
    await insertCredential(db, { content: { title, awardingBodies: [provider.id] } });
    for (const given of [
      { ...microCredential, assessment_certification: "Attendance certificate" },
      { ...microCredential, assessment_certification: 1, degree_outcome: 2 },
      {
        degree_outcome: { id: 1, outcome: "Full degree" },
        workload_ects: null,
        assessment_certification: null,
      },
      { degree_outcome: true },
    ]) {
      const imported = await importDeqar(db, {
        "1.json": json(
          report(id, {
            agency_esg_activity_type: "programme",
            institutions: [ref(id)],
            programmes: [programme(id, given)],
          }),
        ),
      });
      expect(imported.matching?.named.proposed, json(given)).toBe(0);
    }
  });

  it("that are rejected are not proposed again", async () => {
    const { db } = database;
    const { provider, number: id } = await aListed(database);
    const title = { en: `Sample programme ${id}` };
    const course = await insertCourse(db, { content: { provider: provider.id, title } });
    const given = {
      "1.json": json(
        report(id, {
          agency_esg_activity_type: "programme",
          institutions: [ref(id)],
          programmes: [programme(id)],
        }),
      ),
    };
    const source = unique("deqar");
    await importDeqar(db, given, { source });
    const proposal = only((await listMatches(db)).filter(({ record }) => record.id === course.id));
    await db.transaction((tx) =>
      decideMatch(tx, proposal.id, { state: "rejected", by: "test", today: TODAY }),
    );
    const again = await importDeqar(db, given, { source });
    expect(again.matching?.named).toMatchObject({ proposed: 0, unmatched: 1 });
    expect(await rowsAbout(database, course.id)).toEqual([]);
  });
});
