import { getPriority } from "node:os";
import { connectPatiently } from "./patient-connection";

// A program of its own, since it cannot take back that it gives way: says which priorities it and its server process have.

const [appUrl = "", embedded = ""] = process.argv.slice(2);
const { sql, end } = await connectPatiently({ appUrl, embedded: embedded === "embedded" });
const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
process.stdout.write(JSON.stringify({ own: getPriority(), server: getPriority(row?.pid) }));
await end();
