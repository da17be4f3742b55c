import type { Run } from "@/features/courses/schema";
import type { Remark } from "./codes";
import { joined, type ReadTexts } from "./localized";
import type { Toteutus } from "./record-schema";
import { numberOf } from "./workload";

export type Price = Pick<Run, "priceKind" | "priceCents" | "currency" | "priceNote">;

const FIELD = "metadata.opetus.maksut";

/** Fees of Kouta are in euro. The words about fees and grants become the note, whatever the fee. */
export function priceOf({ metadata }: Toteutus, read: ReadTexts, remark: Remark): Price {
  const teaching = metadata?.opetus;
  const priceNote = joined([read(teaching?.maksullisuusKuvaus), read(teaching?.apuraha?.kuvaus)], "\n\n");
  const unknown: Price = { priceKind: "unknown", priceCents: null, currency: null, priceNote };

  const fees = teaching?.maksut ?? [];
  const paid = fees.filter(({ maksullisuustyyppi }) => maksullisuustyyppi === "maksullinen");
  const isFree = fees.some(({ maksullisuustyyppi }) => maksullisuustyyppi === "maksuton");
  const [fee] = paid;
  if (fee === undefined) {
    if (isFree) return { ...unknown, priceKind: "free" };
    if (fees.length > 0) {
      remark(
        "hint",
        FIELD,
        "fee-of-some",
        "Only the fee of students from outside the EU and EEA is stated; the price stays not stated.",
      );
    }
    return unknown;
  }
  if (isFree || paid.length > 1) {
    remark(
      "warn",
      FIELD,
      "fees-contradict",
      "It is free and has a fee, or has several; the price was left out. State one.",
    );
    return unknown;
  }
  const amount = numberOf(fee.maksunMaara ?? 0);
  if (amount.ok && amount.hundredths > 0) {
    return { ...unknown, priceKind: "paid", priceCents: amount.hundredths, currency: "EUR" };
  }
  remark(
    "warn",
    FIELD,
    "fee-unreadable",
    "It has a fee, but no amount above 0 that is a number. State maksunMaara in euro.",
  );
  return unknown;
}
