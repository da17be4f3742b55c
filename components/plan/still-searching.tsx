import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { type PlanQuery, planAddress } from "./plan-form";

interface Props {
  locale: Locale;
  query: PlanQuery;
  /** Where the page comes in one piece; null where some ways are shown already. */
  wholeAddress: string | null;
}

/** That ways are still being looked for, with the way to stop it: to leave ends the work. */
export function StillSearching({ locale, query, wholeAddress }: Props) {
  const t = translator(locale);
  return (
    <Notice kind="information">
      <p>{wholeAddress === null ? t("plan.searching.others") : t("plan.searching.first")}</p>
      <p>
        <a href={planAddress(locale, { ...query, target: null })}>{t("plan.searching.stop")}</a>
      </p>
      {wholeAddress !== null && (
        // Without scripts what comes later is not put in its place: then the whole page is waited for.
        <noscript>
          <meta httpEquiv="refresh" content={`0;url=${wholeAddress}`} />
        </noscript>
      )}
    </Notice>
  );
}
