import { createTranslator } from "use-intl/core";
import en from "@/messages/en.json";
import fi from "@/messages/fi.json";
import type { Locale } from "./locales";

export type Messages = typeof en;

/** Texts that are kept: to write "1 course" anew takes a hundred times as long as to find it. */
const KEPT = 5_000;

function translate(locale: Locale, messages: Messages) {
  const kept = new Map<string, string>();
  return new Proxy(createTranslator({ locale, messages }), {
    apply(write, self, asked) {
      const name = JSON.stringify(asked);
      const known = kept.get(name);
      if (known !== undefined) return known;
      const text = Reflect.apply(write, self, asked);
      if (kept.size >= KEPT) kept.clear();
      kept.set(name, text);
      return text;
    },
  });
}

/** Words of the interface by their path in messages/, in ICU syntax: `t("search.results", { count: 3 })`. */
export type Translator = ReturnType<typeof translate>;

// Made once, because each compiles a message at its first use and keeps it.
const translators: Readonly<Record<Locale, Translator>> = {
  en: translate("en", en),
  fi: translate("fi", fi),
};

export const translator = (locale: Locale): Translator => translators[locale];
