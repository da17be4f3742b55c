import { CourseCard } from "@/components/courses/course-card";
import button from "@/components/ui/button.module.css";
import { LocalText } from "@/components/ui/local-text";
import record from "@/components/ui/record.module.css";
import type { CourseSummary } from "@/features/courses/view";
import type { ProviderDetail } from "@/features/providers/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";

interface Props {
  locale: Locale;
  provider: ProviderDetail;
  courses: readonly CourseSummary[];
}

/** What the provider teaches and awards; the whole offer is a search of its own. */
export function ProviderOffer({ locale, provider, courses }: Props) {
  const t = translator(locale);
  const search = `${pagePath(locale, "search")}?provider=${encodeURIComponent(provider.slug)}`;
  return (
    <>
      <section className={record.section}>
        <h2>{t("provider.offer")}</h2>
        {provider.courseCount === 0 && <p>{t("provider.no-courses")}</p>}
        <ul className={record.cards}>
          {courses.map((course) => (
            <li key={course.id}>
              <CourseCard locale={locale} course={course} heading="h3" />
            </li>
          ))}
        </ul>
        {provider.courseCount > courses.length && (
          <p>
            <a href={search} className={button.button}>
              {t("provider.all-courses", { count: provider.courseCount })}
            </a>
          </p>
        )}
      </section>
      {provider.credentials.length > 0 && (
        <section className={record.section}>
          <h2>{t("provider.credentials")}</h2>
          <ul className={record.list}>
            {provider.credentials.map((credential) => (
              <li key={credential.id}>
                <LocalText
                  href={pagePath(locale, "credentials", credential.slug)}
                  text={credential.title}
                  locale={locale}
                  defaultLanguage={credential.defaultLanguage}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
