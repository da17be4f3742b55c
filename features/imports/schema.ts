import type { ImportCounts } from "@/db/schema/sources";
import type { FieldChange } from "@/features/differences/schema";
import type { Severity } from "@/features/exchange/draft";
import type { Network } from "@/lib/http";
import type { Progress } from "@/lib/progress";

/** What a person typed. */
export interface ImportCommand {
  format: string;
  /** A path, or an http or https address. */
  address: string;
  /** Name of the source. */
  source: string;
  /** External id, slug or `scheme:value` of the provider of a feed that names none. */
  provider: string | null;
  isPartial: boolean;
  isDryRun: boolean;
  isConfirmed: boolean;
  isJson: boolean;
  dataDir: string | null;
}

/** What an import has to do with the person and the world around it. */
export interface Desk {
  clock: () => Date;
  /** The day it is in the portal's time zone. */
  today: string;
  progress: Progress;
  /** Shows the difference and asks whether to apply it; null where nobody can answer. */
  ask: ((difference: ImportReport) => Promise<boolean>) | null;
  network?: Network;
}

export interface ReportNote {
  /** A kind of record; of ESCO a kind of concept or relation, or a file. */
  kind: string;
  record: string;
  field: string | null;
  rule: string;
  severity: Severity;
  message: string;
}

export interface ReportChange {
  kind: string;
  record: string;
  title: string | null;
  /** `proposed`: the published record stays as it is until a person has looked at the change. */
  outcome: "changed" | "proposed" | "missing";
  fields: readonly FieldChange[];
}

export type ImportState = "applied" | "unchanged" | "refused" | "quarantined" | "dry-run" | "declined";

/** Of an import of evidence: how many of what the source names are here, and how many of our providers it names. */
export interface Matching {
  named: { matched: number; otherName: number; proposed: number; unmatched: number };
  /** `otherName`: it claims an identifier that the register has for somebody else. */
  providers: { matched: number; otherName: number; proposed: number; missed: number };
}

/** What an import did, or would do: `--json` prints it. */
export interface ImportReport extends ImportCounts {
  /** Changes of published courses that wait for a person. */
  proposed: number;
  state: ImportState;
  source: string;
  format: string;
  /** The same counts for each kind of record. */
  byKind: Record<string, ImportCounts & { proposed: number }>;
  /** Why nothing was applied; null unless quarantined. */
  quarantine: string | null;
  changes: readonly ReportChange[];
  notes: readonly ReportNote[];
  /** Absent where records are matched to none of ours. */
  matching?: Matching;
}
