import { describe, expect, it } from "vitest";
import { HEADER, read } from "./reading.fixture";

describe("rows", () => {
  it("refuses one with too many cells, and only that", () => {
    const text = `${HEADER}\nc1,Welding, safe,p1,College,FI\nc2,Sewing,p1,College,FI\n`;
    const { drafts, refused, notes } = read(text);
    expect(drafts.map(({ externalId }) => externalId)).toEqual(["p1", "c2"]);
    expect(refused).toMatchObject([{ kind: "course", externalId: "c1" }]);
    expect(
      notes.some(({ message }) => message.startsWith("Row 2: The row has 6 cells and the header 5.")),
    ).toBe(true);
  });

  it("refuses one in which two columns of one name differ", () => {
    const { refused, notes } = read(`${HEADER},title_en\nc1,Welding,p1,College,FI,Sewing\n`);
    expect(refused).toMatchObject([{ externalId: "c1" }]);
    expect(notes[0]?.message).toContain("Row 2, column title_en: Two columns have this name");
  });

  it("makes runs and credentials of one course out of several rows", () => {
    const { drafts, notes } = read(
      `${HEADER},run_id,start,credential_id,credential_title_en,credential_needs\n` +
        "c1,Welding,p1,College,FI,r1,2027-01-12,m1,Welder,all\n" +
        "c1,,,,,r2,2027-02,m2,Master,\n" +
        "c1,,,,,,,m1,,\n" +
        "c1,Welding,p1,,,,1.3.2027,,,\n",
    );
    expect(notes).toEqual([]);
    expect(drafts.map(({ kind, externalId }) => `${kind} ${externalId}`)).toEqual([
      "provider p1",
      "credential m1",
      "credential m2",
      "course c1",
    ]);
    expect(drafts.at(-1)?.content).toMatchObject({
      runs: [
        { externalId: "r1", startKind: "dated", startOn: "2027-01-12", startPrecision: "day" },
        { externalId: "r2", startKind: "dated", startOn: "2027-02-01", startPrecision: "month" },
        { externalId: "run-3", startKind: "dated", startOn: "2027-03-01" },
      ],
      credentials: [
        { credential: "m1", needs: "all", neededCount: null },
        { credential: "m2", needs: "this-course", neededCount: null },
      ],
    });
  });

  it("keeps of each record what its rows say of it", () => {
    const { drafts } = read(
      `${HEADER},start,credential_id,credential_title_en,credential_needs\n` +
        "c1,Welding,p1,College,FI,2027-01,m1,Welder,all\nc1,,p1,,,2027-02,,,\n",
    );
    expect(drafts.map(({ raw }) => raw)).toEqual([
      { provider_id: "p1", provider_name_en: "College", provider_country: "FI" },
      { credential_id: "m1", credential_title_en: "Welder" },
      [
        {
          course_id: "c1",
          title_en: "Welding",
          provider_id: "p1",
          start: "2027-01",
          credential_id: "m1",
          credential_needs: "all",
        },
        { course_id: "c1", provider_id: "p1", start: "2027-02" },
      ],
    ]);
  });

  it("refuses a course whose rows disagree, by row and column", () => {
    const rows = (second: string) =>
      `${HEADER},run_id,credential_id,credential_title_en\nc1,Welding,p1,College,FI,r1,m1,Welder\n${second}\n`;
    const fault = (second: string) => read(rows(second)).notes[0];
    expect(fault("c1,Sewing,p1,College,FI,r2,,")).toMatchObject({ record: "c1", field: "title_en" });
    expect(fault("c1,Sewing,p1,College,FI,r2,,")?.message).toBe(
      'Row 3, column title_en: It differs from row 2, which speaks of the same one ("c1"). Make them agree.',
    );
    expect(fault("c1,Welding,p2,School,FI,r2,,")).toMatchObject({ record: "c1", field: "provider_id" });
    expect(fault("c2,Sewing,p1,School,FI,r2,,")).toMatchObject({ record: "c2", field: "provider_name_en" });
    expect(fault("c2,Sewing,p1,College,FI,r2,m1,Tailor")).toMatchObject({
      record: "c2",
      field: "credential_title_en",
    });
    expect(read(rows("c2,Sewing,p1,School,FI,r2,,")).refused).toMatchObject([{ externalId: "c2" }]);
  });

  it("refuses a row that names nothing, and then counts nothing as missing", () => {
    const { drafts, refused, notes, isComplete } = read(
      `${HEADER},ects\nc1,Welding,p1,College,FI,3\n,Sewing,p1,,,3\n`,
    );
    expect(drafts).toHaveLength(2);
    expect(refused).toEqual([{ kind: "course", externalId: "courses.csv", raw: null }]);
    expect(notes[0]?.message).toContain("Row 3, column course_id: It is empty");
    expect(isComplete).toBe(false);
  });

  it("names the provider for rows that name none", () => {
    const text = "course_id,title_en\nc1,Welding\n";
    expect(read(text).notes[0]?.message).toContain("No provider is named");
    expect(read(text, "erasmus:SF HELSINK01").drafts[0]?.content).toMatchObject({
      provider: "erasmus:SF HELSINK01",
    });
  });

  it("leaves a provider that is only named to be found elsewhere", () => {
    const { drafts } = read("course_id,title_en,provider_id\nc1,Welding,p9\n");
    expect(drafts.map(({ kind }) => kind)).toEqual(["course"]);
  });

  it("refuses with a provider or credential what needs it", () => {
    const { drafts, refused, notes } = read(
      `${HEADER},credential_id,credential_title_en,credential_eqf,credential_awarding_bodies\n` +
        "c1,Welding,p1,College,,,,,\nc2,Sewing,p2,School,FI,m1,Tailor,9,\nc3,Baking,p2,,,m2,Baker,,p1\nc4,Milling,p2,,,,,,\n",
    );
    expect(drafts.map(({ externalId }) => externalId)).toEqual(["p2", "c4"]);
    expect(refused.map(({ kind, externalId }) => `${kind} ${externalId}`)).toEqual([
      "provider p1",
      "credential m1",
      "credential m2",
      "course c1",
      "course c2",
      "course c3",
    ]);
    expect(notes.filter(({ rule }) => rule === "needs-refused-record").map(({ record }) => record)).toEqual([
      "m2",
      "c1",
      "c2",
      "c3",
    ]);
  });
});
