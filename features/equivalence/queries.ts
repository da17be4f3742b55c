import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { texts } from "@/db/rows";
import { credentials } from "@/db/schema/credentials";
import { skillBroader } from "@/db/schema/skills";
import { findCredential } from "@/features/credentials/queries";
import type { CredentialDetail } from "@/features/credentials/view";
import { findUnitsByName } from "@/features/unit-search/queries";
import { groupBy } from "@/lib/group";
import { compareElements } from "./elements";
import { type Broader, compareOutcomes } from "./outcomes";
import type { EquivalencePage, Side } from "./view";

interface At {
  now: Date;
  db?: Database;
}

/** The two credentials that an address names, by slug, earlier slug or id, and how they compare. */
export async function readEquivalence(
  named: { a: string | null; b: string | null },
  { now, db = database() }: At,
): Promise<EquivalencePage> {
  const [a, b] = await Promise.all([readSide(named.a, { now, db }), readSide(named.b, { now, db })]);
  const isPair = a.kind === "found" && b.kind === "found" && a.credential.id !== b.credential.id;
  const slugs = [a, b].flatMap((side) => {
    if (side.kind === "found") return [side.credential.slug];
    return side.kind === "unknown" ? side.matches.map(({ slug }) => slug) : [];
  });
  return {
    a,
    b,
    compared: isPair ? await compared(db, a.credential, b.credential) : null,
    isSample: await areAnyOfSample(db, slugs),
  };
}

async function compared(db: Database, a: CredentialDetail, b: CredentialDetail) {
  const uris = [...a.outcomes, ...b.outcomes].flatMap(({ skills }) => skills.map(({ uri }) => uri));
  const broader = await readBroader(db, uris);
  return { ...compareElements(a, b), outcomes: compareOutcomes(a.outcomes, b.outcomes, broader) };
}

async function areAnyOfSample(db: Database, slugs: readonly string[]): Promise<boolean> {
  const rows = await db
    .select({ id: credentials.id })
    .from(credentials)
    .where(and(eq(credentials.isSample, true), sql`${credentials.slug} = any(${texts(slugs)})`))
    .limit(1);
  return rows.length > 0;
}

// Slugs and ids; anything else is looked for by name.
const ADDRESS = /^[a-z0-9-]{1,200}$/;
const NAMES_FOUND = 60;
const MATCHES_SHOWN = 8;

async function readSide(address: string | null, at: { now: Date; db: Database }): Promise<Side> {
  if (address === null) return { kind: "open" };
  const credential = ADDRESS.test(address) ? await follow(address, at) : null;
  if (credential) return { kind: "found", credential };
  const named = await findUnitsByName(address.replaceAll("-", " "), { limit: NAMES_FOUND, db: at.db });
  const matches = named.filter(({ kind }) => kind === "credential").slice(0, MATCHES_SHOWN);
  return { kind: "unknown", address, matches };
}

async function follow(address: string, at: { now: Date; db: Database }): Promise<CredentialDetail | null> {
  const found = await findCredential(address, at);
  if (found?.kind !== "moved") return found?.record ?? null;
  const moved = await findCredential(found.slug, at);
  return moved?.kind === "found" ? moved.record : null;
}

async function readBroader(db: Database, uris: readonly string[]): Promise<Broader> {
  if (uris.length === 0) return new Map();
  const rows = await db
    .select({ uri: skillBroader.uri, above: skillBroader.broaderUri })
    .from(skillBroader)
    .where(sql`${skillBroader.uri} = any(${texts([...new Set(uris)])})`);
  return new Map(
    [...groupBy(rows, ({ uri }) => uri)].map(([uri, list]) => [uri, list.map(({ above }) => above)]),
  );
}
