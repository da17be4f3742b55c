import type { credentials } from "@/db/schema/credentials";
import type { providers } from "@/db/schema/providers";
import type { sources } from "@/db/schema/sources";
import type { CreditsVerdict } from "@/features/claims/credits";
import type { LevelVerdict } from "@/features/claims/level";
import type { AwardingBody } from "@/features/judgements/awarding-bodies";
import type { OfferJudgement } from "@/features/judgements/view";
import type { OutcomeView } from "@/features/outcomes/view";
import { type StackWindow, stacksOn } from "@/features/stack-windows/stacks";
import type { Day } from "@/lib/dates";
import { countedValues } from "./counted-values";
import { runState } from "./openness";
import { priceBand } from "./price-band";
import type { CourseCredentialRow, CourseRow, RunRow } from "./record-rows";
import type {
  CourseSummary,
  CredentialRef,
  CreditsView,
  LevelView,
  ProviderRef,
  RunView,
  SourceRef,
  TrustView,
} from "./view";

/** A course with all that belongs to it, as read from the database. */
export interface CourseParts {
  course: CourseRow;
  provider: typeof providers.$inferSelect;
  source: typeof sources.$inferSelect;
  runs: readonly RunRow[];
  links: readonly {
    link: CourseCredentialRow;
    credential: typeof credentials.$inferSelect;
    outcomes: readonly OutcomeView[];
    awardingBodies: readonly AwardingBody[];
    /** Name of the source of the credential. */
    sourceName: string;
  }[];
  outcomes: readonly OutcomeView[];
  /** Qualifications towards which it counts. */
  stacks: readonly StackWindow[];
}

export function toProviderRef(row: CourseParts["provider"]): ProviderRef {
  return {
    id: row.id,
    slug: row.slug,
    name: row.legalName,
    defaultLanguage: row.defaultLanguage,
    country: row.country,
  };
}

export function toSourceRef(
  source: CourseParts["source"],
  record: { sourceUrl: string | null; retrievedOn: Day },
): SourceRef {
  return {
    name: source.name,
    format: source.format,
    licence: source.licence,
    url: record.sourceUrl,
    retrievedOn: record.retrievedOn,
  };
}

/** The runs with how each stands on `today`: open ones soonest first, then those under way, then past ones latest first. */
export function toRunViews({ course, runs }: CourseParts, today: Day): RunView[] {
  const rank = { open: 0, "under-way": 1, past: 2 } as const;
  return runs
    .map(
      ({ id: _id, courseId: _courseId, position: _position, ...run }): RunView => ({
        ...run,
        state: runState(run, course.durationDays, today),
        priceBand: priceBand(run),
      }),
    )
    .sort((a, b) => {
      if (a.state !== b.state) return rank[a.state] - rank[b.state];
      const order = (a.startOn ?? "9999").localeCompare(b.startOn ?? "9999");
      return a.state === "past" ? -order : order;
    });
}

function toCredentialRef({ link, credential }: CourseParts["links"][number]): CredentialRef {
  return {
    id: credential.id,
    slug: credential.slug,
    title: credential.title,
    defaultLanguage: credential.defaultLanguage,
    kind: credential.kind,
    needs: link.needs,
    neededCount: link.neededCount,
    isAssessed: credential.assessment === "assessed",
    ectsHundredths: credential.ectsHundredths,
  };
}

/** Null where no level is known; `stated` is where the offer's own word was read. */
export function toLevelView(
  { eqf, nqf, cycle, isOutsideFramework, status, record, source }: LevelVerdict,
  stated: Pick<LevelView, "inherited" | "source" | "asOf">,
): LevelView | null {
  if (status === "not-stated") return null;
  const of = source ? { source: source.name, asOf: source.asOf } : stated;
  return {
    eqf,
    nqf,
    cycle,
    outsideFramework: isOutsideFramework,
    status,
    inherited: record === null && stated.inherited,
    source: of.source,
    asOf: of.asOf,
  };
}

/** Null where no credits are known. */
export function toCreditsView(
  { ectsHundredths, status, record }: CreditsVerdict,
  isInherited: boolean,
): CreditsView | null {
  if (ectsHundredths === null || status === "not-stated") return null;
  return { ectsHundredths, status, inherited: record === null && isInherited };
}

/** What the evidence comes to, in short. */
export function toTrustView({ trust, bodies }: Pick<OfferJudgement, "trust" | "bodies">): TrustView {
  const { tier, subStatus, conditions, body, changesOn } = trust;
  const provider = bodies.find(({ id }) => id === body?.id) ?? null;
  return { tier, subStatus, conditions, body: body && { role: body.role, provider }, changesOn };
}

export function toCourseSummary(parts: CourseParts, judgement: OfferJudgement, today: Day): CourseSummary {
  const { course, provider, source } = parts;
  const { level, credits } = judgement;
  const counted = countedValues(parts);
  const skills = new Map(
    counted.outcomes
      .flatMap((outcome) => outcome.skills)
      .filter((skill) => skill.method === "stated" || skill.method === "accepted")
      .map(({ method: _method, ...skill }) => [skill.id, skill]),
  );
  return {
    id: course.id,
    slug: course.slug,
    status: course.status,
    title: course.title,
    summary: course.summary,
    defaultLanguage: course.defaultLanguage,
    provider: toProviderRef(provider),
    level: toLevelView(level, {
      inherited: counted.inherited.level,
      source: source.name,
      asOf: course.retrievedOn,
    }),
    credits: toCreditsView(credits, counted.inherited.credits),
    trust: toTrustView(judgement),
    judgement,
    hours:
      course.hoursMin === null || course.hoursMax === null
        ? null
        : { min: course.hoursMin, max: course.hoursMax },
    durationDays: course.durationDays,
    assessment: counted.assessment,
    fields: course.fields,
    credentials: parts.links
      .filter(({ credential }) => credential.status === "published")
      .map(toCredentialRef),
    hasNoCredential: course.hasNoCredential,
    runs: toRunViews(parts, today).filter((run) => run.state === "open"),
    skills: [...skills.values()],
    stacksInto: stacksOn(parts.stacks, today).length,
    isSample: course.isSample,
    updatedAt: course.updatedAt,
  };
}
