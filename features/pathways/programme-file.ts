import { z } from "zod";
import type { ProgrammeVersion } from "./programme";
import { PROGRAMME_FORMAT, programmeSchema } from "./programme-schema";

export interface FieldProblem {
  /** Path within the file: "root.of.0.k". */
  field: string;
  message: string;
}

export type ProgrammeReading =
  | { ok: true; programme: ProgrammeVersion }
  | { ok: false; problems: FieldProblem[] };

/** Past this a tree is not a programme but an attack on the reader's stack. */
const MAX_DEPTH = 60;

/** Reads a parsed JSON document of the `programme` format. Records are named by reference keys in the result (`ref.ts`). */
export function readProgramme(document: unknown): ProgrammeReading {
  if (depthOf(document) > MAX_DEPTH) {
    return { ok: false, problems: [{ field: "", message: `nested deeper than ${MAX_DEPTH} levels` }] };
  }
  const reading = programmeSchema.safeParse(document);
  if (!reading.success) {
    const problems = reading.error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
    return { ok: false, problems };
  }
  const { format: _, ...programme } = reading.data;
  return { ok: true, programme };
}

/** The document that `readProgramme` reads back as the same programme. Throws where a record is not named by a reference key. */
export function writeProgramme(programme: ProgrammeVersion): unknown {
  return z.encode(programmeSchema, { format: PROGRAMME_FORMAT, ...programme });
}

/** JSON Schema (draft 2020-12) of the file. */
export function programmeJsonSchema(): object {
  return z.toJSONSchema(programmeSchema, { io: "input" });
}

function depthOf(document: unknown): number {
  let level: unknown[] = [document];
  let depth = 0;
  while (level.length > 0 && depth <= MAX_DEPTH) {
    level = level.flatMap((value) =>
      value !== null && typeof value === "object" ? Object.values(value) : [],
    );
    depth += 1;
  }
  return depth;
}
