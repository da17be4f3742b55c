import type { NamedRecord } from "@/features/record-names/view";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";

/** A record by its name, as plain text; one that is not in this catalogue by what the file calls it. */
export function recordText(locale: Locale, record: NamedRecord): string {
  if (record.kind !== "elsewhere")
    return pickText(record.title, locale, record.defaultLanguage)?.text ?? record.slug;
  const { ref } = record;
  return "source" in ref ? `${ref.source} ${ref.externalId}` : `${ref.scheme} ${ref.value}`;
}

/** Tells records of a list apart. */
export const recordKey = (record: NamedRecord): string =>
  record.kind === "elsewhere" ? JSON.stringify(record.ref) : `${record.kind} ${record.id}`;
