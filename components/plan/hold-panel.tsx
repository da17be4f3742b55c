import { describeCredits } from "@/components/courses/describe-learning";
import { RecordName } from "@/components/qualifications/record-name";
import button from "@/components/ui/button.module.css";
import { Icon } from "@/components/ui/icon";
import record from "@/components/ui/record.module.css";
import { formatHold, type Hold } from "@/features/pathways/hold";
import type { HeldView } from "@/features/plans/plan-view";
import type { UnitMatch } from "@/features/unit-search/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { FoundUnits } from "./found-units";
import { OwnFieldset } from "./own-fieldset";
import styles from "./panel.module.css";
import { FIND_LENGTH, type PlanForm, planAddress } from "./plan-form";
import { heldTitle } from "./plan-names";

interface Props {
  locale: Locale;
  form: PlanForm;
  /** What of `form.query.hold` is known; empty as long as no qualification is chosen. */
  held: readonly HeldView[];
  /** What the search in the catalogue found; null where nothing was searched for. */
  matches: readonly UnitMatch[] | null;
}

/** What a person holds, each item with its month, and two ways to add more. Part of the one form of the page. */
export function HoldPanel({ locale, form, held, matches }: Props) {
  const t = translator(locale);
  const { query } = form;
  const known = new Map(held.map((item) => [item.hold, item]));
  return (
    <fieldset className={styles.panel}>
      <legend>{t("plan.hold.heading")}</legend>
      {query.hold.length === 0 ? (
        <p className={record.quiet}>{t("plan.hold.none")}</p>
      ) : (
        <>
          <ul className={styles.held}>
            {query.hold.map((hold) => (
              <HeldItem
                key={formatHold(hold)}
                locale={locale}
                hold={hold}
                item={known.get(formatHold(hold))}
                without={planAddress(locale, {
                  ...query,
                  hold: query.hold.filter((other) => other !== hold),
                })}
              />
            ))}
          </ul>
          <p id="month-hint" className={styles.hint}>
            {t("plan.hold.month-hint")}
          </p>
        </>
      )}
      <div className={styles.find}>
        <label htmlFor="find">{t("plan.hold.find")}</label>
        <p id="find-hint" className={styles.hint}>
          {t("plan.hold.find-hint")}
        </p>
        <div className={styles.row}>
          <input
            id="find"
            name="find"
            type="search"
            defaultValue={form.find}
            maxLength={FIND_LENGTH}
            autoComplete="off"
            aria-describedby="find-hint"
          />
          <button type="submit" className={`${button.button} ${button.quiet}`}>
            <Icon name="search" />
            {t("plan.hold.find-submit")}
          </button>
        </div>
      </div>
      {matches && <FoundUnits locale={locale} query={form.find} matches={matches} />}
      <OwnFieldset locale={locale} own={form.own} error={form.ownError} />
    </fieldset>
  );
}

interface ItemProps {
  locale: Locale;
  hold: Hold;
  item: HeldView | undefined;
  /** Address of the same plan without it. */
  without: string;
}

function HeldItem({ locale, hold, item, without }: ItemProps) {
  const t = translator(locale);
  const isOwn = hold.kind === "own";
  const title = item ? heldTitle(locale, item) : isOwn ? hold.title : hold.slug;
  const credits = describeCredits(locale, item?.credits ?? (isOwn ? hold.credits : null));
  return (
    <li>
      <input type="hidden" name="hold" value={formatHold(hold)} />
      <div className={styles.name}>
        <span>
          {item?.record ? <RecordName locale={locale} record={item.record} /> : title}
          {isOwn && <span className={record.quiet}> ({t("plan.hold.typed")})</span>}
        </span>
        {credits && <span className={styles.credits}>{credits}</span>}
      </div>
      <div className={styles.dated}>
        <label className={styles.month}>
          <span>
            {t("plan.hold.month")}
            <span className="visually-hidden"> ({title})</span>
          </span>
          <input
            name="hold-month"
            type="month"
            pattern="\d{4}-\d{2}"
            defaultValue={hold.month ?? ""}
            aria-describedby="month-hint"
          />
        </label>
        <a href={without} className={styles.remove}>
          {t("plan.hold.remove")}
          <span className="visually-hidden"> {title}</span>
        </a>
      </div>
    </li>
  );
}
