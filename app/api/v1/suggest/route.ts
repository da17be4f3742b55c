import { QUERY_LENGTH } from "@/features/search/schema";
import { suggest } from "@/features/suggest/queries";
import type { Suggestion } from "@/features/suggest/view";
import { answer, openJson } from "@/lib/answers";
import { env } from "@/lib/env";
import { invalid } from "@/lib/errors";
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from "@/lib/locales";
import { pagePath } from "@/lib/urls";

export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const { typed, locale } = read(new URL(request.url).searchParams);
    const found = await suggest(typed, { locale });
    const address = (...segments: string[]) => env().publicUrl + pagePath(locale, ...segments);
    const search = (set: Readonly<Record<string, string>>) => ({
      url: `${address("search")}?${new URLSearchParams(set)}`,
      set,
    });
    return openJson({
      courses: found.courses.map(({ slug, provider, ...name }) => ({
        ...named(name),
        provider: provider.text,
        url: address("courses", slug),
      })),
      credentials: found.credentials.map(({ slug, ...name }) => ({
        ...named(name),
        url: address("credentials", slug),
      })),
      providers: found.providers.map(({ slug, hasCourses, ...name }) => ({
        ...named(name),
        url: address("providers", slug),
        ...(hasCourses ? { set: { provider: slug } } : {}),
      })),
      skills: found.skills.map(({ id, ...name }) => ({ ...named(name), ...search({ skill: id }) })),
      occupations: found.occupations.map(({ id, ...name }) => ({
        ...named(name),
        ...search({ occupation: id }),
      })),
      fields: found.fields.map(({ code, ...name }) => ({ ...named(name), ...search({ field: code }) })),
    });
  });
}

const named = ({ label, matched }: Suggestion) => ({ label: label.text, language: label.language, matched });

function read(params: URLSearchParams): { typed: string; locale: Locale } {
  const typed = params.get("q");
  const locale = params.get("locale") ?? DEFAULT_LOCALE;
  if (typed === null) throw invalid("Say in q what was typed so far");
  if (typed.length > QUERY_LENGTH) throw invalid(`q is longer than ${QUERY_LENGTH} characters`);
  if (!isLocale(locale)) throw invalid(`locale must be one of ${LOCALES.join(", ")}`);
  return { typed, locale };
}
