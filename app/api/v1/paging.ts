import { z } from "zod";
import { PAGED_RESULTS } from "@/features/search/engine";
import { openJson } from "@/lib/answers";
import { env } from "@/lib/env";
import { invalid } from "@/lib/errors";

export interface Page {
  page: number;
  pageSize: number;
}

const pageSchema = z.object({
  page: z.coerce.number().int().min(1).catch(1),
  pageSize: z.coerce.number().int().min(1).max(100).catch(20),
});

/** `page` and `page-size`; a value that is no number takes its default. */
export function parsePage(url: string): Page {
  const { searchParams } = new URL(url);
  const page = pageSchema.parse({ page: searchParams.get("page"), pageSize: searchParams.get("page-size") });
  if (page.page * page.pageSize > PAGED_RESULTS) {
    throw invalid(`Pages reach the first ${PAGED_RESULTS} results: ask for a smaller page number`);
  }
  return page;
}

/** The address of another page of the same list, absolute on the public origin. */
export function pageLink(url: string, page: number): string {
  const { pathname, searchParams } = new URL(url);
  const params = new URLSearchParams(searchParams);
  params.set("page", String(page));
  return `${env().publicUrl}${pathname}?${params}`;
}

/** Links to this page and its neighbours; null at either end. */
export function pageLinks(url: string, { page, pageSize }: Page, total: number) {
  const last = Math.ceil(Math.min(total, PAGED_RESULTS) / pageSize);
  return {
    self: pageLink(url, page),
    next: page < last ? pageLink(url, page + 1) : null,
    prev: page > 1 ? pageLink(url, page - 1) : null,
  };
}

export function openPage(url: string, page: Page, total: number, data: readonly unknown[]): Response {
  return openJson({ data, meta: { total, ...page }, links: pageLinks(url, page, total) });
}
