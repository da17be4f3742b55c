import { reasonWords } from "@/components/claims/reason-words";
import type { SayReason } from "@/features/judgements/open-judgement";
import { reasonMessage } from "@/features/trust-words/reason-message";
import { DEFAULT_LOCALE } from "@/lib/locales";
import { translator } from "@/lib/messages";

/** The sentence that the pages say, in the default language. */
export const sayReason: SayReason = (reason, bodies) => {
  const { key, values } = reasonMessage(reason, reasonWords(DEFAULT_LOCALE, bodies));
  return translator(DEFAULT_LOCALE)(`trust.reasons.${key}`, values);
};
