import { LocalText } from "@/components/ui/local-text";
import record from "@/components/ui/record.module.css";
import type { PathwaySummary } from "@/features/curated-pathways/view";
import { formatDay } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";

interface Props {
  locale: Locale;
  pathways: readonly PathwaySummary[];
}

/** Ways that people have put together for the public. */
export function PathwayLinks({ locale, pathways }: Props) {
  const t = translator(locale);
  if (pathways.length === 0) return null;
  return (
    <section aria-labelledby="pathways" className={record.group}>
      <h2 id="pathways">{t("pathways.list")}</h2>
      <ul className={record.list}>
        {pathways.map(({ id, slug, title, summary, checkedOn }) => (
          <li key={id}>
            <LocalText
              href={pagePath(locale, "pathways", slug)}
              text={title}
              locale={locale}
              defaultLanguage="en"
            />{" "}
            {summary && <LocalText text={summary} locale={locale} defaultLanguage="en" />}{" "}
            <span className={record.quiet}>
              {t("pathways.checked-on", { day: formatDay(locale, checkedOn) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
