import button from "@/components/ui/button.module.css";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import styles from "./equivalence.module.css";
import { equivalenceAddress, type NamedPair } from "./equivalence-address";

/** Chooses the two by name or address, without scripts. */
export function EquivalenceForm({ locale, named }: { locale: Locale; named: NamedPair }) {
  const t = translator(locale);
  return (
    <form action={pagePath(locale, "equivalence")} className={styles.form}>
      {(["a", "b"] as const).map((name) => (
        <div key={name}>
          <label htmlFor={`equivalence-${name}`}>{t(`equivalence.form.${name}`)}</label>
          <p id={`equivalence-${name}-hint`} className={styles.hint}>
            {t("equivalence.form.hint")}
          </p>
          <input
            id={`equivalence-${name}`}
            name={name}
            defaultValue={named[name]}
            autoComplete="off"
            aria-describedby={`equivalence-${name}-hint`}
          />
        </div>
      ))}
      <button type="submit" className={button.button}>
        {t("equivalence.form.show")}
      </button>
      {named.a !== "" && named.b !== "" && (
        <a href={equivalenceAddress(locale, { a: named.b, b: named.a })}>{t("equivalence.form.swap")}</a>
      )}
    </form>
  );
}
