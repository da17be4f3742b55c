import { toTrustView } from "@/features/courses/summary";
import type { CourseSummary, CredentialRef } from "@/features/courses/view";
import { judgeOffer } from "@/features/judgements/judged";
import type { OfferJudgement } from "@/features/judgements/view";

let counter = 0;

const NO_LEVEL = { eqf: null, nqf: null, cycle: null, isOutsideFramework: false };
const NOTHING_KNOWN: OfferJudgement = {
  ...judgeOffer(
    {
      subject: {
        kind: "course",
        id: "course",
        provider: "p",
        providerKind: "unknown",
        credential: null,
        awardingBodies: [],
        level: NO_LEVEL,
      },
      level: NO_LEVEL,
      workload: { ectsHundredths: null, hoursMin: null, hoursMax: null, country: "FI" },
      statement: null,
    },
    [],
    "2026-11-23",
  ),
  bodies: [],
};

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
    trust: toTrustView(NOTHING_KNOWN),
    judgement: NOTHING_KNOWN,
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
