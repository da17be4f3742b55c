import { wordsOf } from "@/features/search/analyser";
import { foldName } from "@/features/search-names/name-rows";
import { iscedFields } from "@/features/vocabularies/isced-f";
import { partition } from "@/lib/group";
import { LOCALES } from "@/lib/locales";
import { shownName } from "./shown-name";
import type { Suggestions } from "./view";
import type { Wanted } from "./wanted";

// The broad ones before the narrow ones; folded once.
const FIELDS = iscedFields.codes
  .map((code) => {
    const names = LOCALES.map((locale) => [locale, iscedFields.label(code, locale)] as const);
    return {
      code,
      main: Object.fromEntries(names),
      folded: names.map(([, name]) => ({ name: foldName(name), words: wordsOf(name) })),
    };
  })
  .sort((a, b) => a.code.length - b.code.length);

/** The fields of study that are called so in any language: those whose name begins so first. */
export function fieldsNamed(locale: string, wanted: Wanted): Suggestions["fields"] {
  const named = FIELDS.filter(({ folded }) => folded.some(({ words }) => wanted.isAmong(words)));
  const [first, others] = partition(named, ({ folded }) =>
    folded.some(({ name }) => name.startsWith(wanted.beginning)),
  );
  return [...first, ...others].map(({ code, main }) => ({
    code,
    ...shownName(locale, { main, defaultLanguage: "en" }, wanted),
  }));
}
