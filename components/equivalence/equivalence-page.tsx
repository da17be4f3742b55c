import record from "@/components/ui/record.module.css";
import type { EquivalencePage as Compared, Side } from "@/features/equivalence/view";
import { env } from "@/lib/env";
import { formatDay } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { ComparedElements } from "./compared-elements";
import { ComparedOutcomes } from "./compared-outcomes";
import styles from "./equivalence.module.css";
import { equivalenceAddress } from "./equivalence-address";
import { EquivalenceForm } from "./equivalence-form";
import { UnknownSide } from "./unknown-side";

interface Props {
  locale: Locale;
  page: Compared;
}

/** Two credentials side by side; with fewer, the form that chooses them. */
export function EquivalencePage({ locale, page }: Props) {
  const t = translator(locale);
  const { a, b, compared } = page;
  const named = { a: addressOf(a), b: addressOf(b) };
  const isTwice = a.kind === "found" && b.kind === "found" && compared === null;
  return (
    <article className={record.record}>
      <div className={styles.head}>
        <h1>{t("equivalence.title")}</h1>
        <p>{t("equivalence.lead")}</p>
        <EquivalenceForm locale={locale} named={named} />
        <UnknownSide locale={locale} side={a} name="a" named={named} />
        <UnknownSide locale={locale} side={b} name="b" named={named} />
        {isTwice && <p role="status">{t("equivalence.same")}</p>}
      </div>
      {a.kind === "found" && b.kind === "found" && compared && (
        <>
          <ComparedElements locale={locale} a={a.credential} b={b.credential} compared={compared} />
          <ComparedOutcomes locale={locale} a={a.credential} b={b.credential} outcomes={compared.outcomes} />
          <p className={record.quiet}>
            {t("equivalence.as", {
              day: formatDay(locale, a.credential.judgement.at),
              address: env().publicUrl + equivalenceAddress(locale, named),
            })}
          </p>
        </>
      )}
    </article>
  );
}

function addressOf(side: Side): string {
  if (side.kind === "open") return "";
  return side.kind === "found" ? side.credential.slug : side.address;
}
