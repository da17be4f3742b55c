import { describe, expect, it } from "vitest";
import { connect } from "@/db/client";
import { readCopyState } from "@/features/search-copy/queries";
import { addDays } from "@/lib/dates";
import { keepingFromHere } from "@/tests/copy-keeping";
import { testDatabase } from "@/tests/database";
import { insertCourse, makeDatedRun, NOW, TODAY } from "@/tests/factories";
import { MemoryCopy, silence } from "@/tests/memory-copy";
import { TASKS, type Work } from "./tasks";
import { startWorker } from "./worker";

const database = testDatabase();
// The queue goes by the clock of the database: what is planned for the day after this one is not yet due.
const LATER = "2099-06-01";
const PATIENCE = { timeout: 60_000, interval: 50 };

const workOf = (copy: MemoryCopy | null = null): Work => ({
  url: database.url,
  db: database.db,
  copy,
  clock: () => new Date(`${LATER}T09:00:00Z`),
  timeZone: "UTC",
});
const state = () => readCopyState(database.db, "meilisearch");
const jobs = () => database.sql<{ task: string; day: string }[]>`
  select task_identifier as task, to_char(run_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as day
  from graphile_worker.jobs where locked_at is null`;

describe("the worker", () => {
  it("makes its queue as the role that owns nothing else, builds the copy and keeps it in step", async () => {
    const { id } = await insertCourse(database.db);
    const copy = new MemoryCopy();
    const worker = startWorker(workOf(copy));
    await expect.poll(() => copy.live?.has(id), PATIENCE).toBe(true);
    const later = await insertCourse(database.db);
    await expect.poll(() => copy.live?.has(later.id), PATIENCE).toBe(true);
    await expect.poll(async () => (await state())?.sweptAt, PATIENCE).not.toBeNull();
    await worker.stop();
    await worker.ended;
    expect(copy.live?.size).toBe(2);
  });

  it("renews at its start, and plans the next midnight", async () => {
    const { id } = await insertCourse(database.db, { content: { runs: [makeDatedRun(TODAY)] } });
    const worker = startWorker(workOf());
    const changesOn = async () => {
      const [row] = await database.sql`
        select changes_on as "changesOn" from search_documents where course_id = ${id}`;
      return row?.changesOn;
    };
    expect(await changesOn()).toBe(addDays(TODAY, 1));
    await expect.poll(changesOn, PATIENCE).toBeNull();
    const planned = async () => (await jobs()).filter(({ task }) => task === "renew").map(({ day }) => day);
    await expect.poll(planned, PATIENCE).toEqual([`${addDays(LATER, 1)} 00:00`]);
    await worker.stop();
    await worker.ended;
  });

  it("goes on after all its connections were ended", async () => {
    const owner = connect(database.ownerUrl, { max: 1 });
    const copy = new MemoryCopy();
    const worker = startWorker(workOf(copy));
    await expect.poll(() => copy.live, PATIENCE).not.toBeNull();
    const endAll = () => owner.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'cairn'`;
    for (let i = 0; i < 5; i++)
      await expect.poll(async () => (await endAll()).length, PATIENCE).toBeGreaterThan(1);
    await owner.end();
    // The kit's own connections were ended too, and one may not have noticed yet.
    const writer = connect(database.url, { max: 1 });
    const { id } = await insertCourse(writer.db);
    await expect.poll(() => copy.live?.has(id), PATIENCE).toBe(true);
    await writer.sql`select graphile_worker.add_job('tidy', job_key => 'now')`;
    await writer.end();
    await expect.poll(async () => (await jobs()).some(({ task }) => task === "tidy"), PATIENCE).toBe(false);
    await worker.stop();
    await worker.ended;
  });

  it("stops within seconds, whatever it waits for", async () => {
    const copy = new MemoryCopy();
    copy.before = () => new Promise(() => {});
    const worker = startWorker(workOf(copy));
    await expect.poll(() => copy.calls.length, PATIENCE).toBeGreaterThan(0);
    const start = performance.now();
    await worker.stop();
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe("the tasks", () => {
  const run = (name: string, copy: MemoryCopy | null = null) =>
    TASKS.find((task) => task.name === name)?.run(workOf(copy));

  it("forget the words that no course has any more, and no other", async () => {
    await database.sql`insert into search_terms values ('unused', 0), ('used', 1)`;
    await run("tidy");
    const words = await database.sql`select term from search_terms where term in ('unused', 'used')`;
    expect(words.map(({ term }) => term)).toEqual(["used"]);
  });

  it("have nothing to compare where there is no copy", async () => {
    expect(await run("sweep-part")).toBeNull();
    expect(await run("sweep-all")).toBeNull();
  });

  it("leave it to others to tell that the copy does not answer", async () => {
    const copy = new MemoryCopy();
    copy.before = silence;
    await keepingFromHere(database, NOW, copy);
    expect(await run("sweep-all", copy)).toBeNull();
    copy.before = () => {
      throw new Error("odd");
    };
    await expect(run("sweep-all", copy)).rejects.toThrow("odd");
  });
});
