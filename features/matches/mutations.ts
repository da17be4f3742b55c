import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { texts } from "@/db/rows";
import { courses } from "@/db/schema/courses";
import { credentials } from "@/db/schema/credentials";
import { evidenceMatches } from "@/db/schema/evidence-subjects";
import { providers } from "@/db/schema/providers";
import type { NamedSubject } from "@/features/evidence/draft";
import type { Day } from "@/lib/dates";
import { uuidv7 } from "@/lib/uuid";
import type { Proposal } from "./matching";

/** What is proposed of these subjects is what this reading proposes; what a person decided stays. */
export async function renewProposals(
  tx: Transaction,
  subjects: readonly NamedSubject[],
  proposals: readonly Proposal[],
  { now, today }: { now: Date; today: Day },
): Promise<void> {
  const kinds = texts(subjects.map(({ kind }) => kind));
  const keys = texts(subjects.map(({ key }) => key));
  const wanted = proposals.map(({ subject, recordKind, recordId, ground }) => ({
    id: uuidv7(now.getTime()),
    kind: subject.kind,
    key: subject.key,
    provider_id: recordKind === "provider" ? recordId : null,
    credential_id: recordKind === "credential" ? recordId : null,
    course_id: recordKind === "course" ? recordId : null,
    state: "proposed",
    ground,
    proposed_on: today,
  }));
  const rows = sql`jsonb_populate_recordset(null::${evidenceMatches}, ${JSON.stringify(wanted)}::jsonb)`;
  await tx.execute(sql`
    delete from ${evidenceMatches} as held
    using unnest(${kinds}, ${keys}) as named (kind, key)
    where held.state = 'proposed' and held.kind = named.kind and held.key = named.key and not exists (
      select from ${rows} as wanted where wanted.kind = held.kind and wanted.key = held.key
        and (wanted.provider_id, wanted.credential_id, wanted.course_id)
          is not distinct from (held.provider_id, held.credential_id, held.course_id))`);
  await tx.execute(sql`
    insert into ${evidenceMatches}
    select wanted.* from ${rows} as wanted
    where exists (select from ${providers} where id = wanted.provider_id)
      or exists (select from ${credentials} where id = wanted.credential_id)
      or exists (select from ${courses} where id = wanted.course_id)
    on conflict (kind, key, provider_id, credential_id, course_id) do nothing`);
}
