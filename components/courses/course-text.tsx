import { LocalText } from "@/components/ui/local-text";
import record from "@/components/ui/record.module.css";
import type { CourseDetail } from "@/features/courses/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

export function CourseText({ locale, course }: { locale: Locale; course: CourseDetail }) {
  const t = translator(locale);
  const parts = [
    { name: "description", text: course.description },
    { name: "prerequisites", text: course.facts.prerequisites },
  ] as const;
  return parts.map(
    ({ name, text }) =>
      text && (
        <section key={name} className={record.section}>
          <h2>{t(`course.${name}`)}</h2>
          <p className={record.text}>
            <LocalText text={text} locale={locale} defaultLanguage={course.defaultLanguage} />
          </p>
        </section>
      ),
  );
}
