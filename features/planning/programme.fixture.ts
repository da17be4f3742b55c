import {
  NO_POLICY,
  type Policy,
  type ProgrammeVersion,
  type Requirement,
} from "@/features/pathways/programme";
import type { Achievement, Facts, Unit } from "@/features/pathways/unit";

export const TODAY = "2027-03-01";

export const source = {
  url: "https://example.org/rules",
  title: "Programme document",
  retrievedOn: "2027-01-15",
};

const title = { en: "Part" };

export const all = (id: string, ...of: Requirement[]): Requirement => ({ kind: "all", id, title, of });

export const atLeast = (id: string, k: number, ...of: Requirement[]): Requirement => ({
  kind: "atLeast",
  id,
  title,
  k,
  of,
});

export const item = (id: string, unit: string): Requirement => ({ kind: "item", id, title, unit });

type Pool = Extract<Requirement, { kind: "credits" }>;

/** A pool of listed units, or of what fits a selector. Credits in hundredths. */
export const pool = (
  id: string,
  minCredits: number,
  from: string[] | Pool["from"],
  more: Partial<Pool> = {},
): Requirement => ({
  kind: "credits",
  id,
  title,
  minCredits,
  from: Array.isArray(from) ? { units: from } : from,
  fits: "designed",
  ...more,
});

export const programme = (
  root: Requirement,
  more: Partial<Omit<ProgrammeVersion, "policy">> & { policy?: Partial<Policy> } = {},
): ProgrammeVersion => ({
  qualification: "q",
  version: "1",
  title: { en: "Certificate" },
  awardingBodies: ["uni"],
  eqf: 7,
  totalCredits: 0,
  validFrom: "2026-01-01",
  validTo: null,
  changes: null,
  root,
  rules: [],
  equivalences: [],
  source,
  ...more,
  policy: { ...NO_POLICY, ...more.policy },
});

const facts = (unit: string | null): Facts => ({
  unit,
  credits: 500,
  eqf: 6,
  fields: ["0613"],
  providers: ["uni"],
  teaches: [],
  tags: [],
  quality: null,
  assessment: [],
});

/** A unit of 5 ECTS, EQF 6, 125 hours, 100 euro, by the awarding body. */
export const unit = (id: string, more: Partial<Unit> = {}): Unit => ({
  ...facts(id),
  unit: id,
  hours: 125,
  priceCents: 10_000,
  prerequisite: null,
  corequisites: [],
  offerings: [],
  ...more,
});

export const held = (id: string, more: Partial<Achievement> = {}): Achievement => ({
  ...facts(id),
  id,
  isOwn: false,
  awardedOn: "2026-06-01",
  expiresOn: null,
  grade: null,
  identityVerified: null,
  usedForOtherAward: false,
  ...more,
});
