/** Languages in which the labels of code lists are kept; a reader of another one sees English. */
const LABEL_LOCALES = ["en", "fi"] as const;
type LabelLocale = (typeof LABEL_LOCALES)[number];

export type Label = Readonly<Record<LabelLocale, string>>;

export interface CodeUri<C extends string> {
  readonly code: C;
  /** The EU's address of the concept; null where the EU has none. */
  readonly uri: string | null;
  /** Other addresses of the same concept that are met in data; read, never written. */
  readonly alsoUris?: readonly string[];
}

export interface CodeEntry<C extends string> extends CodeUri<C> {
  readonly label: Label;
}

export interface CodeList<C extends string> {
  /** In display order. */
  readonly codes: readonly C[];
  has(text: string): text is C;
  /** The code itself where it is unknown; English where the locale is. */
  label(code: string, locale: string): string;
  /** Null for an unknown code and for one that the EU has no address for. */
  uri(code: string): string | null;
  /**
   * Reads an address with http, https or no scheme, with or without its host and leading folders
   * (".../snb/eqf/6", "eqf/6"), with or without a closing slash. Another host is not the same concept: null.
   */
  fromUri(uri: string): C | null;
}

export function codeList<const C extends string>(entries: readonly CodeEntry<C>[]): CodeList<C> {
  const labels = new Map<string, Label>(entries.map(({ code, label }) => [code, label]));
  return withLabels(entries, (code, locale) => labels.get(code)?.[locale]);
}

/** A list whose names come from the platform's own data instead of a label kept here. */
export function intlCodeList<const C extends string>(
  type: "language" | "region" | "currency",
  entries: readonly CodeUri<C>[],
): CodeList<C> {
  const names = {
    en: new Intl.DisplayNames(["en"], { type, fallback: "none" }),
    fi: new Intl.DisplayNames(["fi"], { type, fallback: "none" }),
  };
  return withLabels(entries, (code, locale) => names[locale].of(code));
}

function withLabels<C extends string>(
  entries: readonly CodeUri<C>[],
  nameOf: (code: C, locale: LabelLocale) => string | undefined,
): CodeList<C> {
  const codes = entries.map(({ code }) => code);
  const known = new Set<string>(codes);
  const uris = new Map<string, string | null>(entries.map(({ code, uri }) => [code, uri]));
  const codeByPath = new Map<string, C>();
  for (const { code, uri, alsoUris = [] } of entries) {
    for (const address of uri === null ? alsoUris : [uri, ...alsoUris]) {
      for (const path of pathsOf(address)) codeByPath.set(path, code);
    }
  }
  const has = (text: string): text is C => known.has(text);
  return {
    codes,
    has,
    label: (code, locale) => (has(code) ? (nameOf(code, labelLocale(locale)) ?? code) : code),
    uri: (code) => uris.get(code) ?? null,
    fromUri: (uri) => codeByPath.get(withoutScheme(uri)) ?? null,
  };
}

function labelLocale(locale: string): LabelLocale {
  return LABEL_LOCALES.find((known) => known === locale) ?? "en";
}

function withoutScheme(uri: string): string {
  return uri
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/\/$/, "");
}

/** "host/a/list/code" -> itself, "a/list/code", "list/code". */
function pathsOf(uri: string): string[] {
  const parts = withoutScheme(uri).split("/");
  return parts.slice(1).map((_, start) => parts.slice(start).join("/"));
}
