import type { AddressOf } from "@/features/courses/open-course";
import type { NamedRecord } from "./view";

/** A record as the open API names it; what is not in this catalogue by its reference alone. */
export function toOpenRecord(record: NamedRecord, addressOf: AddressOf) {
  if (record.kind === "elsewhere") return { ref: record.ref };
  const { kind, id, slug, title, isOffered } = record;
  return { kind, id, slug, url: addressOf(kind, slug), title, offered: isOffered };
}

/** Credits as people write them: 250 hundredths are 2.5. */
export const toEcts = (hundredths: number | null): number | null =>
  hundredths === null ? null : hundredths / 100;
