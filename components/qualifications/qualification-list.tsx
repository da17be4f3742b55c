import { describeCredits } from "@/components/courses/describe-learning";
import { LocalText } from "@/components/ui/local-text";
import { Pagination } from "@/components/ui/pagination";
import record from "@/components/ui/record.module.css";
import type { QualificationSummary } from "@/features/qualifications/view";
import { formatNumber } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./qualification-list.module.css";
import { RecordNames } from "./record-names";

interface Props {
  locale: Locale;
  qualifications: readonly QualificationSummary[];
  page: number;
  lastPage: number;
}

/** Every qualification that credentials can stack into. */
export function QualificationList({ locale, qualifications, page, lastPage }: Props) {
  const t = translator(locale);
  const list = pagePath(locale, "qualifications");
  return (
    <div className={styles.page}>
      <h1>{t("qualifications.title")}</h1>
      <p className={styles.lead}>{t("qualifications.lead")}</p>
      {qualifications.length === 0 && <p className={record.quiet}>{t("qualifications.none")}</p>}
      <ul className={styles.list}>
        {qualifications.map((each) => (
          <li key={each.id} className={styles.item}>
            <h2>
              <LocalText
                href={pagePath(locale, "qualifications", each.slug)}
                text={each.title}
                locale={locale}
                defaultLanguage={each.defaultLanguage}
              />
            </h2>
            <p>
              <RecordNames locale={locale} records={each.awardingBodies} />
            </p>
            <p className={styles.facts}>
              <strong>
                {[
                  ...(each.eqf === null ? [] : [t("words.eqf", { level: each.eqf })]),
                  ...(each.totalCredits > 0 ? [describeCredits(locale, each.totalCredits) ?? ""] : []),
                ].join(", ")}
              </strong>
              <span className={record.quiet}>
                {t("qualifications.units-count", {
                  count: each.countedUnits,
                  number: formatNumber(locale, each.countedUnits),
                })}
              </span>
              <a href={`${pagePath(locale, "plan")}?${new URLSearchParams({ target: each.slug })}`}>
                {t("qualifications.plan")}{" "}
                <span className="visually-hidden">
                  <LocalText text={each.title} locale={locale} defaultLanguage={each.defaultLanguage} />
                </span>
              </a>
            </p>
          </li>
        ))}
      </ul>
      <Pagination
        labels={{
          navigation: t("search.pages"),
          previous: t("search.previous"),
          next: t("search.next"),
          page: (number) => t("search.page", { page: number }),
        }}
        page={page}
        lastPage={lastPage}
        addressOf={(number) => (number === 1 ? list : `${list}?page=${number}`)}
      />
    </div>
  );
}
