import { PAGED_RESULTS } from "@/features/search/engine";

/** A page of the server, and the part of it that was asked for. */
export interface Window {
  page: number;
  hitsPerPage: number;
  skip: number;
  take: number;
}

/**
 * The smallest page that holds a slice of the results: only with pages are totals exact by contract. Results after the
 * first 10,000 are not given.
 */
export function windowOf({ offset, limit }: { offset: number; limit: number }): Window {
  const take = Math.min(limit, Math.max(0, PAGED_RESULTS - offset));
  if (take === 0) return { page: 1, hitsPerPage: 0, skip: 0, take: 0 };
  let hitsPerPage = take;
  while (Math.floor(offset / hitsPerPage) !== Math.floor((offset + take - 1) / hitsPerPage)) hitsPerPage++;
  return { page: Math.floor(offset / hitsPerPage) + 1, hitsPerPage, skip: offset % hitsPerPage, take };
}
