import { describe, expect, it } from "vitest";
import { evidenceMatches } from "@/db/schema/evidence-subjects";
import { applyChange } from "@/features/changes/mutations";
import { listCourseSummaries } from "@/features/courses/queries";
import { location } from "@/features/deqar/deqar.fixture";
import { refKey } from "@/features/pathways/ref";
import { postgresEngine } from "@/features/postgres-search/postgres-engine";
import type { ProviderRecord } from "@/features/providers/schema";
import { decideMatch } from "@/features/registers/mutations";
import { uuidv7 } from "@/lib/uuid";
import { testDatabase } from "@/tests/database";
import { csvOf, importDeqar, importEvidence, indexedSince, lastChange } from "@/tests/evidence";
import {
  ACTOR,
  insertCourse,
  insertCredential,
  insertProvider,
  MOMENT,
  TODAY,
  unique,
} from "@/tests/factories";
import { NO_REQUEST } from "@/tests/search-contract";
import { aScene, ROLES, type Role, type Row, type Scene } from "./roles.fixture";

const database = testDatabase();

async function aCourse(role: Role) {
  const { db } = database;
  const scene = await aScene(db);
  const { sourceId, body, teacher } = scene;
  const credential = await insertCredential(db, {
    sourceId,
    externalId: "K",
    content: { awardingBodies: role.in === "awards" ? [body.id] : [] },
  });
  const course = await insertCourse(db, {
    sourceId,
    externalId: "C",
    content: {
      provider: role.in === "provides" ? body.id : teacher.id,
      eqf: 6,
      credentials: [{ credential: credential.id, needs: "this-course", neededCount: null }],
    },
  });
  await importEvidence(
    db,
    role.rows(scene).map((row, at) => ({ record_id: `${at + 1}`, ...row })),
  );
  if (role.isTaken) await renumber(scene.otherBody, [scene.number]);
  const slug = role.in === "provides" ? body.slug : teacher.slug;
  return { ...scene, course, slug };
}

/** The tier by which search finds the only course of a provider, and the one that its page works out. */
async function tiers({ course, slug }: { course: { id: string }; slug: string }) {
  const { db } = database;
  const { facets } = await postgresEngine(db).search({
    ...NO_REQUEST,
    selection: { provider: [slug] },
    today: TODAY,
  });
  const [summary] = await listCourseSummaries([course.id], { today: TODAY, db });
  return {
    found: (facets.trust ?? []).filter(({ count }) => count > 0).map(({ value }) => value),
    shown: summary?.trust.tier,
  };
}
const both = (tier: string) => ({ found: [tier], shown: tier });

const change = (before: ProviderRecord, after: ProviderRecord | null) =>
  database.db.transaction((tx) => applyChange(tx, ACTOR, { kind: "provider", before, after }, MOMENT));

async function renumber(before: ProviderRecord, numbers: readonly string[]): Promise<ProviderRecord> {
  const identifiers = numbers.map((value) => ({ scheme: "national" as const, value }));
  const written = await change(before, { ...before, content: { ...before.content, identifiers } });
  return written.providers[0] ?? before;
}

async function accept({ body, number }: Scene): Promise<string> {
  const id = uuidv7();
  await database.db.insert(evidenceMatches).values({
    id,
    kind: "provider",
    key: refKey({ scheme: "national", value: number }),
    providerId: body.id,
    state: "proposed",
    ground: "domain-and-name",
    proposedOn: TODAY,
  });
  await decide(id, "accepted");
  return id;
}

const decide = (id: string, state: "accepted" | "rejected") =>
  database.db.transaction((tx) => decideMatch(tx, id, { state, by: "test", today: TODAY }));

describe("search follows a body as the page does", () => {
  const free = ROLES.filter(({ isTaken }) => !isTaken);
  it.each(free)("that $role, when it takes the number and when it loses it", async (role) => {
    const scene = await aCourse(role);
    expect(await tiers(scene)).toEqual(both(role.without));
    const since = await lastChange(database.db);
    const numbered = await renumber(scene.body, [scene.number]);
    expect(await tiers(scene)).toEqual(both(role.with));
    expect(await indexedSince(database.db, since)).toEqual([scene.course.id]);
    await renumber(numbered, []);
    expect(await tiers(scene)).toEqual(both(role.without));
  });

  it.each(ROLES)(
    "that $role, when a person says that the register means it, and takes it back",
    async (role) => {
      const scene = await aCourse(role);
      expect(await tiers(scene)).toEqual(both(role.without));
      const id = await accept(scene);
      expect(await tiers(scene)).toEqual(both(role.with));
      await decide(id, "rejected");
      expect(await tiers(scene)).toEqual(both(role.without));
    },
  );

  it.each(ROLES.filter((role) => !role.in))("that $role, when it goes", async (role) => {
    const scene = await aCourse(role);
    await accept(scene);
    await change(scene.body, null);
    const { found, shown } = await tiers(scene);
    expect(found).toEqual([shown]);
  });
});

describe("a register that gives its number to another body", () => {
  it("renews the courses of the one that had it, too", async () => {
    const { db } = database;
    const provider = await insertProvider(db, {
      content: { identifiers: [{ scheme: "schac", value: "sample-9501.example.org" }] },
    });
    const course = await insertCourse(db, { content: { provider: provider.id } });
    const source = unique("deqar");
    const list = (cells: Row) => ({
      "institutions.csv": csvOf(Object.keys(location(1)), [location(9501, cells)]),
    });
    await importDeqar(db, list({}), { source });
    const since = await lastChange(db);
    await importDeqar(db, list({ identifiers_all: "" }), { source, today: "2026-12-01" });
    expect(await indexedSince(db, since)).toContain(course.id);
  });
});
