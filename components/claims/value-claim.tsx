import { describeCredits, describeLevel } from "@/components/courses/describe-learning";
import { NotStated } from "@/components/ui/not-stated";
import type { ClaimStatus } from "@/features/claims/claim";
import type { OfferJudgement } from "@/features/judgements/view";
import type { Reason } from "@/features/trust-words/reason";
import type { Day } from "@/lib/dates";
import { formatList } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { ClaimMark } from "./claim-mark";
import type { Judged } from "./reason-list";
import { Why } from "./why";
import styles from "./why.module.css";

interface Props {
  locale: Locale;
  judged: OfferJudgement;
  /** True where the course itself says nothing and its one credential does. */
  isInherited?: boolean;
}

/** The level that is shown, how well it is known, and what else is said of it. */
export function LevelClaim({ locale, judged, isInherited }: Props) {
  const { level } = judged;
  const name = (value: typeof level | (typeof level.beside)[number]["value"]) =>
    describeLevel(locale, { ...value, outsideFramework: value.isOutsideFramework });
  return (
    <ValueClaim
      locale={locale}
      value={name(level)}
      beside={level.beside.flatMap(({ value }) => name(value) ?? [])}
      verdict={level}
      judged={judged}
      isInherited={isInherited ?? false}
    />
  );
}

/** The same for the credits. */
export function CreditsClaim({ locale, judged, isInherited }: Props) {
  const { credits } = judged;
  return (
    <ValueClaim
      locale={locale}
      value={describeCredits(locale, credits.ectsHundredths)}
      beside={credits.beside.flatMap(({ value }) => describeCredits(locale, value) ?? [])}
      verdict={credits}
      judged={judged}
      isInherited={isInherited ?? false}
    />
  );
}

interface ValueProps {
  locale: Locale;
  value: string | null;
  beside: readonly string[];
  verdict: { status: ClaimStatus; reasons: readonly Reason[]; changesOn: Day | null };
  judged: Judged & { at: Day };
  isInherited: boolean;
}

function ValueClaim({ locale, value, beside, verdict, judged, isInherited }: ValueProps) {
  const t = translator(locale);
  const { status, reasons, changesOn } = verdict;
  return (
    <>
      <Why locale={locale} reasons={reasons} judged={judged} at={judged.at} changesOn={changesOn}>
        {status === "not-stated" || value === null ? (
          <NotStated locale={locale} />
        ) : (
          <>
            <strong>{value}</strong> <ClaimMark locale={locale} status={status} />
          </>
        )}
      </Why>
      {beside.length > 0 && (
        <small className={styles.quiet}>
          {t("claims.beside", { values: formatList(locale, [...new Set(beside)]) })}
        </small>
      )}
      {isInherited && <small className={styles.quiet}> {t("claims.inherited")}</small>}
    </>
  );
}
