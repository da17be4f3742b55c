import { type LanguageMap, pickText } from "@/lib/language-map";
import { formQuery } from "./form-query";

export interface FoundValue {
  value: string;
  label: string;
  count: number;
}

interface Wanted {
  facet: string;
  contains: string;
  /** The form whose other choices hold. */
  form: string;
  locale: string;
  signal: AbortSignal;
}

const MOST = 20;

/** Values of a facet whose name contains a text, asked from the open API; none where it does not answer. */
export async function findValues({ facet, contains, form, locale, signal }: Wanted): Promise<FoundValue[]> {
  const query = formQuery(form) ?? new URLSearchParams();
  query.set("contains", contains);
  query.set("facet-limit", String(MOST));
  const response = await fetch(`/api/v1/courses/facets/${facet}?${query}`, { signal });
  if (!response.ok) return [];
  const { data }: { data: { value: string; count: number; label: LanguageMap | null }[] } =
    await response.json();
  return data.map(({ value, count, label }) => ({
    value,
    count,
    label: pickText(label, locale, "en")?.text ?? value,
  }));
}
