import type { SearchParams } from "@/features/search/schema";
import { formatHundredths } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import styles from "./filters.module.css";
import { SEARCH_FORM } from "./search-form-id";

/** Credits from and to, for those whom the bands do not fit. */
export function EctsBounds({ locale, params }: { locale: Locale; params: SearchParams }) {
  const t = translator(locale);
  const bounds = [
    { name: "ects-min", value: params.ectsMin },
    { name: "ects-max", value: params.ectsMax },
  ] as const;
  return (
    <div className={styles.bounds}>
      {bounds.map(({ name, value }) => (
        <label key={name}>
          {t(`search.${name}`)}
          <input
            type="text"
            inputMode="decimal"
            name={name}
            form={SEARCH_FORM}
            defaultValue={value === null ? "" : formatHundredths(locale, value)}
            className={styles.field}
          />
        </label>
      ))}
    </div>
  );
}
