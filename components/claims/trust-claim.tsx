import type { TrustVerdict } from "@/features/trust-words/tiers";
import type { Day } from "@/lib/dates";
import type { Locale } from "@/lib/locales";
import type { Judged } from "./reason-list";
import { TrustMark } from "./trust-mark";
import { Why } from "./why";

interface Props {
  locale: Locale;
  judged: Judged & { trust: TrustVerdict; at: Day };
}

/** What stands behind it, and why it is said to. */
export function TrustClaim({ locale, judged }: Props) {
  const { trust, at } = judged;
  return (
    <Why locale={locale} reasons={trust.reasons} judged={judged} at={at} changesOn={trust.changesOn}>
      <TrustMark locale={locale} mark={trust} />
    </Why>
  );
}
