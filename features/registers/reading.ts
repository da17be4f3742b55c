import type { EvidenceDraft } from "@/features/evidence/draft";
import type { EvidenceKind } from "@/features/evidence/schema";
import type { ReportNote } from "@/features/imports/schema";
import type { ProgrammeSort } from "@/features/matches/matching";

/** One row of evidence as a format read it. */
export interface ReadRecord {
  draft: EvidenceDraft;
  /** In words: what it is and of whom. */
  title: string;
  /** The record as its source had it; kept with the import. */
  raw: unknown;
  notes: readonly ReportNote[];
  /** Of these this answer says nothing: where the first day is the same, what was known of them stays. */
  unsaid?: readonly ("validTo" | "registerEnd")[];
}

export interface RefusedRecord {
  record: string;
  raw: unknown;
  notes: readonly ReportNote[];
}

/** What counts as gone if it was not read: all that is held from the source, nothing, or the records of these bodies. */
export type ReadingScope = "all" | "none" | ReadonlySet<string>;

export interface EvidenceReading {
  records: readonly ReadRecord[];
  refused: readonly RefusedRecord[];
  /** About the feed as a whole. */
  notes: readonly ReportNote[];
  scope: ReadingScope;
  /** The only kinds of which the feed would have named all; absent: of every kind. */
  kinds?: ReadonlySet<EvidenceKind>;
  /** What kind of programme a subject is, by its key, where the feed says so. */
  sorts?: ReadonlyMap<string, ProgrammeSort>;
}

/** The kind under which findings about a feed of evidence stand in the report. */
export const EVIDENCE_NOTE = "evidence";

export const noteOn = (
  record: string,
  severity: ReportNote["severity"],
  rule: string,
  message: string,
  field: string | null = null,
): ReportNote => ({ kind: EVIDENCE_NOTE, record, field, rule, severity, message });

/** Record and part as one name, for people and for the history of the import. */
export const recordName = ({ record, part }: Pick<EvidenceDraft, "record" | "part">): string =>
  part === "" ? record : `${record}, ${part}`;
