/** Sections of the suggestions, in the order in which they are shown. */
export const SECTIONS = ["courses", "credentials", "providers", "skills", "occupations", "fields"] as const;
export type Section = (typeof SECTIONS)[number];

interface Name {
  text: string;
  language: string;
}

/** A suggestion as `GET /api/v1/suggest` gives it. */
interface Suggestion {
  label: string;
  language: string;
  matched: Name | null;
  provider?: string;
  url: string;
  set?: Readonly<Record<string, string>>;
}

export type Suggestions = Readonly<Record<Section, readonly Suggestion[]>>;

export interface Option {
  /** Its place among all options. */
  place: number;
  label: Name;
  /** What tells it from others: another name of it, or whose it is. */
  detail: Name | null;
  choice: { kind: "page"; path: string } | { kind: "filter"; set: Readonly<Record<string, string>> };
}

export interface OptionGroup {
  section: Section;
  options: Option[];
}

const FILTERS: readonly Section[] = ["skills", "occupations", "fields"];

/** The sections that have something, each suggestion with what choosing it does: a page opens, or a filter is set. */
export function optionGroups(suggestions: Suggestions, locale: string): OptionGroup[] {
  let place = 0;
  return SECTIONS.filter((section) => suggestions[section].length > 0).map((section) => ({
    section,
    options: suggestions[section].map(({ label, language, matched, provider, url, set }) => ({
      place: place++,
      label: { text: label, language },
      detail: matched ?? (provider === undefined ? null : { text: provider, language: locale }),
      choice:
        set && FILTERS.includes(section)
          ? { kind: "filter" as const, set }
          : { kind: "page" as const, path: new URL(url).pathname },
    })),
  }));
}

/** Where a choice leads from a search: a filter joins those that are there, and the words that led to it go. */
export function destination(choice: Option["choice"], address: string, search: URLSearchParams): string {
  if (choice.kind === "page") return choice.path;
  const query = new URLSearchParams(
    [...search].filter(([name, value]) => name !== "q" && value.trim() !== ""),
  );
  for (const [name, value] of Object.entries(choice.set)) {
    if (name === "occupation") query.delete(name);
    if (!query.getAll(name).includes(value)) query.append(name, value);
  }
  return `${address}?${query}`;
}
