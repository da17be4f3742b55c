import type { ReactNode } from "react";
import { describeCredits } from "@/components/courses/describe-learning";
import { CertaintyMark } from "@/components/qualifications/certainty-mark";
import { StackFigure } from "@/components/stack/stack-figure";
import { CautionText } from "@/components/ui/caution-text";
import record from "@/components/ui/record.module.css";
import stacked from "@/components/ui/stacked-table.module.css";
import type { Audit, Counted, Wasted } from "@/features/audit/audit";
import { formatList } from "@/lib/format";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./audit.module.css";
import { AuditMissing } from "./audit-missing";
import { auditStones, openParts } from "./audit-stones";
import type { PlanNames } from "./plan-names";
import { ReasonLine } from "./reason-words";

interface Props {
  locale: Locale;
  audit: Audit;
  names: PlanNames;
  hasHeld: boolean;
}

/** Where a person stands: what counts and where, what is possible, what is wasted and why, what is missing. */
export function AuditSection({ locale, audit, names, hasHeld }: Props) {
  const t = translator(locale);
  const { root, totalCredits } = names.qualification;
  const credits = (hundredths: number) => describeCredits(locale, hundredths) ?? "";
  const open = openParts(root, audit).map(({ part }) => pickText(part.title, locale, "en")?.text ?? part.id);
  const total = credits(totalCredits);
  const standing = {
    credits: credits(audit.countedCredits),
    total,
    big: (text: ReactNode) => <strong>{text}</strong>,
  };
  const drawn = {
    held: credits(audit.countedCredits),
    possible: credits(audit.possibleCredits),
    missing: credits(Math.max(0, totalCredits - audit.countedCredits)),
    total,
  };
  return (
    <section aria-labelledby="audit">
      <h2 id="audit">{t("plan.audit.heading")}</h2>
      <div className={styles.stand}>
        <div className={styles.words}>
          <p className={styles.big}>
            {totalCredits > 0
              ? t.rich("plan.audit.counted", standing)
              : t.rich("plan.audit.counted-open", standing)}
          </p>
          {!hasHeld && <p>{t("plan.audit.nothing-held")}</p>}
          {audit.isComplete && <p>{t("plan.audit.complete")}</p>}
          {open.length > 0 && <p>{t("plan.audit.open", { parts: formatList(locale, open) })}</p>}
          {audit.possibleCredits > 0 && (
            <p>
              <CautionText>
                {t("plan.audit.possible", { credits: credits(audit.possibleCredits) })}
              </CautionText>
            </p>
          )}
          {!audit.isProven && <p className={record.quiet}>{t("plan.audit.not-proven")}</p>}
        </div>
        <figure className={styles.figure}>
          <StackFigure
            stones={auditStones(locale, root, audit)}
            description={
              totalCredits > 0 ? t("plan.audit.figure", drawn) : t("plan.audit.figure-open", drawn)
            }
          />
          <figcaption>{t("plan.audit.caption")}</figcaption>
        </figure>
      </div>
      {audit.counts.length > 0 && (
        <CountedTable locale={locale} names={names} caption={t("plan.audit.counts")} counted={audit.counts} />
      )}
      {audit.possible.length > 0 && (
        <CountedTable
          locale={locale}
          names={names}
          caption={t("plan.audit.possibles")}
          counted={audit.possible}
        />
      )}
      {audit.wasted.length > 0 && <WastedList locale={locale} names={names} wasted={audit.wasted} />}
      <AuditMissing locale={locale} audit={audit} names={names} />
    </section>
  );
}

function CountedTable({
  locale,
  names,
  caption,
  counted,
}: {
  locale: Locale;
  names: PlanNames;
  caption: string;
  counted: readonly Counted[];
}) {
  const t = translator(locale);
  return (
    <table className={`${stacked.table} ${styles.table} ${styles.counted}`}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("plan.audit.item")}</th>
          <th scope="col">{t("plan.audit.part")}</th>
          <th scope="col">{t("plan.audit.credits")}</th>
          <th scope="col">{t("plan.audit.certainty")}</th>
          <th scope="col">{t("plan.audit.why")}</th>
        </tr>
      </thead>
      <tbody>
        {counted.map(({ achievement, leaf, credits, certainty, reasons }) => (
          <tr key={`${achievement} ${leaf}`}>
            <th scope="row">{names.held(achievement)}</th>
            <td>{names.part(leaf)}</td>
            <td className={styles.figures}>{describeCredits(locale, credits)}</td>
            <td>
              <CertaintyMark locale={locale} certainty={certainty} />
            </td>
            <td className={styles.why}>
              <ReasonLine locale={locale} names={names} reasons={reasons} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WastedList({
  locale,
  names,
  wasted,
}: {
  locale: Locale;
  names: PlanNames;
  wasted: readonly Wasted[];
}) {
  const t = translator(locale);
  return (
    <>
      <h3 className={styles.sub}>{t("plan.audit.wasted")}</h3>
      <ul className={record.list}>
        {wasted.map(({ achievement, credits, reasons }) => (
          <li key={achievement}>
            <strong>{names.held(achievement)}</strong>
            {credits !== null && credits > 0 && (
              <>
                {", "}
                {credits === names.heldCredits(achievement)
                  ? describeCredits(locale, credits)
                  : t("plan.audit.some-credits", { credits: describeCredits(locale, credits) ?? "" })}
              </>
            )}
            {": "}
            <ReasonLine locale={locale} names={names} reasons={reasons} />
          </li>
        ))}
      </ul>
    </>
  );
}
