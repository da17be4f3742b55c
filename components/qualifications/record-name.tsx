import { LocalText } from "@/components/ui/local-text";
import record from "@/components/ui/record.module.css";
import type { NamedRecord } from "@/features/record-names/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { pagePath } from "@/lib/urls";
import { recordText } from "./record-text";

const ROOMS = { course: "courses", credential: "credentials", provider: "providers" } as const;

/** A record that a programme or a rule names: a link to its page, or plainly that it is not in this catalogue. */
export function RecordName({ locale, record: named }: { locale: Locale; record: NamedRecord }) {
  const t = translator(locale);
  if (named.kind === "elsewhere")
    return (
      <>
        {recordText(locale, named)} <span className={record.quiet}>({t("stacking.not-here")})</span>
      </>
    );
  return (
    <>
      <LocalText
        href={pagePath(locale, ROOMS[named.kind], named.slug)}
        text={named.title}
        locale={locale}
        defaultLanguage={named.defaultLanguage}
      />
      {!named.isOffered && <span className={record.quiet}> ({t("stacking.not-offered")})</span>}
    </>
  );
}
