import { sampleEsco } from "@/db/sample/catalogue";
import type { CourseContent } from "@/features/courses/schema";
import type { CredentialContent } from "@/features/credentials/schema";
import { refKey } from "@/features/pathways/ref";
import type { Achievement, Unit } from "@/features/pathways/unit";
import { toPlanningUnit } from "@/features/units/planning-unit";
import {
  factsOfCourse,
  factsOfCredential,
  type Leading,
  type LearningRow,
  type UnitCourse,
  type UnitCredential,
  type UnitRun,
} from "@/features/units/unit-records";
import type { Day } from "@/lib/dates";
import { sampleRecords } from "./records";

export const sampleRef = (key: string): string => refKey({ source: "Sample catalogue", externalId: key });

/** The published sample as units, without a database, and named as its own programmes name them. */
export function sampleUnits(today: Day, named: ReadonlySet<string>): Map<string, Unit> {
  const { providers, credentials, courses } = sampleRecords("source", today);
  const keys = new Map(providers.map(({ id, externalId }) => [id, sampleRef(externalId)]));
  const countries = new Map(providers.map(({ id, content }) => [id, content.country]));
  const keyOf = (id: string) => keys.get(id) ?? id;
  const offered = courses
    .filter(({ status }) => status === "published")
    .map(({ externalId, content }) => ({
      content,
      course: {
        ...rowOf(externalId, content),
        providerId: keyOf(content.provider),
        country: countries.get(content.provider) ?? "",
        durationDays: content.durationDays,
      } satisfies UnitCourse,
    }));
  const runs = new Map(
    offered.map(({ course, content }) => [
      course.id,
      content.runs.map((run): UnitRun => ({ ...run, courseId: course.id })),
    ]),
  );
  const context = { runsOf: (id: string) => runs.get(id) ?? [], limits: {}, today };
  const units: Unit[] = [];
  for (const { id, externalId, status, content } of credentials) {
    if (status !== "published" || content.assessment === "attendance-only") continue;
    const leading = offered.flatMap(({ course, content: { credentials: links } }): Leading[] =>
      links.flatMap(({ credential, needs, neededCount }) =>
        credential === id ? [{ course, needs, neededCount }] : [],
      ),
    );
    const credential: UnitCredential = {
      ...rowOf(externalId, content),
      isOutsideFramework: content.isOutsideFramework,
      awardingBodies: content.awardingBodies.map(keyOf),
    };
    const facts = { ...factsOfCredential(credential, leading), unit: credential.id };
    const { hoursMax: hours } = content;
    units.push(
      toPlanningUnit({ kind: "credential", facts, hours, identityVerified: null, leading }, context),
    );
  }
  for (const { course, content } of offered) {
    const isUnit = content.credentials.length === 0 || named.has(course.id);
    if (!isUnit || course.assessment !== "assessed") continue;
    const facts = { ...factsOfCourse(course, null), unit: course.id };
    const leading: Leading[] = [{ course, needs: "this-course", neededCount: null }];
    const { hoursMax: hours } = course;
    units.push(toPlanningUnit({ kind: "course", facts, hours, identityVerified: null, leading }, context));
  }
  return new Map(units.map((unit) => [unit.unit, unit]));
}

/** "KEY~YYYY-MM": a unit of the sample as something held since a month; without one the date is not stated. */
export function sampleAchievement(units: ReadonlyMap<string, Unit>, held: string): Achievement {
  const [key = "", month] = held.split("~");
  const unit = units.get(sampleRef(key));
  if (!unit) throw new Error(`The sample has no unit "${key}"`);
  const { hours: _h, priceCents: _p, prerequisite: _q, corequisites: _c, offerings: _o, ...facts } = unit;
  return {
    ...facts,
    id: key,
    isOwn: false,
    awardedOn: month === undefined ? null : `${month}-01`,
    expiresOn: null,
    grade: null,
    identityVerified: null,
    usedForOtherAward: false,
  };
}

const skillUris = new Map(sampleEsco.skills.map(({ id }) => [id, `http://data.europa.eu/esco/skill/${id}`]));

function rowOf(key: string, content: CourseContent | CredentialContent): LearningRow {
  const { ectsHundredths, eqf, nqf, cycle, assessment, hoursMax, supervision } = content;
  const taught = content.outcomes.flatMap(({ skills }) => skills.map(({ skillId }) => skillId));
  return {
    id: sampleRef(key),
    fields: [...content.fields],
    ectsHundredths,
    eqf,
    nqf,
    cycle,
    assessment,
    assessmentTypes: [...content.assessmentTypes],
    hoursMax,
    supervision,
    teaches: taught.flatMap((id) => skillUris.get(id) ?? []),
  };
}
