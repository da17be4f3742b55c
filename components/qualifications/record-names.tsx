import { Fragment } from "react";
import type { NamedRecord } from "@/features/record-names/view";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { RecordName } from "./record-name";
import { recordKey } from "./record-text";

interface Props {
  locale: Locale;
  records: readonly NamedRecord[];
  /** How many are named; the others are only counted. */
  most?: number;
}

const MOST = 8;

/** Several records in one line. */
export function RecordNames({ locale, records, most = MOST }: Props) {
  const hidden = records.length - most;
  const shown = hidden > 1 ? records.slice(0, most) : records;
  return (
    <>
      {shown.map((named, index) => (
        <Fragment key={recordKey(named)}>
          {index > 0 && ", "}
          <RecordName locale={locale} record={named} />
        </Fragment>
      ))}
      {hidden > 1 && ` ${translator(locale)("stacking.and-more", { count: hidden })}`}
    </>
  );
}
