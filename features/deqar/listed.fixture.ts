import { evidenceFor } from "@/features/evidence/queries";
import type { Evidence } from "@/features/evidence/schema";
import type { TestDatabase } from "@/tests/database";
import { insertProvider } from "@/tests/factories";

let number = 9100;
/** A number that DEQAR has given to nobody else in this file. */
export const nextNumber = (): number => ++number;

/** A provider with one identifier by which DEQAR knows it. */
export async function aListed(database: TestDatabase, scheme: "deqar" | "schac" | "erasmus" = "deqar") {
  const id = nextNumber();
  const value = { deqar: `DEQARINST${id}`, schac: `sample-${id}.example.org`, erasmus: `SF  SAMPLE${id}` };
  const provider = await insertProvider(database.db, {
    content: {
      legalName: { en: `Sample University ${id}` },
      identifiers: [{ scheme, value: value[scheme] }],
    },
  });
  return { provider, number: id };
}

export const rowsAbout = async (database: TestDatabase, id: string): Promise<Evidence[]> =>
  (await evidenceFor(database.db, [id])).get(id) ?? [];

export function only<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined || list.length > 1) throw new Error(`${list.length} in place of one`);
  return first;
}
