import { beforeAll, describe, expect, it } from "vitest";
import { sampleProgrammes } from "@/db/sample/programmes";
import { programmeVersions } from "@/db/schema/pathways";
import { findPathway } from "@/features/curated-pathways/queries";
import { planFor } from "@/features/plans/plan-for";
import { parsePlanParams } from "@/features/plans/plan-question";
import { testDatabase } from "@/tests/database";
import { NOW, TODAY } from "@/tests/factories";
import { addSample } from "./mutations";
import { samplePathwaysOn } from "./pathways";
import { sampleId } from "./sample-id";

/** Three micro-credentials of three countries held, one certificate in reach: what the front page shows. */
const FRONT_PAGE =
  "target=data-julkisissa-palveluissa-todistus&hold=datataidot-tyoelamaan~2026-01" +
  "&hold=data-analysis-in-public-policy~2026-05&hold=european-decision-making~2026-09";

describe("the qualifications of the sample in a database", () => {
  const database = testDatabase();

  beforeAll(async () => {
    await addSample(database.db, { now: NOW });
  });

  it("publishes what each qualification asks for, and lets follow what counts towards it", async () => {
    const versions = await database.db
      .select({ credentialId: programmeVersions.credentialId, version: programmeVersions.version })
      .from(programmeVersions);
    expect(versions).toHaveLength(sampleProgrammes.length);
    expect(versions).toContainEqual({
      credentialId: sampleId("credential", "data-public-services"),
      version: "2",
    });
    const towards = await database.sql<{ qualification: string; certainty: string }[]>`
      select distinct credentials.external_id as qualification, counted.certainty
      from counted_towards counted join programme_versions version on version.id = counted.version_id
      join credentials on credentials.id = version.credential_id order by 1, 2`;
    const certaintiesOf = (key: string) =>
      towards.flatMap(({ qualification, certainty }) => (qualification === key ? certainty : []));
    expect(certaintiesOf("data-public-services")).toEqual(["agreement", "designed", "possible", "precedent"]);
    expect(new Set(towards.map(({ qualification }) => qualification)).size).toBe(14);
    const [unresolved] = await database.sql<{ n: number }[]>`
      select count(*)::int as n from programme_references
      where num_nonnulls(credential_id, course_id, provider_id) = 0`;
    expect(unresolved?.n).toBe(0);
  });

  it("puts in the curated pathways, and finds its one dead step", async () => {
    const pathways = await Promise.all(
      samplePathwaysOn(TODAY).map(({ id }) => findPathway(id, { db: database.db })),
    );
    const dead = pathways.flatMap((pathway) =>
      (pathway?.steps ?? []).flatMap(({ id, isDead }) => (isDead ? `${pathway?.slug} ${id}` : [])),
    );
    expect(pathways).not.toContain(null);
    expect(dead).toEqual(["digital-care-work council"]);
  });

  it("answer the address of the front page: 24 of 30 credits, four ways on and a compromise", async () => {
    const { target, hold, limits, ignored } = parsePlanParams(new URLSearchParams(FRONT_PAGE));
    expect(ignored).toEqual([]);
    const question = { target: target ?? "", hold, limits };
    const answer = await planFor(question, { now: NOW, db: database.db });
    const view = answer.kind === "answered" ? answer.view : null;
    expect(view?.unknownHold).toEqual([]);
    expect(view?.audit?.countedCredits).toBe(2400);
    const plans = view?.outcome.kind === "plans" ? view.outcome.plans : [];
    const ways = plans.map(({ wins, priceCents, hours, steps, certainty }) => ({
      wins,
      priceCents,
      hours,
      takes: steps.map(({ unit }) => unit).sort(),
      certainty,
    }));
    const credentials = (...keys: string[]) => keys.map((key) => sampleId("credential", key));
    const courses = (...keys: string[]) => keys.map((key) => sampleId("course", key));
    expect(ways.slice(0, 4)).toEqual([
      {
        wins: ["cheapest"],
        priceCents: 0,
        hours: 200,
        takes: credentials("cloud-architecture"),
        certainty: "precedent",
      },
      {
        wins: ["least-study-time"],
        priceCents: 7_500,
        hours: 189,
        takes: credentials("accessibility-specialist"),
        certainty: "precedent",
      },
      {
        wins: ["fastest"],
        priceCents: 87_000,
        hours: 235,
        takes: [...credentials("machine-learning"), ...courses("digital-health-montesol")].sort(),
        certainty: "precedent",
      },
      {
        wins: ["most-certain"],
        priceCents: 15_000,
        hours: 459,
        takes: [
          ...credentials("accessibility-specialist", "crisis-preparedness"),
          ...courses("interviews-research-kaarnala"),
        ].sort(),
        certainty: "designed",
      },
    ]);
    const compromise = { wins: ["price-and-end"], priceCents: 45_000, hours: 270, certainty: "precedent" };
    expect(ways.slice(4)).toMatchObject([compromise]);
  });
});
