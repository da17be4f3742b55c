import { CLAIM_STATUSES, ClaimMark } from "@/components/claims/claim-mark";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./trust-in-short.module.css";

/** What makes an offer trustworthy, in four words. */
export function TrustInShort({ locale }: { locale: Locale }) {
  const t = translator(locale);
  return (
    <section className={styles.trust}>
      <h2>{t("home.trust.heading")}</h2>
      <p>{t("home.trust.intro")}</p>
      <dl>
        {CLAIM_STATUSES.map((status) => (
          <div key={status}>
            <dt>
              <ClaimMark locale={locale} status={status} />
            </dt>
            <dd>{t(`claims.meaning.${status}`)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={pagePath(locale, "about", "trust")}>{t("home.trust.more")}</a>
      </p>
    </section>
  );
}
