import button from "@/components/ui/button.module.css";
import record from "@/components/ui/record.module.css";
import { CERTAINTIES } from "@/features/pathways/programme";
import { MAX_PLAN_SECONDS } from "@/features/planning/plan";
import type { QualificationSummary } from "@/features/qualifications/view";
import { countries } from "@/features/vocabularies/countries";
import { languages } from "@/features/vocabularies/languages";
import { modes } from "@/features/vocabularies/modes";
import { compareTexts } from "@/lib/format";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./panel.module.css";
import { DEFAULT_CERTAINTY, type PlanQuery, planAddress } from "./plan-form";

interface Props {
  locale: Locale;
  query: PlanQuery;
  qualifications: readonly Pick<QualificationSummary, "slug" | "title" | "defaultLanguage">[];
  /** Values that open runs have, so that no limit is offered that nothing can meet. */
  offered: { language: readonly string[]; country: readonly string[] };
}

/** The qualification and the limits of a person. Part of the one form of the page. */
export function WantPanel({ locale, query, qualifications, offered }: Props) {
  const t = translator(locale);
  const { target, limits } = query;
  const byName = compareTexts(locale);
  const titled = qualifications
    .map(({ slug, title, defaultLanguage }) => ({
      slug,
      title: pickText(title, locale, defaultLanguage)?.text ?? slug,
    }))
    .sort((a, b) => byName(a.title, b.title));
  const isMissing = target !== null && !titled.some(({ slug }) => slug === target);
  return (
    <fieldset className={styles.panel}>
      <legend>{t("plan.want.heading")}</legend>
      <label>
        {t("plan.want.target")}
        <select name="target" defaultValue={target ?? ""}>
          <option value="">{t("plan.want.choose")}</option>
          {isMissing && <option value={target}>{target}</option>}
          {titled.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <p className={styles.limits}>{t("plan.want.limits")}</p>
      <div className={styles.pair}>
        <label>
          {t("plan.want.budget")}
          <input
            name="budget"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={limits.budgetCents === undefined ? "" : limits.budgetCents / 100}
          />
        </label>
        <label>
          {t("plan.want.hours-per-week")}
          <input
            name="hours-per-week"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={limits.hoursPerWeek ?? ""}
            aria-describedby="hours-hint"
          />
        </label>
        <label>
          {t("plan.want.start")}
          <input name="start-on" type="date" defaultValue={limits.startOn ?? ""} />
        </label>
        <label>
          {t("plan.want.finish")}
          <input name="finish-by" type="date" defaultValue={limits.finishBy ?? ""} />
        </label>
      </div>
      <p id="hours-hint" className={styles.hint}>
        {t("plan.want.hours-need-finish")}
      </p>
      <label>
        {t("plan.want.certainty")}
        <select name="certainty" defaultValue={limits.certainty ?? DEFAULT_CERTAINTY}>
          {CERTAINTIES.map((certainty) => (
            <option key={certainty} value={certainty}>
              {t(`plan.want.certainties.${certainty}`)}
            </option>
          ))}
        </select>
      </label>
      <Choices
        name="language"
        legend={t("plan.want.language")}
        chosenWord={(count) => t("search.chosen", { count })}
        options={listed(offered.language, limits.languages, (code) => languages.label(code, locale), byName)}
      />
      <Choices
        name="mode"
        legend={t("plan.want.mode")}
        chosenWord={(count) => t("search.chosen", { count })}
        options={listed(modes.codes, limits.modes, (code) => modes.label(code, locale))}
      />
      <Choices
        name="country"
        legend={t("plan.want.country")}
        chosenWord={(count) => t("search.chosen", { count })}
        options={listed(offered.country, limits.countries, (code) => countries.label(code, locale), byName)}
      />
      <p className={styles.submit}>
        <button type="submit" className={button.button}>
          {t("plan.want.submit")}
        </button>
      </p>
      <p className={record.quiet}>
        {t("plan.want.patience", { seconds: MAX_PLAN_SECONDS })}{" "}
        <a href={planAddress(locale, { ...query, target: null })}>{t("plan.want.cancel")}</a>
      </p>
    </fieldset>
  );
}

interface Option {
  value: string;
  label: string;
  isChosen: boolean;
}

function listed(
  offered: readonly string[],
  chosen: readonly string[] | undefined,
  label: (code: string) => string,
  order?: (a: string, b: string) => number,
): Option[] {
  const options = [...new Set([...offered, ...(chosen ?? [])])].map((value) => ({
    value,
    label: label(value),
    isChosen: chosen?.includes(value) ?? false,
  }));
  return order ? options.sort((a, b) => order(a.label, b.label)) : options;
}

function Choices({
  name,
  legend,
  chosenWord,
  options,
}: {
  name: string;
  legend: string;
  chosenWord: (count: number) => string;
  options: readonly Option[];
}) {
  const chosen = options.filter(({ isChosen }) => isChosen).length;
  if (options.length === 0) return null;
  return (
    <details className={styles.choices} open={chosen > 0}>
      <summary>
        {legend}
        {chosen > 0 && <small>{chosenWord(chosen)}</small>}
      </summary>
      <fieldset>
        <legend className="visually-hidden">{legend}</legend>
        {options.map(({ value, label, isChosen }) => (
          <label key={value} className={styles.option}>
            <input type="checkbox" name={name} value={value} defaultChecked={isChosen} />
            {label}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
