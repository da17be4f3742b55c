import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { evidence, evidenceReadings } from "@/db/schema/evidence";
import { evidenceFor } from "@/features/evidence/queries";
import { testDatabase } from "@/tests/database";
import { importRegister } from "@/tests/evidence";
import { insertProvider, unique } from "@/tests/factories";

const database = testDatabase();

const national = (value: string) => ({ scheme: "national" as const, value });

async function aProvider(name = unique("Harbour Institute")) {
  const identifier = national(unique("N"));
  const provider = await insertProvider(database.db, {
    content: { legalName: { en: name }, identifiers: [identifier] },
  });
  const row = { subject_type: "provider", scheme: "national", identifier: identifier.value, name };
  return { provider, row };
}

const rowsOf = async (id: string) => (await evidenceFor(database.db, [id])).get(id) ?? [];

describe("a row of evidence", () => {
  it("never changes and never goes", async () => {
    const { db, sql: raw } = database;
    const { provider, row } = await aProvider();
    await importRegister(db, [row]);
    const [held] = await rowsOf(provider.id);
    const id = held?.id ?? "";
    await expect(raw`update evidence set decision = 'negative' where id = ${id}`).rejects.toThrow(
      "never changes",
    );
    await expect(raw`delete from evidence where id = ${id}`).rejects.toThrow("never changes");
    await expect(raw`truncate evidence cascade`).rejects.toThrow();
    expect(await db.select().from(evidence).where(sql`id = ${id}`)).toHaveLength(1);
    expect(await db.select().from(evidenceReadings).where(sql`evidence_id = ${id}`)).toHaveLength(1);
  });

  it("is superseded once", async () => {
    const { db, sql: raw } = database;
    const { provider, row } = await aProvider();
    const source = unique("ministry");
    await importRegister(db, [row], { source });
    await importRegister(db, [{ ...row, scope: "More" }], { source });
    const [first] = await rowsOf(provider.id);
    await expect(
      raw`insert into evidence select gen_random_uuid(), source_id, record, part, content_hash, ${first?.id ?? ""}::uuid, subject_id, kind, label, issuer_name, register, register_identifier, subject_identifier, answer, name_in_register, listed_as, scope, activity, obligation, flag, decision, eqf, nqf, cycle, ects_hundredths, awarding_power, valid_from, valid_to, register_end, link, edition, source_class, entered_by, entered_on from evidence where id = ${first?.id ?? ""}`,
    ).rejects.toThrow("evidence_supersedes_key");
  });
});
