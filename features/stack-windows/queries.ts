import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { uuids } from "@/db/rows";
import { groupBy } from "@/lib/group";
import type { StackWindow } from "./stacks";

/** Course -> when it counts towards which qualification, itself or by a published credential; "possible" is no counting. */
export async function readStacks(db: Database, ids: readonly string[]): Promise<Map<string, StackWindow[]>> {
  const counts = sql`counted.certainty <> 'possible' and counted.refusal is null`;
  const rows = await db.execute<{ courseId: string } & StackWindow & Record<string, unknown>>(sql`
    with ways as (
      select course_id, version_id, valid_from, valid_to from counted_towards counted
      where course_id = any(${uuids(ids)}) and ${counts}
      union
      select link.course_id, counted.version_id, counted.valid_from, counted.valid_to
      from course_credentials link
      join credentials credential on credential.id = link.credential_id and credential.status = 'published'
      join counted_towards counted on counted.credential_id = link.credential_id
      where link.course_id = any(${uuids(ids)}) and ${counts}
    )
    select distinct ways.course_id as "courseId", qualification.slug,
      greatest(shown.first_on, ways.valid_from)::text as "firstOn",
      least(shown.last_on, ways.valid_to)::text as "lastOn"
    from ways
    join version_windows shown on shown.id = ways.version_id
    join credentials qualification on qualification.id = shown.credential_id and qualification.status = 'published'
    where greatest(shown.first_on, ways.valid_from) <= coalesce(least(shown.last_on, ways.valid_to), 'infinity')`);
  return groupBy(rows, ({ courseId }) => courseId);
}
