import { countries } from "@/features/vocabularies/countries";
import { iscedFields } from "@/features/vocabularies/isced-f";
import { languages } from "@/features/vocabularies/languages";
import { modes } from "@/features/vocabularies/modes";
import { fold } from "@/lib/fold";
import { LOCALES } from "@/lib/locales";
import type { Facet } from "./engine";

const VOCABULARIES = { country: countries, language: languages, field: iscedFields, mode: modes };

/** A facet value as its code and, where a vocabulary has names for it, in every language of the portal. */
export function valueNames(facet: Facet, value: string): string[] {
  if (!(facet in VOCABULARIES)) return [value];
  const list = VOCABULARIES[facet as keyof typeof VOCABULARIES];
  return [value, ...LOCALES.map((locale) => list.label(value, locale))];
}

/** Whether a text occurs in one of some names, whatever its case and accents. */
export function nameMatcher(contained: string): (names: readonly string[]) => boolean {
  const wanted = fold(contained.trim());
  return (names) => names.some((name) => fold(name).includes(wanted));
}
