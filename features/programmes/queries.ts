import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { uuids } from "@/db/rows";
import { credentials } from "@/db/schema/credentials";
import { recordsNamedBy } from "@/features/pathways/named-records";
import type { ProgrammeVersion } from "@/features/pathways/programme";
import { findStoredProgrammes, loadStackEdges, resolveKeys } from "@/features/pathways/queries";
import { readUnits } from "@/features/units/queries";
import type { Day } from "@/lib/dates";
import type { ProgrammeSurroundings } from "./plan";

/** All that the catalogue holds and that these programmes have to do with. */
export async function loadProgrammeSurroundings(
  db: Database,
  programmes: readonly ProgrammeVersion[],
  today: Day,
): Promise<ProgrammeSurroundings> {
  const named = programmes.flatMap(recordsNamedBy);
  const keysOf = (role: "unit" | "body") =>
    named.filter((each) => each.role === role).map(({ record }) => record);
  const units = await resolveKeys(db, keysOf("unit"), "unit");
  const bodies = await resolveKeys(db, keysOf("body"), "body");
  const idsOf = (kind: "credential" | "course") => [
    ...new Set([...units.values()].filter((record) => record.kind === kind).map(({ id }) => id)),
  ];
  const qualificationIds = [
    ...new Set(programmes.flatMap(({ qualification }) => units.get(qualification)?.id ?? [])),
  ];
  const stacks = await loadStackEdges(db, today);
  const worth = await readUnits(
    db,
    { credentialIds: idsOf("credential"), courseIds: idsOf("course") },
    () => true,
  );
  const titled = [
    ...qualificationIds,
    ...stacks.keys(),
    ...[...stacks.values()].flat(),
    ...idsOf("credential"),
  ];
  const titles = await db
    .select({ id: credentials.id, title: credentials.title, language: credentials.defaultLanguage })
    .from(credentials)
    .where(sql`${credentials.id} = any(${uuids([...new Set(titled)])})`);
  return {
    units,
    bodies,
    stored: await findStoredProgrammes(db, qualificationIds),
    credits: new Map(
      worth.flatMap(({ facts }) => (facts.credits === null ? [] : [[facts.unit, facts.credits] as const])),
    ),
    stacks,
    titles: new Map(titles.map(({ id, title, language }) => [id, title[language] ?? id])),
  };
}
