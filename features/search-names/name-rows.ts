import type { searchNames } from "@/db/schema/search-names";
import { toTsvector } from "@/features/search/analyser";
import { words } from "@/lib/fold";
import type { LanguageMap } from "@/lib/language-map";

export type NameRow = typeof searchNames.$inferSelect;
export type NamedKind = NameRow["kind"];

/** What a record is called: its main name in each language, and other names it is known by. */
export interface NamedRecord {
  kind: NamedKind;
  id: string;
  main: LanguageMap;
  others?: Readonly<Record<string, readonly string[]>>;
}

// More than anybody types; an index entry must stay short.
const NAME_LENGTH = 120;

/** A row for each language in which the record has a name with a letter or digit in it. */
export function nameRows({ kind, id, main, others = {} }: NamedRecord): NameRow[] {
  const languages = [...new Set([...Object.keys(main), ...Object.keys(others)])];
  return languages.flatMap((language) => {
    const names = [main[language] ?? [], others[language] ?? []].flat();
    const name = foldName(names[0] ?? "");
    const found = toTsvector({ title: names, skills: [], provider: [], body: [] });
    return found === "" ? [] : [{ kind, recordId: id, language, name, words: found }];
  });
}

/** A name as it is compared: folded words with one space between. */
export function foldName(name: string): string {
  return [...words(name).join(" ")].slice(0, NAME_LENGTH).join("");
}
