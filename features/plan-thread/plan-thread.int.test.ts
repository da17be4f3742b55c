import { existsSync, readdirSync, readFileSync } from "node:fs";
import { getPriority } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planFor } from "@/features/plans/plan-for";
import { parsePlanParams } from "@/features/plans/plan-question";
import type { PlanProgress } from "@/features/plans/plan-view";
import { testDatabase } from "@/tests/database";
import { insertCourse, makeDatedRun, NOW } from "@/tests/factories";
import { importProgrammes, makeStackWorld, pool } from "@/tests/programmes";
import { PlanThread } from "./plan-thread";

const database = testDatabase();
const threads: PlanThread[] = [];
afterAll(async () => {
  await Promise.all([...threads.map((thread) => thread.close()), globalThis.cairnPlanning?.planner.close()]);
});

function openThread(settings: Record<string, string> = {}): PlanThread {
  const thread = new PlanThread({ DATABASE_URL: database.url, ...settings });
  threads.push(thread);
  return thread;
}

const question = (target: string) => ({ ...parsePlanParams(new URLSearchParams()), target });

/** A certificate of 60 ECTS from any unit of one body, of which there are `count`, each of another price and length. */
async function makeField(count: number): Promise<string> {
  const { db, sql } = database;
  const world = await makeStackWorld(db);
  const unit = await world.unit();
  const course = await insertCourse(db, {
    content: {
      provider: world.body.id,
      credentials: [{ credential: unit.id, needs: "this-course", neededCount: null }],
      runs: [
        makeDatedRun("2027-01-12", {
          endOn: "2027-03-01",
          priceKind: "paid",
          priceCents: 90_000,
          currency: "EUR",
        }),
      ],
    },
  });
  const from = { providers: [world.refTo(world.body)] };
  await importProgrammes(db, [
    world.document(pool("root", 60, from, { fits: "designed" }), { totalCredits: 60 }),
  ]);
  // A copy's ids are those of its original with its number in them.
  await sql.begin(async (tx) => {
    await tx`create function pg_temp.copy_id(id uuid, n int) returns uuid language sql immutable
      return md5(id::text || n)::uuid`;
    await tx`insert into credentials select (jsonb_populate_record(original, jsonb_build_object(
        'id', pg_temp.copy_id(id, n), 'slug', slug || '-' || n, 'external_id', external_id || '-' || n))).*
      from credentials original, generate_series(2, ${count}::int) n where id = ${unit.id}`;
    await tx`insert into awarding_bodies select (jsonb_populate_record(original, jsonb_build_object(
        'credential_id', pg_temp.copy_id(credential_id, n)))).*
      from awarding_bodies original, generate_series(2, ${count}::int) n where credential_id = ${unit.id}`;
    await tx`insert into courses select (jsonb_populate_record(original, jsonb_build_object(
        'id', pg_temp.copy_id(id, n), 'slug', slug || '-' || n, 'external_id', external_id || '-' || n,
        'hours_min', 50 + n * 7919 % 400, 'hours_max', 50 + n * 7919 % 400))).*
      from courses original, generate_series(2, ${count}::int) n where id = ${course.id}`;
    await tx`insert into runs select (jsonb_populate_record(original, jsonb_build_object(
        'id', pg_temp.copy_id(id, n), 'course_id', pg_temp.copy_id(course_id, n),
        'price_cents', 1000 + n * 104729 % 80000))).*
      from runs original, generate_series(2, ${count}::int) n where course_id = ${course.id}`;
    await tx`insert into course_credentials select (jsonb_populate_record(original, jsonb_build_object(
        'credential_id', pg_temp.copy_id(credential_id, n), 'course_id', pg_temp.copy_id(course_id, n)))).*
      from course_credentials original, generate_series(2, ${count}::int) n where course_id = ${course.id}`;
    await tx`insert into counted_towards select (jsonb_populate_record(original, jsonb_build_object(
        'credential_id', pg_temp.copy_id(credential_id, n)))).*
      from counted_towards original, generate_series(2, ${count}::int) n where credential_id = ${unit.id}`;
  });
  return world.qualification.slug;
}

/** Linux counts what each thread computes; a clock would count what else a busy machine does. */
const THREAD_TIME = `/proc/self/task/${process.pid}/schedstat`;

/** The threads of this process that come after the one that is asking. */
const threadsThatGiveWay = (): string[] =>
  readdirSync("/proc/self/task").filter((thread) => {
    try {
      return getPriority(Number(thread)) > getPriority();
    } catch {
      // It has ended since.
      return false;
    }
  });

/** What some work answers, and for how many milliseconds it had this thread compute. */
async function computed<T>(work: () => Promise<T>): Promise<{ answer: T; ms: number }> {
  const read = () => Number(readFileSync(THREAD_TIME, "utf8").split(" ")[0]) / 1e6;
  const before = read();
  const answer = await work();
  return { answer, ms: read() - before };
}

describe("the planner's thread", () => {
  let field: string;
  beforeAll(async () => {
    field = await makeField(2_000);
  });

  it("answers what this process would", async () => {
    const answer = await openThread().ask(question(field), { now: NOW });
    expect(answer.kind === "answered" && answer.view.outcome.kind).toBe("plans");
    expect(answer).toEqual(await planFor(question(field), { now: NOW, db: database.db }));
  });

  it("tells the audit first, then the first way, as the answer has them", async () => {
    const heard: PlanProgress[] = [];
    const answer = await openThread().ask(question(field), {
      now: NOW,
      onProgress: (progress) => heard.push(progress),
    });
    const view = answer.kind === "answered" ? answer.view : null;
    expect(heard.map(({ plans }) => plans.length)).toEqual([0, 1]);
    expect(heard.map(({ audit }) => audit)).toEqual([view?.audit, view?.audit]);
    const [way] = heard[1]?.plans ?? [];
    const units = way?.steps.map(({ unit }) => unit) ?? [];
    expect(units.length).toBeGreaterThan(0);
    for (const unit of units) {
      expect(heard[1]?.names).toHaveProperty(unit);
      expect(heard[1]?.units).toHaveProperty(unit);
    }
  });

  it.runIf(existsSync(THREAD_TIME))("leaves this one free for others", async () => {
    const asked = question(field);
    const thread = openThread();
    await thread.ask(question("nobody"), { now: NOW });
    const there = await computed(() => thread.ask(asked, { now: NOW }));
    const here = await computed(() => planFor(asked, { now: NOW, db: database.db }));
    expect(there.ms).toBeLessThan(here.ms / 5);
  });

  // Where the tests themselves come last, nothing can come after them.
  it.runIf(existsSync(THREAD_TIME) && getPriority() < 10)("lets threads that serve go first", async () => {
    const before = new Set(threadsThatGiveWay());
    await openThread().ask(question(field), { now: NOW });
    const started = threadsThatGiveWay().filter((thread) => !before.has(thread));
    // Its own thread, and that of at least one solver.
    expect(started.length).toBeGreaterThanOrEqual(2);
    expect(started).not.toContain(String(process.pid));
  });

  it("tells what it was not able to do as this process would", async () => {
    const { hostname } = new URL(database.url);
    const thread = openThread({ DATABASE_URL: `postgres://nobody@${hostname}:1/none` });
    await expect(thread.ask(question("nobody"), { now: NOW })).rejects.toMatchObject({
      name: "CairnError",
      code: "unavailable",
    });
  });

  it("ends the work on a question that is cancelled, and answers the next", async () => {
    const asked = question(field);
    const thread = openThread();
    await thread.ask(question("nobody"), { now: NOW });
    const control = new AbortController();
    const answer = thread.ask(asked, { now: NOW, signal: control.signal });
    control.abort();
    const cancelled = await answer;
    expect(cancelled.kind === "answered" && cancelled.view.outcome).toEqual({ kind: "cancelled" });
    const next = await thread.ask(asked, { now: NOW });
    expect(next.kind === "answered" && next.view.outcome.kind).toBe("plans");
  });

  it("says so where it is closed before it has answered, and starts anew with the next question", async () => {
    const thread = openThread();
    thread.warm();
    const first = thread.ask(question("nobody"), { now: NOW });
    await Promise.all([
      thread.close(),
      expect(first).rejects.toMatchObject({ name: "CairnError", code: "unavailable" }),
    ]);
    expect(await thread.ask(question("nobody"), { now: NOW })).toEqual({ kind: "unknown-target" });
  });
});
