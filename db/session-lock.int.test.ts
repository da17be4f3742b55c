import { describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/database";
import { withSessionLock } from "./session-lock";

const LOCK = 7;

describe("withSessionLock", () => {
  const database = testDatabase();
  const run = <T>(work: () => Promise<T>, patience = 0) =>
    withSessionLock(database.url, LOCK, work, { patience });

  it("keeps another out while the work runs, and lets it in afterwards", async () => {
    expect(await run(() => run(async () => "inner"))).toBeNull();
    expect(await run(async () => "next")).toBe("next");
  });

  it("waits as long as it is told to", async () => {
    let finish = () => {};
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const first = run(() => {
      begin();
      return new Promise<string>((resolve) => {
        finish = () => resolve("first");
      });
    });
    await begun;
    const second = run(async () => "second", 60_000);
    finish();
    expect(await first).toBe("first");
    expect(await second).toBe("second");
  });

  it("lets go of it where the work fails", async () => {
    await expect(run(() => Promise.reject(new Error("odd")))).rejects.toThrow("odd");
    expect(await run(async () => "next")).toBe("next");
  });

  it("says so where the session ended meanwhile and another had it", async () => {
    let other: string | null = null;
    const outcome = run(async () => {
      await database.sql`
        select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;
      other = await run(async () => "other", 60_000);
    });
    await expect(outcome).rejects.toMatchObject({ code: "unavailable" });
    expect(other).toBe("other");
  });
});
