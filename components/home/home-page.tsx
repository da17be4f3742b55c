import { describeCredits } from "@/components/courses/describe-learning";
import wrap from "@/components/layout/wrap.module.css";
import { SearchBox } from "@/components/search/search-box";
import { StackFigure } from "@/components/stack/stack-figure";
import type { Facet, FacetCount } from "@/features/search/engine";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { AboutThisPortal } from "./about-this-portal";
import { CatalogueSize } from "./catalogue-size";
import styles from "./home-page.module.css";
import { TrustInShort } from "./trust-in-short";
import { WaysIn } from "./ways-in";

interface Props {
  locale: Locale;
  counts: { courses: number; credentials: number; providers: number };
  facets: Partial<Record<Facet, FacetCount[]>>;
}

export function HomePage({ locale, counts, facets }: Props) {
  const t = translator(locale);
  const credits = (ectsHundredths: number) => ({
    ectsHundredths,
    label: describeCredits(locale, ectsHundredths) ?? undefined,
  });
  return (
    <>
      <div className={styles.hero}>
        <div className={`${wrap.wrap} ${styles.heroRow}`}>
          <div className={styles.ask}>
            <h1>{t("home.heading")}</h1>
            <p className={styles.promise}>{t("home.promise")}</p>
            <SearchBox locale={locale} query="" />
            <p className={styles.guided}>
              <a href={pagePath(locale, "start")}>{t("home.guided")}</a>
            </p>
            <CatalogueSize locale={locale} counts={counts} />
          </div>
          <figure className={styles.stack}>
            <StackFigure
              stones={[
                { name: "qualification", ectsHundredths: 4200, kind: "open", label: t("home.stack.open") },
                { name: "module", ...credits(1000), kind: "counted" },
                { name: "micro", ...credits(500), kind: "counted" },
                { name: "first", ...credits(300), kind: "held" },
              ]}
              description={t("home.stack.description")}
            />
            <figcaption>{t("home.stack.caption")}</figcaption>
          </figure>
        </div>
      </div>
      <div className={wrap.wrap}>
        <WaysIn locale={locale} facets={facets} />
        <TrustInShort locale={locale} />
        <AboutThisPortal locale={locale} />
      </div>
    </>
  );
}
