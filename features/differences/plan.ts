import type { CourseRecord } from "@/features/courses/schema";
import type { CredentialRecord } from "@/features/credentials/schema";
import type {
  CourseDraft,
  CredentialDraft,
  Draft,
  Note,
  ProviderDraft,
  Transformed,
} from "@/features/exchange/draft";
import { groupBy } from "@/lib/group";
import { uuidv7 } from "@/lib/uuid";
import { attendanceNotes, duplicateHints } from "./across";
import {
  courseItem,
  credentialItem,
  type ItemContext,
  type LinkedCourse,
  type LinkedCredential,
  missingItem,
  providerItem,
  refusedItem,
} from "./items";
import { type LinkedProvider, linkProviders } from "./link-providers";
import { credentialReferences, linkCourse, linkCredential, providerReferences } from "./link-records";
import { lossToQuarantine } from "./quarantine";
import { keyOf, type Plan, type PlanOptions, type Surroundings } from "./schema";
import { type Entry, reject, sift, titleOf } from "./sift";

/** What applying a feed would do, record by record; decides everything and writes nothing. */
export function planImport(feed: Transformed, around: Surroundings, options: PlanOptions): Plan {
  const sifted = sift(feed, { knownSkills: around.knownSkills });
  const rejections = [...sifted.rejections];
  const heldCourses = byExternalId(around.held.courses);
  const entries = sifted.entries.flatMap((entry) => {
    const fault = archivedAndUnknown(entry.draft, heldCourses);
    if (fault) rejections.push(reject(entry.draft, [...entry.notes, fault]));
    return fault ? [] : [entry];
  });

  const providers = linkProviders(entries.filter(isOfProvider), around, options.now);
  rejections.push(...providers.rejections);
  const providerOf = providerReferences(providers, around);

  const credentials: LinkedCredential[] = [];
  const heldCredentials = byExternalId(around.held.credentials);
  for (const entry of entries.filter(isOfCredential)) {
    const linking = linkCredential(entry, providerOf);
    if ("rejection" in linking) rejections.push(linking.rejection);
    else credentials.push({ ...identity(entry, heldCredentials, options), content: linking.content });
  }
  const credentialOf = credentialReferences(credentials, rejections, around);

  const linkedCourses: LinkedCourse[] = [];
  for (const entry of entries.filter(isOfCourse)) {
    const linking = linkCourse(entry, providerOf, credentialOf);
    if ("rejection" in linking) rejections.push(linking.rejection);
    else linkedCourses.push({ ...identity(entry, heldCourses, options), content: linking.content });
  }
  const courses = withNotesAcross(linkedCourses, credentials, around);

  const context = { around, options, wordsFor: wordsForIds(around, providers.linked, credentials) };
  const items = [
    ...providers.linked.map((linked) => providerItem(linked, context)),
    ...credentials.map((linked) => credentialItem(linked, context)),
    ...courses.map((linked) => courseItem(linked, context)),
  ];
  const accepted = new Set(items.map(keyOf));
  const refused = rejections.map((rejection) =>
    refusedItem(rejection, accepted.has(keyOf(rejection)), context),
  );

  const inFeed = new Set([...accepted, ...rejections.map(keyOf)]);
  const { tallies, missing } = whatIsMissing(inFeed, courses, context);
  const isWhole = feed.isComplete && !options.isPartial;
  const isEmpty = feed.drafts.length === 0 && feed.refused.length === 0;
  return {
    items: [...items, ...refused, ...(isWhole ? missing.map(missingItem) : [])],
    notes: sifted.notes,
    quarantine: isEmpty
      ? "The feed holds no record. Nothing was changed. Check the feed and its format."
      : isWhole
        ? lossToQuarantine(tallies)
        : null,
  };
}

const isOfProvider = (entry: Entry): entry is Entry<ProviderDraft> => entry.draft.kind === "provider";
const isOfCredential = (entry: Entry): entry is Entry<CredentialDraft> => entry.draft.kind === "credential";
const isOfCourse = (entry: Entry): entry is Entry<CourseDraft> => entry.draft.kind === "course";

const byExternalId = <R extends { externalId: string }>(records: readonly R[]): Map<string, R> =>
  new Map(records.map((record) => [record.externalId, record]));

function identity<D extends Draft, R extends { id: string }>(
  entry: Entry<D>,
  held: ReadonlyMap<string, R>,
  { now }: PlanOptions,
) {
  const before = held.get(entry.draft.externalId) ?? null;
  return { entry, before, id: before?.id ?? uuidv7(now.getTime()) };
}

/** What its source archived before we ever had it is none of ours. */
function archivedAndUnknown(draft: Draft, heldCourses: ReadonlyMap<string, CourseRecord>): Note | null {
  if (draft.kind !== "course" || draft.status !== "withdrawn") return null;
  if (heldCourses.has(draft.externalId)) return null;
  return {
    kind: "course",
    record: draft.externalId,
    field: null,
    rule: "archived",
    severity: "refuse",
    message: "It is archived at its source and was never held here.",
  };
}

function withNotesAcross(
  courses: readonly LinkedCourse[],
  credentials: readonly LinkedCredential[],
  around: Surroundings,
): LinkedCourse[] {
  const offers = courses.map(({ entry, content }) => ({ externalId: entry.draft.externalId, content }));
  const contents = new Map([
    ...around.held.credentials.map(({ id, content }) => [id, content] as const),
    ...credentials.map(({ id, content }) => [id, content] as const),
  ]);
  const notes = groupBy(
    [...duplicateHints(offers, around.otherCourses), ...attendanceNotes(offers, contents)],
    ({ record }) => record,
  );
  return courses.map((course) => {
    const { draft } = course.entry;
    const added = notes.get(draft.externalId) ?? [];
    return { ...course, entry: { draft, notes: [...course.entry.notes, ...added] } };
  });
}

/** Courses and credentials that the feed no longer has. A provider stays: its page lists what it offered. */
function whatIsMissing(
  inFeed: ReadonlySet<string>,
  courses: readonly LinkedCourse[],
  { around }: ItemContext,
) {
  const used = new Set(
    courses.flatMap(({ content }) => content.credentials.map(({ credential }) => credential)),
  );
  const offered = [...around.held.credentials, ...around.held.courses].filter(
    ({ status }) => status !== "withdrawn",
  );
  const missing = offered.filter((record) => !inFeed.has(keyOf(record)) && !used.has(record.id));
  const count = (records: readonly (CredentialRecord | CourseRecord)[], kind: "credential" | "course") =>
    records.filter((record) => record.kind === kind).length;
  const tallies = (["credential", "course"] as const).map((kind) => ({
    kind,
    held: count(offered, kind),
    lacking: count(missing, kind),
  }));
  return { missing, tallies };
}

function wordsForIds(
  around: Surroundings,
  providers: readonly LinkedProvider[],
  credentials: readonly LinkedCredential[],
): (id: string) => string {
  const words = new Map<string, string>();
  for (const { id, legalName } of around.otherProviders) words.set(id, Object.values(legalName)[0] ?? id);
  for (const { id, content } of around.held.providers)
    words.set(id, content.legalName[content.defaultLanguage] ?? id);
  for (const { id, content } of around.held.credentials)
    words.set(id, content.title[content.defaultLanguage] ?? id);
  for (const { id, entry } of [...providers, ...credentials]) words.set(id, titleOf(entry.draft) ?? id);
  return (id) => words.get(id) ?? id;
}
