import type { Run } from "@/features/courses/schema";
import { parseMachineDecimal } from "@/features/exchange/decimal";
import { parseCurrency } from "@/features/vocabularies/currencies";
import { languages } from "@/features/vocabularies/languages";
import { modes } from "@/features/vocabularies/modes";
import { type ElmGraph, type ElmNode, follow } from "./node";
import { toPlace } from "./provider-draft";
import type { Remarks } from "./remarks";
import { noteText, oneLine, paragraphs, prose, toDay } from "./texts";

/** One learning opportunity. The languages of teaching are those of its specification. */
export function toRun(graph: ElmGraph, node: ElmNode, specification: ElmNode | null, remarks: Remarks): Run {
  const [period] = node.parts("temporal");
  const startOn = dayOf(period?.text("startDate"));
  const places = follow(graph, node, "location").map((location) => toPlace(location, remarks));
  if (places.length > 1)
    remarks.add("hint", node, "location", "first-of-several", "is there several times: the first was kept.");
  return {
    externalId: node.id,
    startKind: startOn === null ? "not-stated" : "dated",
    startOn,
    startPrecision: startOn === null ? null : "day",
    startText: startOn === null ? oneLine(period?.lang("prefLabel") ?? null) : null,
    endOn: dayOf(period?.text("endDate")),
    applyBy:
      node
        .texts("applicationDeadline")
        .flatMap((text) => toDay(text) ?? [])
        .sort()
        .at(-1) ?? null,
    modes: remarks.listed(node, "mode", modes),
    languages: specification === null ? [] : remarks.listed(specification, "language", languages),
    country: places[0]?.country ?? null,
    region: places[0]?.region ?? null,
    city: places[0]?.city ?? null,
    ...toPrice(node, remarks),
    seats: null,
    schedules: [],
    hoursPerWeek: null,
    applyUrl: null,
  };
}

const dayOf = (text: string | null | undefined) => (text ? toDay(text) : null);

type Price = Pick<Run, "priceKind" | "priceCents" | "currency" | "priceNote">;

const MAX_CENTS = 2_147_483_647;

function toPrice(node: ElmNode, remarks: Remarks): Price {
  const details = node.parts("priceDetail");
  const priceNote = paragraphs([
    ...details.flatMap((detail) => [
      oneLine(detail.lang("prefLabel")),
      prose(detail.lang("description")),
      noteText(detail, "additionalNote"),
    ]),
    ...node
      .parts("grant")
      .flatMap((grant) => [oneLine(grant.lang("title")), prose(grant.lang("description"))]),
  ]);
  const unknown: Price = { priceKind: "unknown", priceCents: null, currency: null, priceNote };
  const amounts = details.flatMap((detail) => detail.parts("amount"));
  const [amount] = amounts;
  if (amount === undefined) return unknown;
  if (amounts.length > 1)
    remarks.add("warn", node, "priceDetail", "first-of-several", "has several amounts: the first was kept.");
  const text = amount.text("value") ?? "";
  const reading = parseMachineDecimal(text);
  if (!reading.ok || reading.hundredths > MAX_CENTS) {
    remarks.add("warn", amount, "value", "price", `"${text}" is no price: left out. Write it as 250.00.`);
    return unknown;
  }
  if (reading.hundredths === 0) return { ...unknown, priceKind: "free" };
  const [currency] = remarks.codes(amount, "unit", parseCurrency);
  if (currency === undefined) return unknown;
  return { ...unknown, priceKind: "paid", priceCents: reading.hundredths, currency };
}
