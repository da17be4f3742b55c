/** Control characters but tab and line break, and halves of surrogate pairs: Postgres keeps neither in JSON. */
const UNPRINTABLE = /[^\P{Cc}\n\t]|\p{Cs}/gu;

/** The same value with every string in it fit to be kept, keys included. */
export function printable<T>(value: T): T;
export function printable(value: unknown): unknown {
  if (typeof value === "string") return value.replace(UNPRINTABLE, "");
  if (Array.isArray(value)) return value.map((item) => printable(item));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [printable(key), printable(item)]));
  return value;
}
