import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { texts } from "@/db/rows";
import { searchValues } from "@/db/schema/search";
import type { SearchDocument } from "@/features/search/document";

/** The value that every indexed course has; no facet of the port. */
export const EVERY_COURSE = { facet: "every-course", value: "" };

/** Ids of facet values, given once and kept: a value keeps its id when its last course goes. */
export class ValueIds {
  private readonly ids = new Map<string, number>();

  constructor(private readonly tx: Transaction) {}

  /** @throws where `learn` has not met the value */
  of(facet: string, value: string): number {
    const id = this.ids.get(`${facet} ${value}`);
    if (id === undefined) throw new Error(`No id for the value ${value} of ${facet}`);
    return id;
  }

  async learn(documents: readonly SearchDocument[]): Promise<void> {
    const met = new Map<string, { facet: string; value: string }>();
    const meet = (facet: string, value: string) => met.set(`${facet} ${value}`, { facet, value });
    meet(EVERY_COURSE.facet, EVERY_COURSE.value);
    for (const { values, runs } of documents) {
      for (const one of [values, ...runs]) {
        for (const [facet, list] of Object.entries(one)) for (const value of list) meet(facet, value);
      }
    }
    const unknown = [...met].filter(([key]) => !this.ids.has(key)).map(([, pair]) => pair);
    if (unknown.length === 0) return;
    const asked = sql`
      unnest(${texts(unknown.map(({ facet }) => facet))}, ${texts(unknown.map(({ value }) => value))})
        as asked(facet, value)`;
    await this.tx.execute(sql`
      insert into ${searchValues} (facet, value, course_count)
      select facet, value, 0 from ${asked}
      where not exists (select from ${searchValues} as held where (held.facet, held.value) = (asked.facet, asked.value))`);
    const rows = await this.tx.execute<{ id: number; facet: string; value: string }>(sql`
      select held.id, held.facet, held.value from ${searchValues} as held join ${asked} using (facet, value)`);
    for (const { id, facet, value } of rows) this.ids.set(`${facet} ${value}`, id);
  }
}
