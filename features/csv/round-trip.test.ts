import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft } from "@/features/exchange/draft";
import { catalogue } from "./content.fixture";
import { read } from "./reading.fixture";
import { templateCsv } from "./template";
import { type CsvCourse, csvWriter, writeCsv } from "./write";

const contentsOf = (drafts: readonly Draft[], kind: Draft["kind"]) =>
  new Map(
    drafts.filter((draft) => draft.kind === kind).map(({ externalId, content }) => [externalId, content]),
  );

const written = (courses: readonly CsvCourse[]) => ({
  courses: new Map(courses.map(({ id, content }) => [id, content])),
  credentials: new Map(
    courses.flatMap(({ credentials }) => credentials.map(({ id, content }) => [id, content])),
  ),
  providers: new Map(
    courses
      .flatMap(({ provider, credentials }) => [
        provider,
        ...credentials.flatMap((held) => held.awardingBodies),
      ])
      .map(({ id, content }) => [id, content]),
  ),
});

describe("what the writer writes", () => {
  it("the reader reads back equal", () => {
    fc.assert(
      fc.property(catalogue, (courses) => {
        const { drafts, refused, notes, isComplete } = read(writeCsv(courses));
        expect({ refused, faults: notes.filter(({ rule }) => rule !== "sample-row") }).toEqual({
          refused: [],
          faults: [],
        });
        const expected = written(courses);
        expect(contentsOf(drafts, "course")).toEqual(expected.courses);
        expect(contentsOf(drafts, "credential")).toEqual(expected.credentials);
        expect(contentsOf(drafts, "provider")).toEqual(expected.providers);
        expect(drafts.flatMap((draft) => (draft.kind === "course" ? [draft.status] : []))).toEqual(
          courses.map(({ status }) => status),
        );
        expect(isComplete).toBe(true);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  }, 60_000);

  it("starts no cell with what a spreadsheet would run", () => {
    fc.assert(
      fc.property(catalogue, (courses) => {
        const cells = writeCsv(courses).match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,"\r\n]*)(?=,|\r\n|$)/gm) ?? [];
        expect(cells.filter((cell) => /^"?[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  }, 60_000);

  it("throws rather than loses a text in a language without a column", () => {
    const [course] = fc.sample(catalogue, 1)[0] ?? [];
    if (!course) throw new Error("no course");
    expect(() => csvWriter([]).rows(course)).toThrow("name its language");
  });
});

describe("the template", () => {
  it("is read as one course that is marked as a sample", () => {
    const { drafts, refused, notes } = read(templateCsv());
    expect(drafts.map(({ kind, externalId }) => [kind, externalId])).toEqual([
      ["provider", "sample-provider"],
      ["credential", "sample-credential"],
      ["course", "sample-course"],
    ]);
    expect(refused).toEqual([]);
    expect(notes.map(({ rule }) => rule)).toEqual(["sample-row"]);
    expect(templateCsv().split("\r\n")).toHaveLength(3 + 1 - 1);
  });
});
