import { LocalText } from "@/components/ui/local-text";
import { Notice } from "@/components/ui/notice";
import record from "@/components/ui/record.module.css";
import type { Side } from "@/features/equivalence/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { equivalenceAddress, type NamedPair } from "./equivalence-address";

interface Props {
  locale: Locale;
  side: Side;
  name: "a" | "b";
  named: NamedPair;
}

/** Where nothing has the address that was given: what has such a name, each a link that chooses it. */
export function UnknownSide({ locale, side, name, named }: Props) {
  const t = translator(locale);
  if (side.kind !== "unknown") return null;
  return (
    <Notice kind="information">
      <p>
        <strong>{t(`equivalence.form.${name}`)}.</strong>{" "}
        {t("equivalence.unknown", { address: side.address })}{" "}
        {side.matches.length > 0 ? t("equivalence.choose") : t("equivalence.found-none")}
      </p>
      {side.matches.length > 0 && (
        <ul className={record.list}>
          {side.matches.map(({ slug, title, defaultLanguage }) => (
            <li key={slug}>
              <LocalText
                href={equivalenceAddress(locale, { ...named, [name]: slug })}
                text={title}
                locale={locale}
                defaultLanguage={defaultLanguage}
              />
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
