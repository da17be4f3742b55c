import type { Metadata } from "next";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/locales";
import { pageAlternates, pagePath } from "@/lib/urls";

interface Description {
  title: string;
  description?: string;
  /** Segments of the address behind the locale. */
  path: readonly string[];
}

/** Title, canonical address and the same page in the other languages. */
export function pageMetadata(locale: Locale, { title, description, path }: Description): Metadata {
  return {
    title,
    description,
    alternates: {
      canonical: env().publicUrl + pagePath(locale, ...path),
      languages: pageAlternates(env().publicUrl, ...path),
    },
  };
}
