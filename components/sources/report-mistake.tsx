import { env } from "@/lib/env";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

/** A letter to the operator that already names the page; nothing where no contact is set. */
export function ReportMistake({ locale, address }: { locale: Locale; address: string }) {
  const t = translator(locale);
  const contact = env().CAIRN_CONTACT;
  if (!contact) return null;
  const subject = encodeURIComponent(t("source.mistake-subject"));
  return (
    <p>
      <a href={`mailto:${contact}?subject=${subject}&body=${encodeURIComponent(address)}`}>
        {t("source.report-mistake")}
      </a>
    </p>
  );
}
