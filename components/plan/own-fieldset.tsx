import button from "@/components/ui/button.module.css";
import { countries } from "@/features/vocabularies/countries";
import { iscedFields } from "@/features/vocabularies/isced-f";
import { compareTexts } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./panel.module.css";
import type { OwnError, OwnFields } from "./plan-form";

interface Props {
  locale: Locale;
  own: OwnFields;
  error: OwnError | null;
}

const LEVELS = ["1", "2", "3", "4", "5", "6", "7", "8"];
const BROAD = 2;

/** One that the catalogue does not know, typed by hand. What was typed stays until it can be read. */
export function OwnFieldset({ locale, own, error }: Props) {
  const t = translator(locale);
  const byName = compareTexts(locale);
  const named = (list: { codes: readonly string[]; label: (code: string, locale: string) => string }) =>
    list.codes
      .map((code) => ({ code, label: list.label(code, locale) }))
      .sort((a, b) => byName(a.label, b.label));
  const fields = named(iscedFields).filter(({ code }) => code.length === BROAD || code === own.field);
  const invalid = (part: OwnError) =>
    error === part ? { "aria-invalid": true, "aria-describedby": "own-error" } : {};
  return (
    <details className={styles.own} open={error !== null}>
      <summary>{t("plan.hold.own")}</summary>
      <p className={styles.hint}>{t("plan.hold.own-note")}</p>
      {error && (
        <p id="own-error" className={styles.error} role="alert">
          {t("plan.hold.errors.heading")} {t(`plan.hold.errors.${error}`)}
        </p>
      )}
      <label>
        {t("plan.hold.own-title")}
        <input name="own-title" defaultValue={own.title} maxLength={200} {...invalid("title")} />
      </label>
      <div className={styles.pair}>
        <label>
          {t("plan.hold.own-credits")}
          <input name="own-credits" inputMode="decimal" defaultValue={own.credits} {...invalid("credits")} />
        </label>
        <label>
          {t("plan.hold.own-level")}
          <select name="own-level" defaultValue={own.level} {...invalid("eqf")}>
            <option value="">{t("plan.hold.any")}</option>
            {LEVELS.map((level) => (
              <option key={level} value={level}>
                {t("words.eqf", { level })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label>
        {t("plan.hold.own-month")}
        <input
          name="own-month"
          type="month"
          pattern="\d{4}-\d{2}"
          defaultValue={own.month}
          {...invalid("month")}
        />
      </label>
      <label>
        {t("plan.hold.own-field")}
        <select name="own-field" defaultValue={own.field} {...invalid("field")}>
          <option value="">{t("plan.hold.any")}</option>
          {fields.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("plan.hold.own-country")}
        <select name="own-country" defaultValue={own.country} {...invalid("country")}>
          <option value="">{t("plan.hold.any")}</option>
          {named(countries).map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <p>
        <button type="submit" className={`${button.button} ${button.quiet}`}>
          {t("plan.hold.own-submit")}
        </button>
      </p>
    </details>
  );
}
