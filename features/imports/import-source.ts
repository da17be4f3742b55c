import type { Database } from "@/db/client";
import type { SourceClass } from "@/features/sources/view";
import { invalid } from "@/lib/errors";
import { uuidv7 } from "@/lib/uuid";
import type { ImportSource } from "./mutations";
import { findSource } from "./queries";
import type { ImportCommand } from "./schema";

/** What a format knows of the sources that use it. */
export interface SourceKind {
  name: string;
  sourceClass: SourceClass;
  licence: string | null;
}

/**
 * The source that a command speaks of, held or to begin with this import.
 * @throws invalid where a source of that name holds another format
 */
export async function sourceOf(
  db: Database,
  { name: format, sourceClass, licence }: SourceKind,
  { source: name, address }: ImportCommand,
  now: Date,
): Promise<ImportSource> {
  const held = await findSource(db, name);
  if (held && held.format !== format)
    throw invalid(`The source "${name}" holds ${held.format}, not ${format}: name another with --source.`);
  return {
    id: held?.id ?? uuidv7(now.getTime()),
    name,
    format,
    address,
    class: sourceClass,
    licence,
    isSample: held?.isSample ?? false,
    isHeld: held !== null,
    latestRunId: held?.latestRunId ?? null,
  };
}
