import type { CourseSummary, CredentialRef } from "@/features/courses/view";

let counter = 0;

/** A course as a list shows it, with nothing stated but its title. */
export function makeSummary(overrides: Partial<CourseSummary> = {}): CourseSummary {
  const slug = `course-${++counter}`;
  return {
    id: slug,
    slug,
    status: "published",
    title: { en: "Public data" },
    summary: null,
    defaultLanguage: "en",
    provider: { id: "p", slug: "p", name: { en: "Provider" }, defaultLanguage: "en", country: "FI" },
    level: null,
    credits: null,
    hours: null,
    durationDays: null,
    assessment: "unknown",
    fields: [],
    credentials: [],
    hasNoCredential: false,
    runs: [],
    skills: [],
    stacksInto: 0,
    isSample: false,
    updatedAt: new Date(0),
    ...overrides,
  };
}

export function makeCredentialRef(overrides: Partial<CredentialRef> = {}): CredentialRef {
  return {
    id: "credential",
    slug: "credential",
    title: { en: "Micro-credential" },
    defaultLanguage: "en",
    kind: "micro-credential",
    needs: "this-course",
    neededCount: null,
    isAssessed: true,
    ectsHundredths: 500,
    ...overrides,
  };
}
