import type { NqfFramework, NqfLevel } from "@/features/claims/nqf";
import { countries } from "@/features/vocabularies/countries";
import type { EqfLevel } from "@/features/vocabularies/eqf";
import { parseEqfLevel } from "@/features/vocabularies/eqf";
import { fold } from "@/lib/fold";
import { compareTexts } from "@/lib/format";
import type { Locale } from "@/lib/locales";

/** What is looked for among the national frameworks, as the address has it. */
export interface LevelQuery {
  /** Words; empty: everything. */
  text: string;
  eqf: EqfLevel | null;
}

type Given = Readonly<Record<string, string | string[] | undefined>>;

const TEXT_LENGTH = 100;

export function levelQuery({ q, eqf }: Given): LevelQuery {
  return {
    text: typeof q === "string" ? q.trim().slice(0, TEXT_LENGTH) : "",
    eqf: typeof eqf === "string" ? parseEqfLevel(eqf) : null,
  };
}

export interface NqfRow {
  framework: NqfFramework;
  /** Of the country in the reader's language, with the part of it where there are several frameworks. */
  place: string;
  /** The national levels by EQF level; those below the EQF under `null`. */
  levels: ReadonlyMap<EqfLevel | null, readonly NqfLevel[]>;
}

/** The frameworks that have each of the words in their name, their country or a level, and a level of that EQF level; by place. */
export function nqfRows(
  locale: Locale,
  { text, eqf }: LevelQuery,
  frameworks: readonly NqfFramework[],
): NqfRow[] {
  const wanted = fold(text)
    .split(/\s+/)
    .filter((word) => word !== "");
  const byPlace = compareTexts(locale);
  return frameworks
    .map((framework) => ({ framework, place: placeOf(locale, framework), levels: byEqf(framework) }))
    .filter(
      ({ framework, place, levels }) =>
        (eqf === null || levels.has(eqf)) && wanted.every((word) => isNamed(word, framework, place)),
    )
    .sort((a, b) => byPlace(a.place, b.place) || byPlace(a.framework.name, b.framework.name));
}

function placeOf(locale: Locale, { area, country }: NqfFramework): string {
  const name = countries.label(country, locale);
  return area === country ? name : `${name} (${area})`;
}

/** A level is named by all of it, so that "5" is not every framework. */
function isNamed(word: string, { name, area, levels }: NqfFramework, place: string): boolean {
  if (levels.some(({ level }) => fold(level) === word)) return true;
  return [place, name, area].some((text) => fold(text).includes(word));
}

function byEqf({ levels }: NqfFramework): NqfRow["levels"] {
  const rows = new Map<EqfLevel | null, NqfLevel[]>();
  for (const level of levels) rows.set(level.eqf, [...(rows.get(level.eqf) ?? []), level]);
  return rows;
}
