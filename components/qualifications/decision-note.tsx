import { Notice } from "@/components/ui/notice";
import type { NamedRecord } from "@/features/record-names/view";
import { formatList } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";
import { recordText } from "./record-text";

/** The sentence that every stack carries: who decides, and that nothing follows by itself. */
export function DecisionNote({ locale, deciders }: { locale: Locale; deciders: readonly NamedRecord[] }) {
  const names = formatList(locale, [...new Set(deciders.map((decider) => recordText(locale, decider)))]);
  return (
    <Notice kind="caution">
      <p>{translator(locale).rich("stacking.no-right", { body: () => <strong>{names}</strong> })}</p>
    </Notice>
  );
}
