import { headers } from "next/headers";
import { isLocale, type Locale, preferredLocale } from "@/lib/locales";

interface PageLocale {
  locale: Locale;
  /** False where the address names no language of ours: the reader is then told so in the one they prefer. */
  isOurs: boolean;
}

/** The language of a page by the first segment of its address. */
export async function pageLocale(params: Promise<{ locale: string }>): Promise<PageLocale> {
  const { locale } = await params;
  if (isLocale(locale)) return { locale, isOurs: true };
  return { locale: preferredLocale((await headers()).get("accept-language")), isOurs: false };
}
