import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";

const FOLDER = resolve("../shared/data/elm/vocabularies");

const rows = z.array(z.object({ code: z.string(), uri: z.string(), label_en: z.string() }));
export type OfficialEntry = z.infer<typeof rows>[number];

/** True where the EU's code lists lie beside the checkout; tests against them are skipped where they do not. */
export const officialListsExist = existsSync(FOLDER);
if (!officialListsExist)
  process.stderr.write(`Skipping the comparison with the EU's code lists: ${FOLDER} is absent.\n`);

export function officialList(name: string): OfficialEntry[] {
  return rows.parse(parse(readFileSync(resolve(FOLDER, `${name}.csv`)), { columns: true, bom: true }));
}
