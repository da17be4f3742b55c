import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { Prose } from "@/components/ui/prose";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";

interface Props {
  locale: Locale;
  fault: "invalid" | "not-found" | "unavailable" | "unexpected";
  /** Under which an unexpected fault was noted. */
  id: string;
}

export function ErrorPage({ locale, fault, id }: Props) {
  const t = translator(locale);
  return (
    <Page locale={locale} path={[]}>
      <div className={wrap.wrap}>
        <Prose>
          <h1>{t(`errors.${fault}.title`)}</h1>
          <p>{t(`errors.${fault}.text`, { id })}</p>
          <p>
            <a href={pagePath(locale, "search")}>{t("errors.search")}</a>
          </p>
          <p>
            <a href={pagePath(locale)}>{t("errors.home")}</a>
          </p>
        </Prose>
      </div>
    </Page>
  );
}
