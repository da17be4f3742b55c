/** Whether one field is within another that is not the same: "0613" is within "06". */
export const isWithin = (inner: string, outer: string): boolean => inner !== outer && inner.startsWith(outer);

/** Not chosen, but something within it is. */
export function isPartlyChosen(value: string, chosen: ReadonlySet<string>): boolean {
  return !chosen.has(value) && [...chosen].some((other) => isWithin(other, value));
}
