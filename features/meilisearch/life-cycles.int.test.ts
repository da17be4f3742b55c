import fc from "fast-check";
import { expect, it } from "vitest";
import { courses } from "@/db/schema/courses";
import { applyChange } from "@/features/changes/mutations";
import type { CourseRecord } from "@/features/courses/schema";
import { indexNames } from "@/features/meilisearch-index/settings";
import { documentReader } from "@/features/postgres-search/documents";
import { hashOf } from "@/features/search/document";
import { testDatabase } from "@/tests/database";
import { ACTOR, insertCourse, insertProvider, MOMENT, TODAY } from "@/tests/factories";
import { eachServer } from "@/tests/meilisearch-server";
import { meilisearchCopy } from "./meilisearch-copy";
import { connectMeilisearch } from "./meilisearch-engine";

const COURSES = 5;
const STEPS = 100;
const STATUSES = ["draft", "published", "suspended", "withdrawn"] as const;

type Step =
  | { kind: "status"; course: number; status: (typeof STATUSES)[number] }
  | { kind: "title"; course: number; title: string }
  | { kind: "remove"; course: number }
  | { kind: "rename provider"; name: string };

const course = fc.nat(COURSES - 1);
const name = fc.constantFrom("Ada Lovelace", "Welding", "Łódź", "data");
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("status" as const),
      course,
      status: fc.constantFrom(...STATUSES),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("title" as const), course, title: name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), course }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("rename provider" as const), name }) },
);

eachServer((server) => {
  const database = testDatabase();

  it("holds the published courses as they are, and nothing of any other, through random lives", async () => {
    const { db } = database;
    const copy = meilisearchCopy({ url: server.url, key: server.writeKey, index: server.index });
    await (await copy.rebuild()).goLive();
    let provider = await insertProvider(db);
    const lives: (CourseRecord | null)[] = Array.from({ length: COURSES }, () => null);
    const change = (before: CourseRecord, after: CourseRecord | null) =>
      db.transaction((tx) => applyChange(tx, ACTOR, { kind: "course", before, after }, MOMENT));

    async function live(next: Step): Promise<string[]> {
      if (next.kind === "rename provider") {
        const content = { ...provider.content, legalName: { en: next.name } };
        const written = await db.transaction((tx) =>
          applyChange(
            tx,
            ACTOR,
            { kind: "provider", before: provider, after: { ...provider, content } },
            MOMENT,
          ),
        );
        provider = written.providers[0] ?? provider;
        return lives.flatMap((record) => record?.id ?? []);
      }
      const before =
        lives[next.course] ??
        (await insertCourse(db, { status: "draft", content: { provider: provider.id } }));
      if (next.kind === "remove") {
        // What was public once is never removed, only withdrawn.
        const mayGo = before.publishedAt === null;
        if (mayGo) await change(before, null);
        lives[next.course] = mayGo ? null : before;
        return [before.id];
      }
      // A draft that was public cannot become one again.
      const status =
        next.kind === "status" && (next.status !== "draft" || before.publishedAt === null)
          ? next.status
          : before.status;
      const title = next.kind === "title" ? { en: next.title } : before.content.title;
      const { courses: written } = await change(before, {
        ...before,
        status,
        content: { ...before.content, title },
      });
      lives[next.course] = written[0] ?? before;
      return [before.id];
    }

    const read = documentReader(db, TODAY);
    for (const [number, next] of fc.sample(step, { seed: 11, numRuns: STEPS }).entries()) {
      const touched = await live(next);
      const documents = await read(touched);
      const published = documents.map(({ courseId }) => courseId);
      await copy.put(documents);
      await copy.remove(touched.filter((id) => !published.includes(id)));

      if (number % 5 > 0) continue;
      const rows = await db.select({ id: courses.id, status: courses.status }).from(courses);
      const expected = await read(rows.filter(({ status }) => status === "published").map(({ id }) => id));
      expect(await copy.hashes(null)).toEqual(new Map(expected.map((one) => [one.courseId, hashOf(one)])));
    }
    const held = connectMeilisearch({ url: server.url, key: server.masterKey, timeout: 10_000 });
    const { results } = await held.index(indexNames(server.index).live).getDocuments({ limit: 100 });
    expect(results.length).toBe(lives.filter((record) => record?.status === "published").length);
  }, 300_000);
});
