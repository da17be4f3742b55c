import { refOfKey } from "@/features/pathways/ref";
import type { HeldRecord, NamedRecord } from "./view";

/** What to call a record that is named by its id or, not being in this catalogue, by a reference key. */
export type NameOf = (record: string) => NamedRecord;

export const namesAmong =
  (held: ReadonlyMap<string, HeldRecord>): NameOf =>
  (record) =>
    held.get(record) ?? {
      kind: "elsewhere",
      ref: refOfKey(record) ?? { source: "", externalId: record },
    };
