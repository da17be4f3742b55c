import type { EvidenceDraft, NamedSubject } from "@/features/evidence/draft";
import { PLAIN_FACTS } from "@/features/evidence/draft";
import type { Evidence } from "@/features/evidence/schema";
import type { ReportNote } from "@/features/imports/schema";
import { namedSubject } from "@/features/matches/subjects";
import { noteOn, type ReadRecord } from "@/features/registers/reading";
import type { Day } from "@/lib/dates";
import { agencyName } from "./agencies";
import type { InstitutionRef, ReportAnswer } from "./answers";
import { isInEhea } from "./countries";
import { isOtherProvider, reportPage } from "./identifiers";
import { institutionRef, REGISTER } from "./institution-records";
import { type Programme, programmesOf } from "./programmes";

// A report of an agency becomes a row for each provider and each programme that it names.

const ACTIVITIES = new Map<string, Evidence["activity"]>([
  ["institutional", "institutional"],
  ["institutional/programme", "institutional-programme"],
  ["programme", "programme"],
  ["joint programme", "joint-programme"],
]);
const DECISIONS = new Map<string, Evidence["decision"]>([
  ["positive", "positive"],
  ["positive with conditions or restrictions", "with-conditions"],
  ["negative", "negative"],
  ["not applicable", "not-applicable"],
]);
const STATUSES = new Map<string, Evidence["obligation"]>([
  ["part of obligatory eqa system", "obligatory"],
  ["voluntary", "voluntary"],
]);
const FLAGS = new Map<string, Evidence["flag"]>([
  ["none", "none"],
  ["low level", "low"],
  ["high level", "high"],
]);

/** Several answers about one report as one: what a later one does not say, an earlier one does. */
export function mergedReport(answers: readonly ReportAnswer[]): ReportAnswer | null {
  const [first] = answers;
  if (!first) return null;
  const merged = { ...first };
  for (const answer of answers.slice(1)) {
    const said = Object.entries(answer).filter(([name, value]) => {
      // A search row leaves the programmes out and has the end that a detail does not; "no end" is a statement.
      const isSilent = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
      return !isSilent || (name === "valid_to" && value === null);
    });
    Object.assign(merged, Object.fromEntries(said));
  }
  return merged;
}

/** The worst that any answer says of a report. */
function flagText({ flag, flag_level: level }: ReportAnswer): string {
  const texts = [flag, level].filter((text) => text !== null);
  return texts.find((text) => text.toLowerCase().startsWith("high")) ?? texts[0] ?? "none";
}

export type ReportReading =
  | { ok: true; records: ReadRecord[]; programmes: Programme[] }
  | { ok: false; notes: ReportNote[] };

export const reportRecord = (id: string): string => `report ${id}`;

export function readReport(report: ReportAnswer, raw: unknown, today: Day): ReportReading {
  const record = reportRecord(report.id);
  const notes: ReportNote[] = [];
  const decision = wordIn(DECISIONS, report.decision, "decision", record, notes);
  const status = wordIn(STATUSES, report.status, "status", record, notes);
  const flag = wordIn(FLAGS, flagText(report), "flag", record, notes);
  const activity = activityOf(report, record, notes);
  if (report.institutions.length === 0)
    notes.push(noteOn(record, "refuse", "names-nobody", "It names no provider. Ask for its detail."));
  if (!decision || !status || !flag || notes.some(({ severity }) => severity === "refuse"))
    return { ok: false, notes };

  const { obligation, note } = obligationOf(status, report.institutions, record);
  const programmes = programmesOf(report, record);
  const facts = {
    ...PLAIN_FACTS,
    kind: "deqar-report",
    register: REGISTER,
    registerIdentifier: report.id,
    activity,
    obligation,
    flag,
    decision,
    validFrom: report.valid_from,
    validTo: report.valid_to ?? null,
    registerEnd: report.valid_to_calculated ?? null,
    link: reportPage(report.id),
  } as const;
  const unsaid = [
    ...(report.valid_to === undefined ? ["validTo" as const] : []),
    ...(report.valid_to_calculated === undefined ? ["registerEnd" as const] : []),
  ];
  const draftOf = (
    part: string,
    subject: NamedSubject,
    more: Partial<EvidenceDraft["facts"]>,
  ): EvidenceDraft => ({
    record,
    part,
    subject,
    facts: { ...facts, ...more },
    issuer: { name: report.agency_name ?? agencyName(acronymOf(report)), body: null },
    developedBy: [],
    assuredBy: [],
    awardedBy: [],
    sourceClass: "authoritative",
    wordOf: null,
    retrievedOn: today,
  });
  const about = report.agency_esg_activity ?? report.agency_esg_activities?.[0]?.activity ?? null;
  const named = programmes.map(({ words }) => words).join("; ");
  const ofProviders = distinct(report.institutions).map((institution): ReadRecord => {
    const { deqar_id: deqarId, name_primary: name, website_link: website } = institution;
    const subject = namedSubject("provider", institutionRef(deqarId), {
      names: [name],
      websites: [website],
      isWhole: false,
    });
    const scope = [about, named].filter(Boolean).join(": ").slice(0, 5_000) || null;
    return {
      draft: draftOf(deqarId, subject, { subjectIdentifier: deqarId, nameInRegister: name, scope }),
      title: name,
      raw,
      notes: [],
      unsaid,
    };
  });
  const ofProgrammes = programmes.map(
    ({ part, subject, words, asserts }): ReadRecord => ({
      draft: draftOf(part, subject, {
        subjectIdentifier: subject.identifiers[0]?.value ?? null,
        nameInRegister: subject.names[0] ?? null,
        scope: words,
        asserts,
      }),
      title: subject.names[0] ?? part,
      raw: null,
      notes: [],
      unsaid,
    }),
  );
  const [first, ...others] = [...ofProviders, ...ofProgrammes];
  const all = [...notes, ...(note ? [note] : []), ...programmes.flatMap((each) => each.notes)];
  return { ok: true, records: first ? [{ ...first, notes: all }, ...others] : [], programmes };
}

const distinct = (institutions: readonly InstitutionRef[]): InstitutionRef[] => [
  ...new Map(institutions.map((institution) => [institution.deqar_id, institution])).values(),
];

const acronymOf = (report: ReportAnswer): string =>
  report.agency_acronym ?? report.agency?.acronym_primary ?? "Agency not named";

function wordIn<T>(
  words: ReadonlyMap<string, T>,
  text: string,
  field: string,
  record: string,
  notes: ReportNote[],
): T | null {
  const value = words.get(text.toLowerCase().trim());
  if (value !== undefined) return value;
  const known = [...words.keys()].join(", ");
  notes.push(noteOn(record, "refuse", "unknown-word", `"${text}" is not one of: ${known}.`, field));
  return null;
}

function activityOf(report: ReportAnswer, record: string, notes: ReportNote[]): Evidence["activity"] {
  const first = report.agency_esg_activities?.[0];
  const text = report.agency_esg_activity_type ?? first?.type ?? first?.activity_type ?? "";
  const activity = ACTIVITIES.get(text.toLowerCase().trim());
  if (activity) return activity;
  const message = `The kind of review "${text}" is not known here: the report informs and counts for nothing.`;
  notes.push(noteOn(record, "warn", "unknown-activity", message, "agency_esg_activity_type"));
  return "other";
}

/**
 * A review can be part of the obligatory system only where an institution of higher education within the European Higher
 * Education Area is among those reviewed.
 */
function obligationOf(
  status: Evidence["obligation"],
  institutions: readonly InstitutionRef[],
  record: string,
): { obligation: Evidence["obligation"]; note: ReportNote | null } {
  if (status !== "obligatory" || institutions.some(canBeObliged)) return { obligation: status, note: null };
  const message =
    "It says obligatory and names no institution of higher education of the European Higher Education Area: it counts as voluntary.";
  return { obligation: "voluntary", note: noteOn(record, "warn", "cannot-be-obligatory", message, "status") };
}

function canBeObliged(institution: InstitutionRef): boolean {
  if (institution.is_other_provider ?? isOtherProvider(institution.deqar_id)) return false;
  const codes = (institution.locations ?? []).flatMap(({ country }) => country?.iso_3166_alpha2 ?? []);
  return codes.length === 0 || codes.some(isInEhea);
}
