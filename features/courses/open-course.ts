import { toOpenEvidence, toOpenTrustBody } from "@/features/judgements/open-judgement";
import type { OutcomeView } from "@/features/outcomes/view";
import type { CourseDetail, CourseSummary, ProviderRef, RunView } from "./view";

/** The currency in which a free run is 0; bands of prices are in it too. */
const PORTAL_CURRENCY = "EUR";

/** The public address of a record for other systems. */
export type AddressOf = (
  kind: "course" | "credential" | "provider" | "qualification",
  slug: string,
) => string;

/** Credits as people write them: 250 hundredths are 2.5. */
export const toEcts = (hundredths: number | null): number | null =>
  hundredths === null ? null : hundredths / 100;

/** A free run is 0 in the portal's currency. */
export function toOpenRun(run: RunView) {
  const isFree = run.priceKind === "free";
  return {
    start: run.startOn,
    startKind: run.startKind,
    startPrecision: run.startPrecision,
    startText: run.startText,
    end: run.endOn,
    applyBy: run.applyBy,
    state: run.state,
    modes: run.modes,
    languages: run.languages,
    country: run.country,
    region: run.region,
    city: run.city,
    price: {
      cents: isFree ? 0 : run.priceCents,
      currency: isFree ? PORTAL_CURRENCY : run.currency,
      band: run.priceBand,
    },
    priceNote: run.priceNote,
    seats: run.seats,
    schedules: run.schedules,
    hoursPerWeek: run.hoursPerWeek,
    url: run.applyUrl,
  };
}

export function toOpenOutcome({ text, skills }: OutcomeView) {
  return { text, skills: skills.map(({ uri, label, method }) => ({ uri, label, method })) };
}

export function toOpenProviderRef(provider: ProviderRef, addressOf: AddressOf) {
  return {
    id: provider.id,
    slug: provider.slug,
    url: addressOf("provider", provider.slug),
    name: provider.name,
    country: provider.country,
  };
}

/** A link says more than the word that there is none; search counts it so too. */
const saysNone = (course: CourseSummary): boolean =>
  course.hasNoCredential && course.credentials.length === 0;

/** A course as `GET /api/v1/courses` lists it; what is not stated is null or an empty list. */
export function toOpenCourse(course: CourseSummary, addressOf: AddressOf) {
  const { provider, level, credits } = course;
  return {
    id: course.id,
    slug: course.slug,
    url: addressOf("course", course.slug),
    status: course.status,
    title: course.title,
    summary: course.summary,
    defaultLanguage: course.defaultLanguage,
    provider: toOpenProviderRef(provider, addressOf),
    level,
    credits: credits && {
      ects: toEcts(credits.ectsHundredths),
      status: credits.status,
      inherited: credits.inherited,
    },
    workloadHours: course.hours,
    durationWeeks: course.durationDays === null ? null : Math.round((course.durationDays / 7) * 10) / 10,
    trust: {
      tier: course.trust.tier,
      subStatus: course.trust.subStatus,
      conditions: course.trust.conditions,
      body: toOpenTrustBody(course.judgement.trust.body, course.judgement.bodies),
      changesOn: course.trust.changesOn,
    },
    assessment: course.assessment,
    credentials: saysNone(course)
      ? [{ kind: "none" as const }]
      : course.credentials.map((credential) => ({
          id: credential.id,
          slug: credential.slug,
          url: addressOf("credential", credential.slug),
          title: credential.title,
          kind: credential.kind,
          needs: credential.needs,
          neededCount: credential.neededCount,
        })),
    runs: course.runs.map(toOpenRun),
    field: course.fields,
    skills: course.skills.map((skill) => skill.uri),
    stacksInto: course.stacksInto,
    sample: course.isSample,
    updatedAt: course.updatedAt.toISOString(),
  };
}

/** A course with all its texts, outcomes and runs, as `GET /api/v1/courses/{id}` gives it. */
export function toOpenCourseDetail(course: CourseDetail, addressOf: AddressOf) {
  return {
    ...toOpenCourse(course, addressOf),
    description: course.description,
    prerequisites: course.facts.prerequisites,
    outcomes: course.outcomes.map(toOpenOutcome),
    outcomesInherited: course.outcomesInherited,
    assessmentTypes: course.assessmentTypes,
    supervision: course.facts.supervision,
    targetGroups: course.targetGroups,
    learningSetting: course.learningSetting,
    type: course.type,
    homepage: course.homepage,
    allRuns: course.allRuns.map(toOpenRun),
    evidence: course.judgement.evidence.map(toOpenEvidence),
    source: course.source,
  };
}
