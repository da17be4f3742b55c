import type { CourseContent } from "@/features/courses/schema";
import type { CredentialContent } from "@/features/credentials/schema";
import type { ProviderContent } from "@/features/providers/schema";

export type RecordKind = "provider" | "credential" | "course";

/** `refuse`: the record stays out. `review`: it comes in as submitted. `warn`, `hint`: it comes in and the report says so. */
export type Severity = "refuse" | "review" | "warn" | "hint";

/** One finding about one record, in words for the person who can mend it. */
export interface Note {
  kind: RecordKind;
  /** External id of the record in its source. */
  record: string;
  /** Name of the field in the words of the source format; null when it is about the whole record. */
  field: string | null;
  /** Short stable name of the rule, such as "workload-per-credit". */
  rule: string;
  severity: Severity;
  /** What is wrong and what to do about it. */
  message: string;
}

interface Drafted {
  externalId: string;
  sourceUrl: string | null;
  /** The record as its source had it, with personal data removed; kept with the import. */
  raw: unknown;
}

export interface ProviderDraft extends Drafted {
  kind: "provider";
  content: ProviderContent;
}

export interface CredentialDraft extends Drafted {
  kind: "credential";
  content: CredentialContent;
}

export interface CourseDraft extends Drafted {
  kind: "course";
  /** `withdrawn`: the source still names the course but says that it is archived or no longer offered. */
  status: "published" | "withdrawn";
  content: CourseContent;
}

export type Draft = ProviderDraft | CredentialDraft | CourseDraft;

/** A record of the source that cannot come in; its reasons are notes of severity `refuse`. */
export interface Refused {
  kind: RecordKind;
  externalId: string;
  /** Null where the raw record must not be kept (personal data) or could not be read. */
  raw: unknown;
}

/** What a format makes of its bytes: pure, complete, in the order of the source. */
export interface Transformed {
  drafts: readonly Draft[];
  refused: readonly Refused[];
  notes: readonly Note[];
  /** False when the source itself says that it holds more than was read: then nothing counts as missing. */
  isComplete: boolean;
}

/** A file as it was read. */
export interface InputFile {
  /** Path relative to what the person named, with forward slashes; the bare name for a single file. */
  name: string;
  bytes: Uint8Array;
}

export interface ReadOptions {
  /** External id or `scheme:value` of the provider named on the command line, for feeds that name none. */
  provider: string | null;
  /** The day of reading, for rules about dates. */
  today: string;
}

/** A feed format of courses: which files it wants, and what it makes of them. */
export interface CourseFormat {
  name: string;
  /** Extensions of files to read from a folder, with their dot. */
  extensions: readonly string[];
  transform(files: readonly InputFile[], options: ReadOptions): Transformed;
}
