import { permanentRedirect } from "next/navigation";
import { notFound } from "@/lib/errors";
import type { Locale } from "@/lib/locales";
import { pagePath } from "@/lib/urls";

type Found<T> = { kind: "found"; record: T } | { kind: "moved"; slug: string };

/**
 * The record at an address such as /fi/courses/public-data. An earlier address, or its id, leads to the present one.
 * @throws notFound where nothing is or ever was there
 */
export async function theRecord<T extends { slug: string }>(
  locale: Locale,
  room: "courses" | "credentials" | "providers" | "qualifications" | "pathways",
  params: { slug: string },
  find: (address: string) => Promise<Found<T> | null>,
): Promise<T> {
  const slug = decoded(params.slug);
  const found = ADDRESS.test(slug) ? await find(slug) : null;
  if (!found) throw notFound(`There is nothing at ${room}/${slug}`);
  const current = found.kind === "moved" ? found.slug : found.record.slug;
  if (found.kind === "moved" || current !== slug) permanentRedirect(pagePath(locale, room, current));
  return found.record;
}

// Slugs and ids; anything else was never an address of ours.
const ADDRESS = /^[a-z0-9-]+$/;

/** Next hands parameters over as the address has them, percent-encoded. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
