import type { credentials } from "@/db/schema/credentials";
import type { providers } from "@/db/schema/providers";
import type { sources } from "@/db/schema/sources";
import { type StackWindow, stacksOn } from "@/features/stack-windows/stacks";
import type { Day } from "@/lib/dates";
import { countedValues } from "./counted-values";
import { runState } from "./openness";
import { priceBand } from "./price-band";
import type { CourseCredentialRow, CourseRow, RunRow } from "./record-rows";
import type { CourseSummary, CredentialRef, OutcomeView, ProviderRef, RunView, SourceRef } from "./view";

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

export function toCourseSummary(parts: CourseParts, today: Day): CourseSummary {
  const { course, provider, source } = parts;
  const counted = countedValues(parts);
  const skills = new Map(
    counted.outcomes
      .flatMap((outcome) => outcome.skills)
      .filter((skill) => skill.method === "stated" || skill.method === "accepted")
      .map(({ method: _method, ...skill }) => [skill.id, skill]),
  );
  const hasLevel =
    counted.eqf !== null || counted.nqf !== null || counted.cycle !== null || counted.isOutsideFramework;
  return {
    id: course.id,
    slug: course.slug,
    status: course.status,
    title: course.title,
    summary: course.summary,
    defaultLanguage: course.defaultLanguage,
    provider: toProviderRef(provider),
    level: hasLevel
      ? {
          eqf: counted.eqf,
          nqf: counted.nqf,
          cycle: counted.cycle,
          outsideFramework: counted.isOutsideFramework,
          status: "stated",
          inherited: counted.inherited.level,
          source: source.name,
          asOf: course.retrievedOn,
        }
      : null,
    credits:
      counted.ectsHundredths === null
        ? null
        : { ectsHundredths: counted.ectsHundredths, status: "stated", inherited: counted.inherited.credits },
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
