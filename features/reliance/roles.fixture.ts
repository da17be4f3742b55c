import type { Database } from "@/db/client";
import { insertProvider, insertSource, unique } from "@/tests/factories";

const NATIONAL = { kind: "national-register", issuer: "Ministry", valid_from: "2026-01-01" };
const REVIEW = {
  kind: "deqar-report",
  activity: "institutional",
  obligation: "obligatory",
  issuer: "Agency",
};
const DATED = { valid_from: "2026-01-01", valid_to: "2029-12-31" };

/** A course of one provider, with a credential of its own, and a body that has nothing to do with it yet. */
export async function aScene(db: Database) {
  const feed = unique("feed");
  const sourceId = await insertSource(db, { name: feed });
  const name = unique("Sample Body");
  const of = (externalId: string, legalName: string) =>
    insertProvider(db, { sourceId, externalId, content: { legalName: { en: legalName } } });
  const teacher = await of("T", unique("Teacher"));
  const body = await of("B", name);
  const other = await of("O", unique("Other Body"));
  const number = unique("N");
  const byFeed = (subject_type: string, identifier: string) => ({
    subject_type,
    scheme: `source:${feed}`,
    identifier,
  });
  return {
    sourceId,
    teacher,
    body,
    otherBody: other,
    number,
    ofCourse: byFeed("course", "C"),
    /** The body as its feed names it, which is known at once. */
    known: { row: byFeed("provider", "B"), cell: `${name} [source:${feed}#B]` },
    /** The body as a register numbers it, which is known once it has that number. */
    numbered: {
      row: { subject_type: "provider", scheme: "national", identifier: number, name },
      cell: `${name} [national:${number}]`,
    },
    other: { row: byFeed("provider", "O"), cell: `Other [source:${feed}#O]` },
    teacherCell: `Teacher [source:${feed}#T]`,
  };
}

export type Scene = Awaited<ReturnType<typeof aScene>>;
export type Row = Record<string, string>;

export interface Role {
  role: string;
  rows: (scene: Scene) => Row[];
  without: string;
  with: string;
  /** The role is one of the catalogue, not of the evidence. */
  in?: "provides" | "awards";
  /** Another body has the number already: only a person can say that it is this one all the same. */
  isTaken?: boolean;
}

const endorsement = ({ ofCourse }: Scene, cells: Row): Row => ({
  ...ofCourse,
  ...DATED,
  kind: "endorsement",
  ...cells,
});
const assurance = ({ ofCourse }: Scene, cells: Row): Row => ({
  ...ofCourse,
  ...DATED,
  kind: "internal-quality-assurance",
  ...cells,
});

export const ROLES: readonly Role[] = [
  {
    role: "provides the course",
    in: "provides",
    rows: ({ numbered }) => [{ ...numbered.row, ...NATIONAL }],
    without: "not-stated",
    with: "national-authorisation",
  },
  {
    role: "awards its credential",
    in: "awards",
    rows: ({ numbered }) => [{ ...numbered.row, ...NATIONAL }],
    without: "not-stated",
    with: "national-authorisation",
  },
  {
    role: "endorses it",
    rows: (scene) => [
      { ...scene.known.row, ...NATIONAL },
      endorsement(scene, { issuer: scene.numbered.cell, source_class: "third-party" }),
    ],
    without: "not-stated",
    with: "recognised-label",
  },
  {
    role: "endorses it, and has its standing by the number",
    rows: (scene) => [
      { ...scene.numbered.row, ...NATIONAL },
      endorsement(scene, { issuer: scene.known.cell }),
    ],
    without: "not-stated",
    with: "recognised-label",
  },
  {
    role: "has the number of the body that says that it endorses it",
    rows: (scene) => [
      { ...scene.other.row, ...NATIONAL },
      endorsement(scene, { issuer: scene.other.cell, word_of: scene.numbered.cell }),
    ],
    isTaken: true,
    without: "recognised-label",
    with: "self-declared",
  },
  {
    role: "assures it",
    rows: (scene) => [
      { ...scene.known.row, ...REVIEW, ...DATED },
      assurance(scene, {
        issuer: "In words",
        source_class: "third-party",
        assured_by: scene.numbered.cell,
        developed_by: scene.teacherCell,
      }),
    ],
    without: "not-stated",
    with: "external-review-esg",
  },
  {
    role: "has the number of the body that says that it assures it",
    rows: (scene) => [
      { ...scene.other.row, ...REVIEW, ...DATED },
      assurance(scene, {
        issuer: "In words",
        word_of: scene.numbered.cell,
        assured_by: scene.other.cell,
        developed_by: scene.teacherCell,
      }),
    ],
    isTaken: true,
    without: "external-review-esg",
    with: "self-declared",
  },
  {
    role: "developed what it assures itself",
    rows: (scene) => [
      { ...scene.known.row, ...REVIEW, ...DATED },
      assurance(scene, {
        issuer: scene.known.cell,
        assured_by: scene.known.cell,
        developed_by: scene.numbered.cell,
      }),
    ],
    without: "external-review-esg",
    with: "not-stated",
  },
  {
    role: "has the number of the body that developed what it assures itself",
    rows: (scene) => [
      { ...scene.other.row, ...REVIEW, ...DATED },
      assurance(scene, {
        issuer: scene.other.cell,
        assured_by: scene.other.cell,
        developed_by: scene.numbered.cell,
      }),
    ],
    isTaken: true,
    without: "not-stated",
    with: "external-review-esg",
  },
];
