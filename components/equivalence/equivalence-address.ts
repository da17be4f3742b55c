import type { Locale } from "@/lib/locales";
import { pagePath } from "@/lib/urls";

/** What is typed or chosen for each of the two; empty where nothing is. */
export interface NamedPair {
  a: string;
  b: string;
}

type Given = Readonly<Record<string, string | string[] | undefined>>;

const ADDRESS_LENGTH = 200;

/** The two of an address; null where it names none. */
export function namedPair(given: Given): { a: string | null; b: string | null } {
  const one = (value: string | string[] | undefined) =>
    (typeof value === "string" ? value.trim().slice(0, ADDRESS_LENGTH) : "") || null;
  return { a: one(given.a), b: one(given.b) };
}

/** The query of the address, without its "?". */
export const queryOf = ({ a, b }: NamedPair): string =>
  new URLSearchParams(Object.entries({ a, b }).filter(([, value]) => value !== "")).toString();

export function equivalenceAddress(locale: Locale, named: NamedPair): string {
  const query = queryOf(named);
  return `${pagePath(locale, "equivalence")}${query && `?${query}`}`;
}
