import { toEuroCents } from "@/features/vocabularies/currencies";
import type { Run } from "./schema";
import type { PriceBand } from "./view";

export type Price = Pick<Run, "priceKind" | "priceCents" | "currency">;

/** The price in euro cents by the dated table of rates: 0 for free, null where it is not stated or has no rate. */
export function priceInEuroCents({ priceKind, priceCents, currency }: Price): number | null {
  if (priceKind === "free") return 0;
  if (priceKind === "unknown" || priceCents === null || currency === null) return null;
  return toEuroCents(priceCents, currency);
}

/** 100.00 and 500.00 euro belong to the middle band. */
export function priceBand(price: Price): PriceBand {
  if (price.priceKind === "free") return "free";
  const cents = priceInEuroCents(price);
  if (cents === null) return "not-stated";
  if (cents < 100_00) return "under-100";
  return cents <= 500_00 ? "100-500" : "over-500";
}
