import type { NamedSubject } from "@/features/evidence/draft";
import type { Evidence } from "@/features/evidence/schema";
import { parseMachineDecimal } from "@/features/exchange/decimal";
import type { ReportNote } from "@/features/imports/schema";
import type { ProgrammeSort } from "@/features/matches/matching";
import { namedSubject } from "@/features/matches/subjects";
import { refKey } from "@/features/pathways/ref";
import { noteOn } from "@/features/registers/reading";
import type { EheaCycle } from "@/features/vocabularies/eqf";
import type { ProgrammeAnswer, ReportAnswer } from "./answers";
import { institutionRef } from "./institution-records";

/** A programme that a report names. */
export interface Programme {
  part: string;
  subject: NamedSubject;
  /** What it is, in one line: name, qualification, credits, kind. */
  words: string;
  sort: ProgrammeSort | null;
  asserts: Evidence["asserts"];
  notes: readonly ReportNote[];
}

const CYCLES = new Map<string, EheaCycle>([
  ["short cycle", "short"],
  ["first cycle", "first"],
  ["second cycle", "second"],
  ["third cycle", "third"],
  ["0", "short"],
  ["1", "first"],
  ["2", "second"],
  ["3", "third"],
]);

/** DEQAR: a programme without a degree and below this is a micro-credential, from it on "other provision". */
const MICRO_BELOW_HUNDREDTHS = 6_000;

export function programmesOf(report: ReportAnswer, record: string): Programme[] {
  const offeredBy = report.institutions.map(({ deqar_id: id }) => refKey(institutionRef(id)));
  return report.programmes.flatMap((programme, position) => {
    const names = namesOf(programme);
    const [name] = names;
    if (name === undefined) return [];
    const number = programme.id ?? `${report.id}-${position + 1}`;
    const notes: ReportNote[] = [];
    const ects = creditsOf(programme, record, notes);
    const outcome = degreeOf(programme.degree_outcome);
    const assessment = assessmentOf(programme.assessment_certification);
    const cycle = CYCLES.get(String(programme.qf_ehea_level ?? "").toLowerCase()) ?? null;
    if (outcome === "none" && assessment === "attendance") {
      const message = `"${name}" leads to a certificate of attendance: it is shown, and no micro-credential.`;
      notes.push(noteOn(record, "hint", "attendance-certificate", message));
    }
    return [
      {
        part: `programme ${number}`,
        subject: namedSubject(
          "programme",
          { scheme: "deqar-programme", value: number },
          { names, offeredBy },
        ),
        words: wordsOf(programme, name, { ects, outcome, assessment }),
        sort:
          outcome === "degree"
            ? "degree"
            : outcome === null
              ? null
              : assessment === "attendance"
                ? "attendance"
                : "short",
        asserts: { eqf: null, nqf: null, cycle, ectsHundredths: ects, awardingPower: null },
        notes,
      },
    ];
  });
}

function namesOf({ name_primary: primary, programme_names: old, names }: ProgrammeAnswer): string[] {
  const all = [primary, ...[...(old ?? []), ...(names ?? [])].map(({ name }) => name)];
  return [...new Set(all.flatMap((name) => (name ? [name.slice(0, 1_000)] : [])))];
}

function creditsOf(
  { workload_ects: given }: ProgrammeAnswer,
  record: string,
  notes: ReportNote[],
): number | null {
  if (given === null || given === undefined || given === "") return null;
  const reading = parseMachineDecimal(given);
  if (reading.ok) return reading.hundredths || null;
  const message = `"${given}" is no number of credits; it was left out.`;
  notes.push(noteOn(record, "warn", "unreadable-credits", message, "workload_ects"));
  return null;
}

/** 1 and 2, a boolean, the words, or an object that holds one of them. */
function degreeOf(value: unknown): "degree" | "none" | null {
  if (typeof value === "object" && value !== null)
    return "outcome" in value ? degreeOf(value.outcome) : "id" in value ? degreeOf(value.id) : null;
  const text = String(value ?? "").toLowerCase();
  if (["1", "true", "yes", "full degree"].includes(text)) return "degree";
  return ["2", "false", "no", "no full degree"].includes(text) ? "none" : null;
}

function assessmentOf(value: unknown): "attendance" | "assessed" | "none" | null {
  const text = String(value ?? "").toLowerCase();
  if (text === "1" || text.startsWith("attendance")) return "attendance";
  if (text === "2" || text.startsWith("assessment")) return "assessed";
  return text === "3" || text.startsWith("no assessment") ? "none" : null;
}

function wordsOf(
  programme: ProgrammeAnswer,
  name: string,
  {
    ects,
    outcome,
    assessment,
  }: { ects: number | null; outcome: "degree" | "none" | null; assessment: ReturnType<typeof assessmentOf> },
): string {
  const [qualification] = [...(programme.programme_names ?? []), ...(programme.names ?? [])].flatMap(
    (each) => each.qualification ?? [],
  );
  const isMicro = ects !== null && ects < MICRO_BELOW_HUNDREDTHS;
  const type =
    programme.programme_type ??
    (outcome === "degree"
      ? "Full recognised degree programme"
      : outcome === "none"
        ? isMicro
          ? "Micro-credential"
          : "Other provision"
        : null);
  const certificate = {
    attendance: "attendance certificate",
    assessed: "assessment based certificate",
    none: "no assessment and no certificate",
  };
  return [
    qualification ? `${name} (${qualification})` : name,
    type,
    ects === null ? null : `${ects / 100} ECTS`,
    assessment && certificate[assessment],
    programme.nqf_level ? `national level: ${programme.nqf_level}` : null,
  ]
    .filter(Boolean)
    .join(", ")
    .slice(0, 5_000);
}
