import { foldName } from "@/features/search-names/name-rows";
import { iscedFields } from "@/features/vocabularies/isced-f";
import { partition } from "@/lib/group";
import { LOCALES } from "@/lib/locales";
import { shownName } from "./shown-name";
import type { Suggestions } from "./view";
import type { Wanted } from "./wanted";

// The broad ones before the narrow ones.
const FIELDS = iscedFields.codes
  .map((code) => ({
    code,
    main: Object.fromEntries(LOCALES.map((locale) => [locale, iscedFields.label(code, locale)])),
  }))
  .sort((a, b) => a.code.length - b.code.length);

/** The fields of study that are called so in any language: those whose name begins so first. */
export function fieldsNamed(locale: string, wanted: Wanted): Suggestions["fields"] {
  const named = FIELDS.filter(({ main }) => Object.values(main).some(wanted.isIn));
  const [first, others] = partition(named, ({ main }) =>
    Object.values(main).some((name) => foldName(name).startsWith(wanted.beginning)),
  );
  return [...first, ...others].map(({ code, main }) => ({
    code,
    ...shownName(locale, { main, defaultLanguage: "en" }, wanted),
  }));
}
