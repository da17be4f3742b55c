import "server-only";
import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { evidence, evidenceParties, evidenceReadings } from "@/db/schema/evidence";
import { evidenceSubjectIdentifiers, evidenceSubjects } from "@/db/schema/evidence-subjects";
import type { NamedParty, NamedSubject } from "@/features/evidence/draft";
import { type PartyRole, toFacts } from "@/features/evidence/record-rows";
import { bodyOfKey } from "@/features/matches/subjects";
import { groupBy } from "@/lib/group";
import type { HeldEvidence } from "./plan";

/** The latest row of every record of a source. */
export async function loadHeldEvidence(db: Database, sourceId: string): Promise<HeldEvidence[]> {
  const rows = await db
    .select({
      row: getTableColumns(evidence),
      subject: getTableColumns(evidenceSubjects),
      retrievedOn: evidenceReadings.retrievedOn,
    })
    .from(evidence)
    .innerJoin(evidenceSubjects, eq(evidenceSubjects.id, evidence.subjectId))
    .innerJoin(evidenceReadings, eq(evidenceReadings.evidenceId, evidence.id))
    .where(
      and(
        eq(evidence.sourceId, sourceId),
        sql`not exists (select from ${evidence} as later where later.supersedes = ${evidence.id})`,
      ),
    )
    .orderBy(asc(evidence.record), asc(evidence.part));
  const parties = groupBy(
    await db
      .select({
        evidenceId: evidenceParties.evidenceId,
        role: evidenceParties.role,
        name: evidenceParties.name,
        key: evidenceSubjects.key,
      })
      .from(evidenceParties)
      .innerJoin(evidence, eq(evidence.id, evidenceParties.evidenceId))
      .leftJoin(evidenceSubjects, eq(evidenceSubjects.id, evidenceParties.subjectId))
      .where(eq(evidence.sourceId, sourceId))
      .orderBy(asc(evidenceParties.evidenceId), asc(evidenceParties.position)),
    ({ evidenceId }) => evidenceId,
  );
  return rows.map(({ row, subject, retrievedOn }) => {
    const inRole = (role: PartyRole): NamedParty[] =>
      (parties.get(row.id) ?? [])
        .filter((party) => party.role === role)
        .map(({ name, key }) => ({ name, body: key === null ? null : bodyOfKey(key) }));
    const [issuer] = inRole("issuer");
    const [wordOf = null] = inRole("word-of");
    return {
      id: row.id,
      contentHash: row.contentHash,
      draft: {
        record: row.record,
        part: row.part,
        subject: fromSubjectRow(subject),
        facts: toFacts(row),
        issuer: issuer ?? { name: row.issuerName, body: null },
        developedBy: inRole("developed-by"),
        assuredBy: inRole("assured-by"),
        awardedBy: inRole("awarded-by"),
        sourceClass: row.sourceClass,
        wordOf,
        retrievedOn,
      },
    };
  });
}

const fromSubjectRow = (row: typeof evidenceSubjects.$inferSelect): NamedSubject => ({
  kind: row.kind,
  key: row.key,
  feed:
    row.sourceName !== null && row.externalId !== null
      ? { source: row.sourceName, externalId: row.externalId }
      : null,
  identifiers: [],
  names: row.names,
  domains: row.domains,
  offeredBy: row.offeredBy,
  isWhole: true,
});

/** Everybody whom a source has named, with all that it has said of them. */
export async function loadHeldSubjects(db: Database, sourceId: string): Promise<NamedSubject[]> {
  const rows = await db.select().from(evidenceSubjects).where(eq(evidenceSubjects.sourceId, sourceId));
  const identifiers = groupBy(
    await db
      .select(getTableColumns(evidenceSubjectIdentifiers))
      .from(evidenceSubjectIdentifiers)
      .innerJoin(evidenceSubjects, eq(evidenceSubjects.id, evidenceSubjectIdentifiers.subjectId))
      .where(eq(evidenceSubjects.sourceId, sourceId)),
    ({ subjectId }) => subjectId,
  );
  return rows.map((row) => ({
    ...fromSubjectRow(row),
    identifiers: (identifiers.get(row.id) ?? []).map(({ scheme, value }) => ({ scheme, value })),
  }));
}

/** Every row of a source, superseded ones too, as far as it takes to tell whether they are the ones that are wanted. */
export async function loadHeldRows(
  db: Database,
  sourceId: string,
): Promise<{ id: string; contentHash: string; enteredOn: string }[]> {
  return await db
    .select({ id: evidence.id, contentHash: evidence.contentHash, enteredOn: evidence.enteredOn })
    .from(evidence)
    .where(eq(evidence.sourceId, sourceId));
}
