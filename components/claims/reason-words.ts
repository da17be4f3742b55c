import type { BodyRef } from "@/features/judgements/view";
import type { ReasonWords } from "@/features/trust-words/reason-message";
import { formatDay, formatHundredths, formatNumber } from "@/lib/format";
import { pickText } from "@/lib/language-map";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

/** What a page lends to the sentences of trust. */
export function reasonWords(locale: Locale, bodies: readonly BodyRef[]): ReasonWords {
  const t = translator(locale);
  const names = new Map(
    bodies.map(({ id, name, defaultLanguage }) => [id, pickText(name, locale, defaultLanguage)?.text]),
  );
  return {
    day: (day) => formatDay(locale, day),
    provider: (id) => names.get(id) ?? t("trust.words.another-body"),
    credits: (hundredths) => formatHundredths(locale, hundredths),
    number: (value) => formatNumber(locale, value),
    kind: (kind) => t(`trust.kinds.${kind}`),
    label: (label) => t(`trust.labels.${label}`),
    word: (word) => t(`trust.words.${word}`),
  };
}
