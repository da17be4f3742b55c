import { RecordName } from "@/components/qualifications/record-name";
import record from "@/components/ui/record.module.css";
import type { HeldRecord } from "@/features/record-names/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

/** A record that shows it, or that there is none today. */
export function TrustExample({ locale, record: example }: { locale: Locale; record: HeldRecord | null }) {
  const t = translator(locale);
  if (!example) return <span className={record.quiet}>{t("trust.no-example")}</span>;
  return (
    <>
      {t("trust.example")} <RecordName locale={locale} record={example} />
    </>
  );
}
