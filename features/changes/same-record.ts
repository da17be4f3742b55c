import { isDeepStrictEqual } from "node:util";

/** Given by the door or, like the day of reading, not part of what a record says. */
const NOT_SAID = new Set(["slug", "version", "createdAt", "updatedAt", "publishedAt", "retrievedOn"]);

/** True where two states of a record differ in nothing but what `applyChanges` gives and the day of reading. */
export function saysTheSame(before: object, after: object): boolean {
  return isDeepStrictEqual(said(before), said(after));
}

const said = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !NOT_SAID.has(field)));
