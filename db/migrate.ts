import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { invalid } from "@/lib/errors";
import { LOCKS } from "./locks";

const MIGRATIONS = path.join(import.meta.dirname, "migrations");

/**
 * Brings the database to the schema of this version, as its owner, and lets `appUrl`'s role read and write the
 * tables of today and of later migrations. With one role for both there is nothing to grant.
 */
export async function migrate(
  ownerUrl: string,
  appUrl: string,
  migrationsFolder = MIGRATIONS,
): Promise<void> {
  const sql = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "cairn-migrate" },
  });
  try {
    // Two programs that start at once must not migrate at once.
    await sql`select pg_advisory_lock(${LOCKS.migration})`;
    await applyMigrations(drizzle(sql), { migrationsFolder });
    const appRole = roleOf(appUrl);
    if (appRole !== roleOf(ownerUrl)) await grant(sql, appRole);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

async function grant(sql: postgres.Sql, role: string): Promise<void> {
  const name = sql(role);
  // The queue of background work lives in a schema that its library keeps; it is the only thing the role owns.
  const [mayAct] = await sql`select pg_has_role(${role}, 'SET') as can`;
  if (!mayAct?.can)
    throw invalid(
      `The role of DATABASE_OWNER_URL must be a member of the role ${role}: run "grant ${role} to" that role as a superuser.`,
    );
  await sql`create schema if not exists graphile_worker authorization ${name}`;
  // The library begins with "create schema if not exists", which Postgres refuses to a role that may not create any, even
  // where the schema is there. It leaves that out where it finds its own table of migrations.
  await sql`create table if not exists graphile_worker.migrations
    (id int primary key, ts timestamptz not null default now(), breaking boolean not null default false)`;
  await sql`alter table graphile_worker.migrations owner to ${name}`;
  await sql`grant usage on schema public to ${name}`;
  await sql`grant select, insert, update, delete on all tables in schema public to ${name}`;
  await sql`grant usage, select on all sequences in schema public to ${name}`;
  await sql`alter default privileges in schema public grant select, insert, update, delete on tables to ${name}`;
  await sql`alter default privileges in schema public grant usage, select on sequences to ${name}`;
}
