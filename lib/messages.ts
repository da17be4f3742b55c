import { createTranslator } from "use-intl/core";
import en from "@/messages/en.json";
import fi from "@/messages/fi.json";
import type { Locale } from "./locales";

export type Messages = typeof en;

const translate = (locale: Locale, messages: Messages) => createTranslator({ locale, messages });

/** Words of the interface by their path in messages/, in ICU syntax: `t("search.results", { count: 3 })`. */
export type Translator = ReturnType<typeof translate>;

// Made once, because each compiles a message at its first use and keeps it.
const translators: Readonly<Record<Locale, Translator>> = {
  en: translate("en", en),
  fi: translate("fi", fi),
};

export const translator = (locale: Locale): Translator => translators[locale];
