import type { Change, HeldRecords } from "@/features/changes/schema";
import type { CourseContent } from "@/features/courses/schema";
import type { CredentialContent } from "@/features/credentials/schema";
import type {
  CourseDraft,
  CredentialDraft,
  Draft,
  ProviderDraft,
  Transformed,
} from "@/features/exchange/draft";
import type { ProviderContent } from "@/features/providers/schema";
import { makeCourse, makeCredential, makeOutcome, makeProvider, NOW, TODAY } from "@/tests/factories";
import { type KeptItem, lastWords } from "./last-words";
import { planImport } from "./plan";
import type { Plan, Surroundings } from "./schema";

export const SOURCE = "00000000-0000-7000-8000-00000000000a";
export const OTHER_SOURCE = "00000000-0000-7000-8000-00000000000b";

export function feed(drafts: readonly Draft[], rest: Partial<Transformed> = {}): Transformed {
  return { drafts, refused: [], notes: [], isComplete: true, ...rest };
}

export function provider(externalId: string, content: Partial<ProviderContent> = {}): ProviderDraft {
  const legalName = { en: `Name of ${externalId}` };
  return {
    kind: "provider",
    externalId,
    sourceUrl: null,
    raw: {},
    content: makeProvider({ legalName, ...content }),
  };
}

export function credential(externalId: string, content: Partial<CredentialContent> = {}): CredentialDraft {
  const own = { title: { en: `Title of ${externalId}` }, outcomes: [makeOutcome({ text: { en: "Weld" } })] };
  return {
    kind: "credential",
    externalId,
    sourceUrl: null,
    raw: {},
    content: makeCredential({ ...own, ...content }),
  };
}

/** A course of provider "P" that no rule finds fault with. */
export function course(
  externalId: string,
  content: Partial<CourseContent> = {},
  status: CourseDraft["status"] = "published",
): CourseDraft {
  const own = {
    provider: "P",
    title: { en: `Title of ${externalId}` },
    outcomes: [makeOutcome({ text: { en: "Weld" } })],
  };
  return {
    kind: "course",
    externalId,
    sourceUrl: null,
    raw: {},
    status,
    content: makeCourse({ ...own, ...content }),
  };
}

export function around(overrides: Partial<Surroundings> = {}): Surroundings {
  return {
    source: { id: SOURCE, isSample: false },
    held: { providers: [], credentials: [], courses: [] },
    lastWords: new Map(),
    namedElsewhere: { providers: new Map(), credentials: new Map() },
    sharedProviders: [],
    otherProviders: [],
    otherCourses: [],
    knownSkills: new Set(),
    ...overrides,
  };
}

export const plan = (transformed: Transformed, surroundings = around(), isPartial = false): Plan =>
  planImport(transformed, surroundings, { isPartial, now: NOW, today: TODAY });

/** What is held once a plan has been applied to what was held. */
export function held(
  applied: Plan,
  before: Surroundings & { kept?: KeptItem[] } = around(),
): Surroundings & { kept: KeptItem[] } {
  const news = applied.items.flatMap((item) =>
    item.isNews && item.contentHash !== null ? [{ ...item, contentHash: item.contentHash }] : [],
  );
  const kept = [...(before.kept ?? []), ...news];
  const records: HeldRecords = {
    providers: [...before.held.providers],
    credentials: [...before.held.credentials],
    courses: [...before.held.courses],
  };
  for (const { change } of applied.items) if (change) apply(records, change);
  return { ...before, held: records, lastWords: lastWords(kept), kept };
}

const GIVEN = { slug: "slug", version: 1, createdAt: NOW, updatedAt: NOW };

function apply(records: HeldRecords, { after }: Change): void {
  if (!after) return;
  const put = <R extends { id: string }>(list: R[], record: R) => {
    const place = list.findIndex(({ id }) => id === record.id);
    list.splice(place === -1 ? list.length : place, 1, record);
  };
  if (after.kind === "provider") put(records.providers, { ...after, ...GIVEN });
  else if (after.kind === "credential") put(records.credentials, { ...after, ...GIVEN });
  else put(records.courses, { ...after, ...GIVEN, publishedAt: NOW });
}

/** "outcome kind id" of each item. */
export const outcomes = ({ items }: Plan): string[] =>
  items.map(({ outcome, kind, externalId }) => `${outcome} ${kind} ${externalId}`);

/** Rules that refused, warned or hinted, by record. */
export const rulesOf = ({ items }: Plan, externalId: string): string[] =>
  items
    .filter((item) => item.externalId === externalId)
    .flatMap(({ notes }) => notes.map(({ rule }) => rule));
