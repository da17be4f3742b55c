import { setTimeout as wait } from "node:timers/promises";
import { unavailable } from "@/lib/errors";
import { connect } from "./client";

const RETRY = 20;

/**
 * Runs `work` while this program alone, of all that use the database, has the lock. The lock is that of a session, which
 * holds no transaction open and ends with the program, however that ends. Null, and nothing done, where another has it.
 * @param patience milliseconds to wait for it; 0: not at all
 * @throws unavailable where the session ended before the work did: another may have had the lock meanwhile
 */
export async function withSessionLock<T>(
  url: string,
  lock: number,
  work: () => Promise<T>,
  { patience = 0 } = {},
): Promise<T | null> {
  // A pool of one is a session of its own, as long as it is not closed for being idle; the end of it lets the lock go.
  const { sql, end } = connect(url, { max: 1, idleTimeout: 0 });
  try {
    for (const deadline = Date.now() + patience; ; await wait(RETRY)) {
      const [row] = await sql<{ isOurs: boolean }[]>`select pg_try_advisory_lock(${lock}) as "isOurs"`;
      if (row?.isOurs) break;
      if (Date.now() >= deadline) return null;
    }
    const result = await work();
    // Asked in another session, since the first has ended, the server says no.
    const [row] = await sql<{ wasOurs: boolean }[]>`select pg_advisory_unlock(${lock}) as "wasOurs"`.catch(
      (error: unknown) => {
        throw unavailable("The session that held a lock has ended", error);
      },
    );
    if (!row?.wasOurs) throw unavailable("The session that held a lock has ended");
    return result;
  } finally {
    await end();
  }
}
