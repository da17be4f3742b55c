import type { ITEM_OUTCOMES } from "@/db/schema/sources";
import type { Change, HeldRecords } from "@/features/changes/schema";
import type { Note, RecordKind } from "@/features/exchange/draft";
import type { ProviderRecord } from "@/features/providers/schema";
import type { Day } from "@/lib/dates";
import type { LanguageMap } from "@/lib/language-map";

export type ItemOutcome = (typeof ITEM_OUTCOMES)[number] | "unchanged";

/** One field that differs, both states in words. */
export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

/** What becomes of one record of the feed, or of one that is held and that the feed no longer has. */
export interface PlannedItem {
  kind: RecordKind;
  externalId: string;
  /** Null for a refused one without a readable title. */
  title: string | null;
  outcome: ItemOutcome;
  /** What differs, for `changed` and `proposed`. */
  fields: readonly FieldChange[];
  notes: readonly Note[];
  /** Null where nothing is to be written, not even the day of reading. */
  change: Change | null;
  raw: unknown;
  /** Of what the source says; null where nothing changed. */
  contentHash: string | null;
  /** True where the source now says something else than when it was last read: then it is kept. */
  isNews: boolean;
}

export interface Plan {
  items: readonly PlannedItem[];
  /** Notes about the feed as a whole. */
  notes: readonly Note[];
  /** Why nothing of it may be applied; null where it may. */
  quarantine: string | null;
}

/** A course of another source, which one of this feed may repeat. */
export interface ForeignCourse {
  externalId: string;
  sourceName: string;
  providerId: string;
  title: LanguageMap;
}

export interface ForeignProvider {
  id: string;
  legalName: LanguageMap;
  country: string;
}

/** What a source said of a record, as hashes of the items that were kept of it. */
export interface LastWords {
  latest: string;
  /** Refused since the last item that came in; of one key there can be several at once. */
  refused: ReadonlySet<string>;
  everRefused: ReadonlySet<string>;
}

/** What the catalogue holds as far as a feed has to do with it. */
export interface Surroundings {
  source: { id: string; isSample: boolean };
  held: HeldRecords;
  /** By `keyOf`: what the source last said of a record. */
  lastWords: ReadonlyMap<string, LastWords>;
  /** Records of other sources that the feed, or the command line, names by identifier, slug or external id: our ids. */
  namedElsewhere: { providers: ReadonlyMap<string, string>; credentials: ReadonlyMap<string, string> };
  /** Providers of other sources that have an identifier which the feed uses too. */
  sharedProviders: readonly ProviderRecord[];
  /** Providers of other sources in the countries of the feed. */
  otherProviders: readonly ForeignProvider[];
  /** Courses of other sources by providers that the feed uses too. */
  otherCourses: readonly ForeignCourse[];
  knownSkills: ReadonlySet<string>;
}

export interface PlanOptions {
  /** The feed is not the whole of the source: nothing of it goes missing. */
  isPartial: boolean;
  now: Date;
  today: Day;
}

export const keyOf = ({ kind, externalId }: { kind: RecordKind; externalId: string }): string =>
  `${kind} ${externalId}`;
