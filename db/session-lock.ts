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
  // A session of its own: the end of it lets the lock go for certain.
  const { sql, end } = connect(url, { max: 1 });
  let session: Awaited<ReturnType<typeof sql.reserve>> | undefined;
  try {
    session = await sql.reserve();
    for (const deadline = Date.now() + patience; ; await wait(RETRY)) {
      const [row] = await session<{ isOurs: boolean }[]>`select pg_try_advisory_lock(${lock}) as "isOurs"`;
      if (row?.isOurs) break;
      if (Date.now() >= deadline) return null;
    }
    const result = await work();
    await session`select pg_advisory_unlock(${lock})`.catch((error: unknown) => {
      throw unavailable("The session that held a lock has ended", error);
    });
    return result;
  } finally {
    session?.release();
    await end();
  }
}
