import type { CourseContent, Run } from "@/features/courses/schema";
import type { CredentialContent } from "@/features/credentials/schema";
import type { CourseDraft, CredentialDraft, ProviderDraft } from "@/features/exchange/draft";
import type { ProviderContent } from "@/features/providers/schema";
import { makeCourse, makeCredential, makeOutcome, makeProvider, makeRun } from "@/tests/factories";
import { applyRules } from "./offer-rules";

export const SKILL = "11111111-1111-4111-8111-111111111111";
export const FACTS = { knownSkills: new Set([SKILL]) };
const drafted = { externalId: "C-1", sourceUrl: null, raw: null };

/** A course that no rule finds fault with. */
export function course(overrides: Partial<CourseContent> = {}): CourseDraft {
  const content = makeCourse({ provider: "P-1", outcomes: [makeOutcome()], ...overrides });
  return { kind: "course", status: "published", ...drafted, content };
}

export function credential(overrides: Partial<CredentialContent> = {}): CredentialDraft {
  return {
    kind: "credential",
    ...drafted,
    content: makeCredential({ outcomes: [makeOutcome()], ...overrides }),
  };
}

export function provider(overrides: Partial<ProviderContent> = {}): ProviderDraft {
  return { kind: "provider", ...drafted, content: makeProvider(overrides) };
}

export const withRun = (run: Partial<Run>) => course({ runs: [makeRun({ externalId: "R-1", ...run })] });

/** "severity field: rule" of each finding. */
export const findings = (draft: Parameters<typeof applyRules>[0]): string[] =>
  applyRules(draft, FACTS).notes.map(({ severity, field, rule }) => `${severity} ${field}: ${rule}`);

export function mended<D extends Parameters<typeof applyRules>[0]>(draft: D): D["content"] {
  return applyRules(draft, FACTS).draft.content;
}
