import { recordText } from "@/components/qualifications/record-text";
import type { HeldView, PlanView } from "@/features/plans/plan-view";
import type { QualificationDetail } from "@/features/qualifications/view";
import type { NamedRecord } from "@/features/record-names/view";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";

/** What the ids of an audit or a plan stand for, for one reader. */
export interface PlanNames {
  part: (id: string) => string;
  record: (id: string) => NamedRecord;
  rule: (id: string) => PlanView["rules"][string] | undefined;
  /** Of an achievement. */
  held: (id: string) => string;
  /** Hundredths; null where it states none. */
  heldCredits: (id: string) => number | null;
  qualification: QualificationDetail;
}

export function planNames(
  locale: Locale,
  view: Pick<PlanView, "held" | "parts" | "names" | "rules">,
  qualification: QualificationDetail,
): PlanNames {
  const held = new Map(view.held.map((item) => [item.id, heldTitle(locale, item)]));
  return {
    part: (id) => pickText(view.parts[id]?.title, locale, "en")?.text ?? id,
    record: (id) => view.names[id] ?? { kind: "elsewhere", ref: { scheme: "id", value: id } },
    rule: (id) => view.rules[id],
    held: (id) => held.get(id) ?? id,
    heldCredits: (id) => view.held.find((item) => item.id === id)?.credits ?? null,
    qualification,
  };
}

export function heldTitle(locale: Locale, { record, title, hold }: HeldView): string {
  return title ?? (record ? recordText(locale, record) : hold);
}
