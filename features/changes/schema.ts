import type { CourseRecord, Provenance } from "@/features/courses/schema";
import type { CredentialRecord } from "@/features/credentials/schema";
import type { ProviderRecord } from "@/features/providers/schema";
import type { Day } from "@/lib/dates";

/** Who changes a record. Until there are accounts only the portal's own programs do; `name` says which one. */
export interface Actor {
  kind: "system";
  name: string;
}

/** When a change happens: the instant, and the day it then is in the portal's time zone. */
export interface Moment {
  now: Date;
  today: Day;
}

/** A record as someone wants it; address, version and instants are given by the door it passes. */
export type Wanted<R extends Provenance> = Omit<
  R,
  "slug" | "version" | "createdAt" | "updatedAt" | "publishedAt"
>;

/** Null before: the record is new. Null after: it goes. The other kinds of record follow the same pattern. */
interface ChangeOf<R extends ProviderRecord | CredentialRecord | CourseRecord> {
  kind: R["kind"];
  /** As it was read: a record that has changed since is a conflict. */
  before: R | null;
  after: Wanted<R> | null;
}

export type ProviderChange = ChangeOf<ProviderRecord>;
export type CredentialChange = ChangeOf<CredentialRecord>;
export type CourseChange = ChangeOf<CourseRecord>;
export type Change = ProviderChange | CredentialChange | CourseChange;

/** The records of a source, each kind in the order of external ids. */
export interface HeldRecords {
  providers: ProviderRecord[];
  credentials: CredentialRecord[];
  courses: CourseRecord[];
}
