import { giveWay, letGiveWay } from "@/lib/give-way";
import { type Connection, connect } from "./client";
import type { OpenDatabase } from "./embedded";

/**
 * The one connection of a program whose work can wait, as an import's. This thread, and the process that works for it in
 * an embedded server, go behind all that serve from the same machine; a server elsewhere shares its processors itself.
 */
export async function connectPatiently({
  appUrl,
  embedded,
}: Pick<OpenDatabase, "appUrl" | "embedded">): Promise<Connection> {
  giveWay();
  const connection = connect(appUrl, { max: 1, idleTimeout: 0 });
  if (!embedded) return connection;
  const [row] = await connection.sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  if (row) letGiveWay(row.pid);
  return connection;
}
