import { FACETS, type Facet } from "./engine";
import { NO_SEARCH, type SearchParams } from "./schema";

/** The same search always gives the same text; what is at its default is left out. Without a leading "?". */
export function toQueryString(params: SearchParams): string {
  const pairs: [string, string][] = [];
  const add = (name: string, value: string | number | null, unless: string | number | null) => {
    if (value !== null && value !== unless) pairs.push([name, String(value)]);
  };
  add("q", params.query, NO_SEARCH.query);
  for (const facet of FACETS) for (const value of params.selection[facet] ?? []) add(facet, value, null);
  add("ects-min", params.ectsMin === null ? null : params.ectsMin / 100, null);
  add("ects-max", params.ectsMax === null ? null : params.ectsMax / 100, null);
  add("occupation", params.occupation, null);
  add("words", params.asTyped ? "as-typed" : null, null);
  add("engine", params.engine, null);
  add("sort", params.sort, NO_SEARCH.sort);
  add("page", params.page, NO_SEARCH.page);
  add("page-size", params.pageSize, NO_SEARCH.pageSize);
  add("facet-limit", params.facetLimit, NO_SEARCH.facetLimit);
  return new URLSearchParams(pairs).toString();
}

/** What a person asked for and can take back, one by one. */
export type Chip =
  | { kind: "query"; value: string }
  | { kind: "occupation"; id: string }
  | { kind: "ects-min" | "ects-max"; hundredths: number }
  | { kind: "facet"; facet: Facet; value: string };

export function chips({ query, selection, ectsMin, ectsMax, occupation }: SearchParams): Chip[] {
  return [
    ...(query ? [{ kind: "query" as const, value: query }] : []),
    ...FACETS.flatMap((facet) =>
      (selection[facet] ?? []).map((value) => ({ kind: "facet" as const, facet, value })),
    ),
    ...(occupation === null ? [] : [{ kind: "occupation" as const, id: occupation }]),
    ...(ectsMin === null ? [] : [{ kind: "ects-min" as const, hundredths: ectsMin }]),
    ...(ectsMax === null ? [] : [{ kind: "ects-max" as const, hundredths: ectsMax }]),
  ];
}

/** The search without one of its chips, on its first page. */
export function without(params: SearchParams, chip: Chip): SearchParams {
  const first = { ...params, page: 1, engine: null };
  switch (chip.kind) {
    case "query":
      return { ...first, query: "", asTyped: false };
    case "occupation":
      return { ...first, occupation: null };
    case "ects-min":
      return { ...first, ectsMin: null };
    case "ects-max":
      return { ...first, ectsMax: null };
    case "facet":
      return isChosen(params, chip.facet, chip.value) ? toggle(first, chip.facet, chip.value) : first;
  }
}

export function isChosen(params: SearchParams, facet: Facet, value: string): boolean {
  return params.selection[facet]?.includes(value) ?? false;
}

/** Chooses a value, or takes the choice back; on the first page. */
export function toggle(params: SearchParams, facet: Facet, value: string): SearchParams {
  const chosen = params.selection[facet] ?? [];
  const values = chosen.includes(value)
    ? chosen.filter((other) => other !== value)
    : [...chosen, value].sort();
  const { [facet]: _, ...others } = params.selection;
  const selection = values.length > 0 ? { ...others, [facet]: values } : others;
  return { ...params, page: 1, engine: null, selection };
}

/** The search with nothing chosen: words, order and page size stay. */
export function withoutFilters(params: SearchParams): SearchParams {
  return { ...params, page: 1, engine: null, selection: {}, ectsMin: null, ectsMax: null, occupation: null };
}

export function withPage(params: SearchParams, page: number): SearchParams {
  return { ...params, page };
}

export function withSort(params: SearchParams, sort: SearchParams["sort"]): SearchParams {
  return { ...params, page: 1, engine: null, sort };
}
