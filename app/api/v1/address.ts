import type { AddressOf } from "@/features/courses/open-course";
import { env } from "@/lib/env";
import { DEFAULT_LOCALE } from "@/lib/locales";
import { pagePath } from "@/lib/urls";

const ROOMS = {
  course: "courses",
  credential: "credentials",
  provider: "providers",
  qualification: "qualifications",
} as const;

/** The page of a record in the default language, absolute. */
export const addressOf: AddressOf = (kind, slug) =>
  env().publicUrl + pagePath(DEFAULT_LOCALE, ROOMS[kind], slug);

/** Where a record that has moved is now: a permanent redirect that keeps to the API. */
export function movedTo(kind: keyof typeof ROOMS, slug: string): Response {
  const location = `${env().publicUrl}/api/v1/${ROOMS[kind]}/${encodeURIComponent(slug)}`;
  return new Response(null, { status: 308, headers: { location, "access-control-allow-origin": "*" } });
}
