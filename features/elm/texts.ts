import { withoutPeople } from "@/features/exchange/named-people";
import { type Day, isDay } from "@/lib/dates";
import type { LanguageMap } from "@/lib/language-map";
import type { ElmNode } from "./node";

const mapped = (map: LanguageMap | null, change: (text: string) => string): LanguageMap | null =>
  map && Object.fromEntries(Object.entries(map).map(([language, text]) => [language, change(text)]));

/** A title: on one line. */
export const oneLine = (map: LanguageMap | null): LanguageMap | null =>
  mapped(map, (text) => text.replace(/\s*\n\s*/g, " "));

/** Running text: without e-mail addresses and names of people. */
export const prose = (map: LanguageMap | null): LanguageMap | null =>
  mapped(map, (text) => withoutPeople(text).text);

/** The text of the first note in that property. */
export const noteText = (node: ElmNode, property: string): LanguageMap | null =>
  prose(node.parts(property)[0]?.lang("noteLiteral") ?? null);

/** The address of the first web resource in that property. */
export const webAddress = (node: ElmNode, property: string): string | null =>
  node.parts(property)[0]?.text("contentUrl") ?? null;

/** Texts below one another, in each language that one of them has. */
export function paragraphs(maps: readonly (LanguageMap | null)[]): LanguageMap | null {
  const joined: Record<string, string> = {};
  for (const [language, text] of maps.flatMap((map) => Object.entries(map ?? {}))) {
    const earlier = joined[language];
    joined[language] = earlier === undefined ? text : `${earlier}\n\n${text}`;
  }
  return Object.keys(joined).length === 0 ? null : joined;
}

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/;

/** The day as it is written, whatever the zone: a deadline of 23:59+02:00 is that day's. */
export function toDay(dateTime: string): Day | null {
  const day = DATE_TIME.exec(dateTime)?.[1];
  return day !== undefined && isDay(day) ? day : null;
}
