import { saysTheSame } from "@/features/changes/same-record";
import type { CourseChange, CredentialChange, ProviderChange } from "@/features/changes/schema";
import type { CourseContent, CourseRecord, CourseStatus } from "@/features/courses/schema";
import type { CredentialContent, CredentialRecord } from "@/features/credentials/schema";
import type { CourseDraft, CredentialDraft, Draft, Note } from "@/features/exchange/draft";
import { contentHash } from "./content-hash";
import { fieldChanges } from "./field-changes";
import type { LinkedProvider } from "./link-providers";
import { type ItemOutcome, keyOf, type PlannedItem, type PlanOptions, type Surroundings } from "./schema";
import { type Entry, type Rejection, titleOf } from "./sift";

/** A credential or course of the feed with the record that it is (null: a new one) and all links resolved. */
export interface Linked<D extends CredentialDraft | CourseDraft, C, R> {
  entry: Entry<D>;
  id: string;
  before: R | null;
  content: C;
}
export type LinkedCredential = Linked<CredentialDraft, CredentialContent, CredentialRecord>;
export type LinkedCourse = Linked<CourseDraft, CourseContent, CourseRecord>;

export interface ItemContext {
  around: Surroundings;
  options: PlanOptions;
  /** What to show a person in place of one of our ids. */
  wordsFor: (id: string) => string;
}

/** What every record of this feed says about where it comes from. */
function provenance({ around, options }: ItemContext, draft: Draft) {
  return {
    sourceId: around.source.id,
    externalId: draft.externalId,
    sourceUrl: draft.sourceUrl,
    retrievedOn: options.today,
    isSample: around.source.isSample,
  };
}

export function providerItem(
  { entry, id, record, speaks }: LinkedProvider,
  context: ItemContext,
): PlannedItem {
  const { draft, notes } = entry;
  if (!speaks) return item(draft, notes, "unchanged", null, []);
  const after = { kind: "provider", id, ...provenance(context, draft), content: draft.content } as const;
  const change: ProviderChange = { kind: "provider", before: record, after };
  return decided(draft, notes, change, context);
}

/** A credential has no state of waiting: what asks for review is said in its notes. */
export function credentialItem(linked: LinkedCredential, context: ItemContext): PlannedItem {
  const { entry, id, before, content } = linked;
  const after = {
    kind: "credential",
    id,
    status: "published",
    ...provenance(context, entry.draft),
    content,
  } as const;
  return decided(entry.draft, entry.notes, { kind: "credential", before, after }, context);
}

/** Records without an error go live; those that need review wait, and a published one stays as it is meanwhile. */
export function courseItem(linked: LinkedCourse, context: ItemContext): PlannedItem {
  const { entry, id, before, content } = linked;
  const { draft, notes } = entry;
  const needsReview = notes.some(({ severity }) => severity === "review");
  const status = statusOf(draft, before, needsReview);
  const after = { kind: "course", id, status, ...provenance(context, draft), content } as const;
  const planned = decided(draft, notes, { kind: "course", before, after }, context);
  const waits = needsReview && before?.status === "published" && planned.outcome === "changed";
  return waits ? proposed(planned, context) : planned;
}

function statusOf(draft: CourseDraft, before: CourseRecord | null, needsReview: boolean): CourseStatus {
  if (draft.status === "withdrawn") return "withdrawn";
  // A course that a person took off stays off until a person puts it back.
  if (before?.status === "suspended" || before?.status === "published") return before.status;
  return needsReview ? "submitted" : "published";
}

type AnyChange = ProviderChange | CredentialChange | CourseChange;

function decided(draft: Draft, notes: readonly Note[], change: AnyChange, context: ItemContext): PlannedItem {
  const { before, after } = change;
  if (!before || !after) return item(draft, notes, "added", change, []);
  if (saysTheSame(before, after)) return item(draft, notes, "unchanged", change, []);
  return item(draft, notes, "changed", change, fieldChanges(shown(before), shown(after), context.wordsFor));
}

/** The part of a record that its source speaks of. */
function shown(record: { content: object; sourceUrl: string | null; status?: string }): object {
  return { ...record.content, sourceUrl: record.sourceUrl, status: record.status ?? null };
}

function item(
  draft: Draft,
  notes: readonly Note[],
  outcome: ItemOutcome,
  change: AnyChange | null,
  fields: PlannedItem["fields"],
): PlannedItem {
  return {
    kind: draft.kind,
    externalId: draft.externalId,
    title: titleOf(draft),
    outcome,
    fields,
    notes,
    change,
    raw: draft.raw,
    contentHash:
      outcome === "unchanged"
        ? null
        : contentHash([draft.kind === "course" ? draft.status : null, draft.content]),
    isNews: outcome !== "unchanged",
  };
}

function proposed(planned: PlannedItem, { around }: ItemContext): PlannedItem {
  return {
    ...planned,
    outcome: "proposed",
    change: null,
    isNews: around.lastWords.get(keyOf(planned))?.latest !== planned.contentHash,
  };
}

/** @param isAccepted another record of the feed with the same key came in */
export function refusedItem(rejection: Rejection, isAccepted: boolean, { around }: ItemContext): PlannedItem {
  const { kind, externalId, title, raw, notes } = rejection;
  const hash = contentHash([raw, notes.map(({ field, rule, message }) => [field, rule, message])]);
  const words = around.lastWords.get(keyOf(rejection));
  // Beside one that comes in, a refused record of the same key is as old as its first refusal.
  const known = isAccepted ? words?.everRefused : words?.refused;
  return {
    kind,
    externalId,
    title,
    outcome: "refused",
    fields: [],
    notes,
    change: null,
    raw,
    contentHash: hash,
    isNews: !known?.has(hash),
  };
}

/** A record that is held and that its source no longer has: it keeps its page, as no longer offered. */
export function missingItem(record: CredentialRecord | CourseRecord): PlannedItem {
  const { kind, externalId, content } = record;
  return {
    kind,
    externalId,
    title: content.title[content.defaultLanguage] ?? null,
    outcome: "missing",
    fields: [],
    notes: [],
    change:
      record.kind === "course"
        ? { kind: "course", before: record, after: { ...record, status: "withdrawn" } }
        : { kind: "credential", before: record, after: { ...record, status: "withdrawn" } },
    raw: null,
    contentHash: contentHash(null),
    isNews: true,
  };
}
