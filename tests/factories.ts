import type { Database } from "@/db/client";
import { skills } from "@/db/schema/skills";
import { sources } from "@/db/schema/sources";
import { applyChange } from "@/features/changes/mutations";
import type { Actor, Moment } from "@/features/changes/schema";
import type { CourseContent, CourseRecord, Outcome, Provenance, Run } from "@/features/courses/schema";
import type { CredentialContent, CredentialRecord } from "@/features/credentials/schema";
import type { ProviderContent, ProviderRecord } from "@/features/providers/schema";
import { uuidv7 } from "@/lib/uuid";

/** The day it is in tests that do not say otherwise, and the instant at which their records are written. */
export const TODAY = "2026-11-25";
export const NOW = new Date("2026-11-25T09:00:00Z");
export const MOMENT: Moment = { now: NOW, today: TODAY };
export const ACTOR: Actor = { kind: "system", name: "test" };

let counter = 0;
/** A word that no other call returns. */
export const unique = (word: string): string => `${word}-${++counter}`;

const NO_FACTS = {
  fields: [],
  ectsHundredths: null,
  hoursMin: null,
  hoursMax: null,
  eqf: null,
  nqf: null,
  cycle: null,
  assessment: "unknown",
  assessmentTypes: [],
  supervision: "not-stated",
  prerequisites: null,
} as const;

/** The smallest valid contents: everything that can be "not stated" is. */
export function makeProvider(overrides: Partial<ProviderContent> = {}): ProviderContent {
  return {
    defaultLanguage: "en",
    legalName: { en: unique("Provider") },
    kind: "unknown",
    identity: "stated",
    country: "FI",
    region: null,
    homepage: null,
    identifiers: [],
    ...overrides,
  };
}

export function makeCredential(overrides: Partial<CredentialContent> = {}): CredentialContent {
  return {
    ...NO_FACTS,
    kind: "micro-credential",
    defaultLanguage: "en",
    title: { en: unique("Credential") },
    description: null,
    isOutsideFramework: false,
    modes: [],
    qualityAssurance: null,
    stackability: "not-stated",
    validity: null,
    homepage: null,
    outcomes: [],
    awardingBodies: [],
    ...overrides,
  };
}

/** `provider` names nothing unless it is given; `insertCourse` brings a provider of its own. */
export function makeCourse(overrides: Partial<CourseContent> = {}): CourseContent {
  return {
    ...NO_FACTS,
    provider: "",
    defaultLanguage: "en",
    title: { en: unique("Course") },
    summary: null,
    description: null,
    durationDays: null,
    targetGroups: [],
    learningSetting: "not-stated",
    type: null,
    homepage: null,
    hasNoCredential: false,
    outcomes: [],
    runs: [],
    credentials: [],
    ...overrides,
  };
}

export function makeRun(overrides: Partial<Run> = {}): Run {
  return {
    externalId: unique("run"),
    startKind: "not-stated",
    startOn: null,
    startPrecision: null,
    startText: null,
    endOn: null,
    applyBy: null,
    modes: [],
    languages: [],
    country: null,
    region: null,
    city: null,
    priceKind: "unknown",
    priceCents: null,
    currency: null,
    priceNote: null,
    seats: null,
    schedules: [],
    hoursPerWeek: null,
    applyUrl: null,
    ...overrides,
  };
}

/** A run that starts on a day. */
export function makeDatedRun(startOn: string, overrides: Partial<Run> = {}): Run {
  return makeRun({ startKind: "dated", startOn, startPrecision: "day", ...overrides });
}

export function makeOutcome(overrides: Partial<Outcome> = {}): Outcome {
  return { text: { en: unique("Outcome") }, skills: [], ...overrides };
}

/** @returns the id of a new source. */
export async function insertSource(
  db: Database,
  overrides: Partial<typeof sources.$inferInsert> = {},
): Promise<string> {
  const id = uuidv7();
  await db.insert(sources).values({
    id,
    name: unique("source"),
    format: "csv",
    address: "catalogue.csv",
    class: "provider",
    createdAt: NOW,
    ...overrides,
  });
  return id;
}

/** @returns the id of a new ESCO skill. */
export async function insertSkill(
  db: Database,
  overrides: Partial<Omit<typeof skills.$inferInsert, "id" | "uri">> = {},
): Promise<string> {
  const id = crypto.randomUUID();
  await db.insert(skills).values({
    id,
    uri: `http://data.europa.eu/esco/skill/${id}`,
    label: { en: unique("skill") },
    altLabels: {},
    description: null,
    status: "released",
    escoVersion: "1.1.1",
    sourceId: overrides.sourceId ?? (await insertSource(db, { format: "esco" })),
    type: "skill",
    updatedAt: NOW,
    ...overrides,
  });
  return id;
}

type Recorded = Partial<
  Pick<Provenance, "sourceId" | "externalId" | "sourceUrl" | "retrievedOn" | "isSample">
>;

async function provenance(db: Database, recorded: Recorded) {
  return {
    id: uuidv7(),
    sourceId: recorded.sourceId ?? (await insertSource(db)),
    externalId: recorded.externalId ?? unique("record"),
    sourceUrl: recorded.sourceUrl ?? null,
    retrievedOn: recorded.retrievedOn ?? TODAY,
    isSample: recorded.isSample ?? false,
  };
}

/** Written through the same door as everything else, search rows included. */
export async function insertProvider(
  db: Database,
  { content, ...recorded }: Recorded & { content?: Partial<ProviderContent> } = {},
): Promise<ProviderRecord> {
  const after = {
    kind: "provider",
    ...(await provenance(db, recorded)),
    content: makeProvider(content),
  } as const;
  const written = await db.transaction((tx) =>
    applyChange(tx, ACTOR, { kind: "provider", before: null, after }, MOMENT),
  );
  return only(written.providers);
}

export async function insertCredential(
  db: Database,
  {
    content,
    status = "published",
    ...recorded
  }: Recorded & { status?: CredentialRecord["status"]; content?: Partial<CredentialContent> } = {},
): Promise<CredentialRecord> {
  const after = {
    kind: "credential",
    status,
    ...(await provenance(db, recorded)),
    content: makeCredential(content),
  } as const;
  const written = await db.transaction((tx) =>
    applyChange(tx, ACTOR, { kind: "credential", before: null, after }, MOMENT),
  );
  return only(written.credentials);
}

export async function insertCourse(
  db: Database,
  {
    content,
    status = "published",
    ...recorded
  }: Recorded & { status?: CourseRecord["status"]; content?: Partial<CourseContent> } = {},
): Promise<CourseRecord> {
  const provider = content?.provider ?? (await insertProvider(db)).id;
  const after = {
    kind: "course",
    status,
    ...(await provenance(db, recorded)),
    content: makeCourse({ ...content, provider }),
  } as const;
  const written = await db.transaction((tx) =>
    applyChange(tx, ACTOR, { kind: "course", before: null, after }, MOMENT),
  );
  return only(written.courses);
}

function only<T>(records: readonly T[]): T {
  const [record] = records;
  if (!record) throw new Error("Nothing was written");
  return record;
}
