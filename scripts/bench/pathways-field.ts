import type { Database } from "@/db/client";
import { insertRows } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { credentials } from "@/db/schema/credentials";
import { providers } from "@/db/schema/providers";
import { runs } from "@/db/schema/runs";
import { sources } from "@/db/schema/sources";
import { compileCounting } from "@/features/pathways/counting";
import type { Requirement } from "@/features/pathways/programme";
import type { Prerequisite, Unit } from "@/features/pathways/unit";
import type { PlanInput } from "@/features/planning/plan-input";
import type { Day } from "@/lib/dates";
import { all, importProgrammes, pool, programmeDocument } from "@/tests/programmes";

const SOURCE = "bench of plans";
const BATCH = 2_000;
const SOURCE_ID = "00000010-0000-7000-8000-000000000000";

/** Writes generated units as courses, and each question as a qualification with its programme. @returns their ids */
export async function loadField(
  db: Database,
  units: readonly Unit[],
  questions: readonly PlanInput[],
  today: Day,
): Promise<string[]> {
  const rows = new FieldRows(today);
  await db.transaction(async (tx) => {
    await insertRows(tx, sources, [rows.source()]);
    await insertRows(tx, providers, [...new Set(units.flatMap((unit) => unit.providers))].map(rows.provider));
    for (let at = 0; at < units.length; at += BATCH) {
      const some = units.slice(at, at + BATCH);
      await insertRows(tx, courses, some.map(rows.course));
      await insertRows(tx, runs, some.flatMap(rows.runs));
    }
    await insertRows(tx, credentials, questions.map(rows.qualification));
  });
  const report = await importProgrammes(db, questions.map(documentOf));
  if (report.refused > 0) throw new Error(`Programmes were refused: ${JSON.stringify(report.notes[0])}`);
  return questions.map((_, index) => qualificationId(index));
}

const slugOf = (index: number): string => `bench-qualification-${index}`;
const refTo = (externalId: string) => ({ source: SOURCE, externalId });

const qualificationId = (index: number) => `00000013-0000-7000-8000-${index.toString(16).padStart(12, "0")}`;

/** "c12" and "provider-12": kinds have blocks of numbers of their own. */
const idOf = (name: string): string => {
  const number = Number(name.replace(/\D/g, ""));
  return `0000001${name.startsWith("c") ? 1 : 2}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
};

class FieldRows {
  private readonly at: Date;

  constructor(private readonly today: Day) {
    this.at = new Date(`${today}T00:00:00Z`);
  }

  readonly source = (): typeof sources.$inferSelect => ({
    id: SOURCE_ID,
    name: SOURCE,
    format: "bench",
    address: "bench",
    licence: null,
    class: "provider",
    isSample: false,
    createdAt: this.at,
  });

  readonly provider = (name: string): typeof providers.$inferSelect => ({
    id: idOf(name),
    slug: `bench-${name}`,
    legalName: { en: name },
    defaultLanguage: "en",
    kind: "other",
    identity: "stated",
    country: "FI",
    region: null,
    homepage: null,
    ...this.provenance(name),
  });

  readonly course = (unit: Unit): typeof courses.$inferSelect => {
    const weeks = unit.offerings[0]?.weeks ?? null;
    return {
      id: idOf(unit.unit),
      slug: `bench-${unit.unit}`,
      providerId: idOf(unit.providers[0] ?? ""),
      status: "published",
      title: { en: unit.unit },
      summary: null,
      description: null,
      ...this.facts(unit),
      durationDays: weeks === null ? null : weeks * 7,
      targetGroups: [],
      learningSetting: "not-stated",
      type: null,
      hasNoCredential: false,
      publishedAt: this.at,
      ...this.provenance(unit.unit),
    };
  };

  readonly runs = (unit: Unit): (typeof runs.$inferSelect)[] =>
    unit.offerings.map((run, position) => ({
      id: idOf(unit.unit),
      courseId: idOf(unit.unit),
      externalId: String(position),
      position,
      startKind: run.start === null ? "standing" : "dated",
      startOn: run.start,
      startPrecision: run.start === null ? null : "day",
      startText: null,
      endOn: run.end,
      applyBy: run.deadline,
      modes: ["online"],
      languages: run.languages,
      country: run.country,
      region: run.region,
      city: null,
      priceKind: unit.priceCents === null || unit.priceCents === 0 ? "free" : "paid",
      priceCents: unit.priceCents || null,
      currency: unit.priceCents ? "EUR" : null,
      priceNote: null,
      seats: null,
      schedules: [],
      hoursPerWeek: null,
      applyUrl: null,
    }));

  readonly qualification = (_: PlanInput, index: number): typeof credentials.$inferSelect => ({
    id: qualificationId(index),
    slug: slugOf(index),
    status: "published",
    kind: "certificate",
    title: { en: slugOf(index) },
    description: null,
    ...this.facts({ credits: 6_000, eqf: 7, fields: [], hours: null }),
    isOutsideFramework: false,
    modes: [],
    qualityAssurance: null,
    stackability: "not-stated",
    validity: null,
    ...this.provenance(slugOf(index)),
  });

  private facts({ credits, eqf, fields, hours }: Pick<Unit, "credits" | "eqf" | "fields" | "hours">) {
    return {
      fields,
      ectsHundredths: credits,
      hoursMin: hours,
      hoursMax: hours,
      eqf,
      nqf: null,
      cycle: null,
      assessment: "assessed" as const,
      assessmentTypes: [],
      supervision: "not-stated" as const,
      prerequisites: null,
      defaultLanguage: "en",
      homepage: null,
    };
  }

  private provenance(externalId: string) {
    return {
      sourceId: SOURCE_ID,
      externalId,
      sourceUrl: null,
      retrievedOn: this.today,
      isSample: false,
      version: 1,
      createdAt: this.at,
      updatedAt: this.at,
    };
  }
}

/** The file of a programme; what units ask for first is said there, of those that count in it. */
function documentOf({ version, units, now }: PlanInput, index: number): object {
  const { policy, totalCredits } = version;
  const counting = compileCounting(version, { applyOn: now, awardOn: now });
  const asking = units.flatMap(({ prerequisite, ...unit }) =>
    prerequisite && counting.ofUnit({ ...unit, prerequisite }).length > 0
      ? [{ unit: refTo(unit.unit), requires: toFile(prerequisite) }]
      : [],
  );
  const bodies = version.awardingBodies.map(refTo);
  const names = { qualification: refTo(slugOf(index)), body: bodies[0] ?? refTo("") };
  return programmeDocument(names, partOf(version.root), {
    awardingBodies: bodies,
    totalCredits: totalCredits / 100,
    policy: {
      ...policy,
      levelMinima: policy.levelMinima.map((each) => ({ ...each, credits: each.credits / 100 })),
      providerMaxima: policy.providerMaxima.map(({ provider, credits }) => ({
        provider: refTo(provider),
        credits: credits / 100,
      })),
    },
    prerequisites: asking,
  });
}

/** Of the parts that generated questions have. */
function partOf(node: Requirement): object {
  if (node.kind === "all") return all(node.id, ...node.of.map(partOf));
  if (node.kind !== "credits") throw new Error(`No generated question has a part of the kind ${node.kind}`);
  return pool(node.id, node.minCredits / 100, node.from, { fits: node.fits });
}

function toFile(asked: Prerequisite): object {
  if (asked.kind === "unit") return { kind: "unit", unit: refTo(asked.unit) };
  if (asked.kind === "manual") return asked;
  const of = asked.of.map(toFile);
  return asked.kind === "all" ? { kind: asked.kind, of } : { kind: asked.kind, k: asked.k, of };
}
