import fc from "fast-check";
import type { Database } from "@/db/client";
import { addDays } from "@/lib/dates";
import { importEvidence } from "./evidence";
import { TODAY, unique } from "./factories";
import type { OracleRecord } from "./search-trust-rules";

/** The day on which corrections come in. */
const CORRECTED_ON = addDays(TODAY, 2);

type Kind = OracleRecord["kind"];
type SubjectType = "provider" | "credential" | "course";

/** What is drawn: about the n-th provider, credential or course of the catalogue. */
export interface EvidenceSketch {
  type: SubjectType;
  place: number;
  kind: Kind;
  from: number;
  to: number | null;
  /** Its last day, as it is corrected later; null: it is not. */
  correctedTo: number | null;
  eqf: number | null;
  ects: number | null;
}

/** Of each provider; the last has nothing, and is not of higher education. */
const ABOUT_PROVIDERS: Kind[][] = [
  ["review"],
  ["label"],
  ["authority", "refusal"],
  ["review with a high flag"],
  [],
];
const ABOUT_OFFERS: Kind[] = ["authority", "authority", "other register"];

const evidenceAbout = (
  type: SubjectType,
  place: fc.Arbitrary<number>,
  kinds: readonly Kind[],
  from: fc.Arbitrary<number>,
  earliestEnd = -3,
) =>
  fc.record({
    type: fc.constant(type),
    place,
    kind: fc.constantFrom(...kinds),
    from,
    to: fc.option(fc.integer({ min: earliestEnd, max: 5 }), { freq: 3, nil: null }),
    correctedTo: fc.option(fc.integer({ min: -1, max: 6 }), { freq: 1, nil: null }),
    eqf: type === "provider" ? fc.constant(null) : fc.constantFrom(null, 4, 5, 6, 6),
    ects: type === "provider" ? fc.constant(null) : fc.constantFrom(null, 100, 300, 600),
  });

/** Records of few kinds, each of which ends or begins about the days of asking. One about a course is newer than one about its credential. */
export const evidenceSketch = (credentials: number, courses: number): fc.Arbitrary<EvidenceSketch[]> =>
  fc
    .tuple(
      fc.tuple(
        ...ABOUT_PROVIDERS.flatMap((kinds, place) =>
          kinds.map((kind) =>
            evidenceAbout("provider", fc.constant(place), [kind], fc.integer({ min: -9, max: 1 }), 0),
          ),
        ),
      ),
      fc.array(
        evidenceAbout(
          "credential",
          fc.nat(credentials - 1),
          ABOUT_OFFERS,
          fc.integer({ min: -60, max: -40 }),
        ),
        {
          minLength: 2,
          maxLength: 4,
        },
      ),
      fc.array(evidenceAbout("course", fc.nat(courses - 1), ABOUT_OFFERS, fc.integer({ min: -30, max: 3 })), {
        minLength: 30,
        maxLength: 50,
      }),
    )
    .map((lists) => distinct(lists.flat()));

/** One record of a kind about a subject, and no two of one day: which of equals speaks is not asked here. */
const distinct = (drawn: readonly EvidenceSketch[]): EvidenceSketch[] => [
  ...new Map(
    [...new Map(drawn.map((each) => [`${each.type} ${each.place} ${each.kind}`, each])).values()].map(
      (each) => [`${each.type} ${each.place} ${each.from}`, each],
    ),
  ).values(),
];

/** Brings the records in as an authority's file does, in two readings; and says what they say. */
export async function insertEvidence(
  db: Database,
  drawn: readonly EvidenceSketch[],
  feed: string,
  ids: Readonly<Record<SubjectType, readonly string[]>>,
): Promise<OracleRecord[]> {
  const source = unique("evidence");
  const rowsOf = (isCorrected: boolean) =>
    drawn.map((each, i) => rowOf(each, `record ${i}`, feed, isCorrected));
  const reports = [
    await importEvidence(db, rowsOf(false), { source }),
    await importEvidence(db, rowsOf(true), { source, today: CORRECTED_ON }),
  ];
  if (reports.some(({ refused }) => refused > 0)) throw new Error("Some of the drawn evidence was refused");
  return drawn.flatMap((each): OracleRecord[] => {
    const about = ids[each.type][each.place] ?? "";
    const { kind, eqf, ects } = each;
    const from = addDays(TODAY, each.from);
    const first = { about, kind, eqf, ects, from, to: endOf(each), knownFrom: null, knownUntil: null };
    if (!isCorrectable(each)) return [first];
    return [
      { ...first, knownUntil: CORRECTED_ON },
      { ...first, to: addDays(TODAY, each.correctedTo ?? 0), knownFrom: CORRECTED_ON },
    ];
  });
}

const isCorrectable = (each: EvidenceSketch): boolean =>
  each.correctedTo !== null && each.correctedTo >= each.from && each.correctedTo !== lastDay(each);

/** Not before its first day. */
const lastDay = ({ from, to }: EvidenceSketch): number | null => (to === null ? null : Math.max(from, to));

function endOf(each: EvidenceSketch): string | null {
  const last = lastDay(each);
  return last === null ? null : addDays(TODAY, last);
}

function rowOf(
  each: EvidenceSketch,
  name: string,
  feed: string,
  isCorrected: boolean,
): Record<string, string> {
  const { type, place, kind, from, eqf, ects } = each;
  const end =
    isCorrected && isCorrectable(each) ? addDays(TODAY, each.correctedTo ?? 0) : (endOf(each) ?? "");
  return {
    record_id: name,
    subject_type: type,
    scheme: `source:${feed}`,
    identifier: `${type}-${place}`,
    issuer: "Sample Office",
    eqf: eqf === null ? "" : `${eqf}`,
    ects: ects === null ? "" : `${ects / 100}`,
    valid_from: addDays(TODAY, from),
    valid_to: end,
    retrieved_on: TODAY,
    kind: "national-register",
    source_class: "authoritative",
    label: "",
    activity: "",
    obligation: "",
    flag: "",
    decision: "",
    ...CELLS[kind],
  };
}

const REVIEW = { kind: "deqar-report", activity: "institutional", obligation: "obligatory" };
const CELLS: Readonly<Record<Kind, Record<string, string>>> = {
  authority: {},
  "other register": { source_class: "third-party" },
  label: { kind: "label", label: "efqm", source_class: "third-party" },
  review: REVIEW,
  "review with a high flag": { ...REVIEW, flag: "high" },
  refusal: { decision: "negative" },
};
