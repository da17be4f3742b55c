import { tokens } from "@/features/spelling/tokens";
import type { LanguageMap } from "@/lib/language-map";
import { cutSegments } from "./segments";
import { type Marked, markTokens, mayCarry, type Sought } from "./sought";
import type { Why } from "./view";

/** What a course can be found by. */
export interface Findable {
  title: LanguageMap;
  defaultLanguage: string;
  /** Those that say most first: outcomes, summary, description. */
  texts: readonly LanguageMap[];
  skills: readonly SkillName[];
}

/** One name of a skill; main names stand before others. */
export interface SkillName {
  id: string;
  language: string;
  name: string;
}

const SENTENCE_END = /(?<=[.!?…。！？])\s+|\s*\n\s*/u;

/**
 * Why a course was found: its title with the words looked for marked; of those not in it, the sentence that has most; of
 * those in neither, a skill it teaches.
 * @param reader language of the page, taken where two say as much; null: that of the record
 * @returns also the words that are in none of these
 */
export function explain(
  course: Findable,
  sought: readonly Sought[],
  reader: string | null,
): { why: Why; rest: Sought[] } {
  const preferred = [reader ?? course.defaultLanguage, course.defaultLanguage];
  const titles = entries(course.title).map(([language, text]) => markTokens(language, tokens(text), sought));
  const title = most(titles, sought, preferred);
  const missing = without(sought, title);
  const sentences = course.texts.flatMap((map) => sentencesOf(map, sought, missing));
  const excerpt = most(
    sentences.filter((one) => hasAny(one, missing)),
    missing,
    preferred,
  );
  const unmet = without(missing, excerpt);
  const names = course.skills
    .filter(({ name }) => mayCarry(name, unmet))
    .map(({ id, language, name }) => ({ id, ...markTokens(language, tokens(name), sought) }));
  const skill = most(
    names.filter((one) => hasAny(one, unmet)),
    unmet,
    preferred,
  );
  return {
    why: {
      title: title ? shown(title) : { language: course.defaultLanguage, segments: [] },
      excerpt: excerpt && shown({ ...excerpt, segments: cutSegments(excerpt.segments) }),
      skill: skill && { id: skill.id, ...shown(skill) },
    },
    rest: without(unmet, skill),
  };
}

const entries = (map: LanguageMap): [string, string][] =>
  Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));

const shown = ({ language, segments }: Marked) => ({ language, segments });

const hasAny = ({ met }: Marked, sought: readonly Sought[]): boolean => sought.some((one) => met.has(one));

const without = (sought: readonly Sought[], marked: Marked | null): Sought[] =>
  sought.filter((one) => !marked?.met.has(one));

/** The first of those that have most of the words, in a preferred language if there is one; null of none. */
function most<M extends Marked>(
  candidates: readonly M[],
  sought: readonly Sought[],
  preferred: readonly string[],
): M | null {
  const placeOf = (language: string) => {
    const place = preferred.indexOf(language);
    return place < 0 ? preferred.length : place;
  };
  const [first] = candidates
    .map((marked) => ({ marked, met: sought.filter((one) => marked.met.has(one)).length }))
    .sort((a, b) => b.met - a.met || placeOf(a.marked.language) - placeOf(b.marked.language));
  return first?.marked ?? null;
}

/** The sentences of a text that may carry words which are missing, with all that were looked for marked. */
function sentencesOf(map: LanguageMap, sought: readonly Sought[], missing: readonly Sought[]): Marked[] {
  return entries(map)
    .filter(([, text]) => mayCarry(text, missing))
    .flatMap(([language, text]) =>
      text
        .split(SENTENCE_END)
        .filter((sentence) => mayCarry(sentence, missing))
        .map((sentence) => markTokens(language, tokens(sentence.trim()), sought)),
    );
}
