import { env } from "@/lib/env";
import type { Locale } from "@/lib/locales";
import { translator } from "@/lib/messages";

/** Who runs this portal, as its settings say; else the words for not having said. */
export const operatorName = (locale: Locale): string =>
  env().CAIRN_OPERATOR ?? translator(locale)("site.no-operator");
