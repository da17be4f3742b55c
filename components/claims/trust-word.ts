import type { Tier, TrustMark } from "@/features/trust-words/tiers";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

export function tierName(locale: Locale, tier: Tier): string {
  const t = translator(locale);
  return tier === "not-stated" ? t("words.not-stated-value") : t(`facets.trust.${tier}`);
}

/** "institution reviewed, with conditions"; the tier where there is nothing closer to say. */
export function trustWord(
  locale: Locale,
  { tier, subStatus, conditions }: Pick<TrustMark, "tier" | "subStatus"> & { conditions?: boolean },
): string {
  const t = translator(locale);
  const word = subStatus === null ? tierName(locale, tier) : t(`trust.sub-statuses.${subStatus}`);
  return conditions ? `${word}, ${t("trust.conditions")}` : word;
}
