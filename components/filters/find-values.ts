import type { Choice } from "./choice";

export interface FoundValues {
  choices: readonly Choice[];
  /** False where there are more. */
  isAll: boolean;
}

interface Wanted {
  facet: string;
  /** In any of its names; empty for all values. */
  contains: string;
  /** Where values are listed. */
  address: string;
  signal: AbortSignal;
}

/** The values of a facet for the search that the page shows, as all counts on it are; none where nobody answers. */
export async function findValues({ facet, contains, address, signal }: Wanted): Promise<FoundValues> {
  const query = new URLSearchParams(location.search);
  query.set("facet", facet);
  query.set("contains", contains);
  const response = await fetch(`${address}?${query}`, { signal });
  if (!response.ok) return { choices: [], isAll: false };
  return response.json();
}
