import { formatHundredths, parseDecimal } from "@/features/exchange/decimal";
import { iscedFields } from "@/features/vocabularies/isced-f";
import type { Hundredths } from "./programme";

/**
 * One value of the `hold` parameter: `SLUG[~YYYY-MM]` or `own~TITLE~ECTS~EQF~YYYY-MM~ISCEDF~COUNTRY`, where an empty part
 * is not stated (null) and a title holds no "~".
 */
export type Hold =
  | { kind: "catalogue"; slug: string; month: string | null }
  | {
      kind: "own";
      title: string;
      credits: Hundredths | null;
      eqf: number | null;
      month: string | null;
      field: string | null;
      country: string | null;
    };

export type HoldReading =
  | { ok: true; hold: Hold }
  | { ok: false; part: "slug" | "title" | "credits" | "eqf" | "month" | "field" | "country" | "parts" };

const MAX_LENGTH = 400;
const MAX_TITLE = 200;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MONTH = /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/;
const DECIMAL = /^\d{1,5}(?:\.\d{1,2})?$/;

/** Reads one value, already percent-decoded. Names the first part that does not parse. */
export function parseHold(value: string): HoldReading {
  if (value.length > MAX_LENGTH) return { ok: false, part: "parts" };
  const parts = value.split("~");
  return parts[0] === "own" && parts.length > 2 ? parseOwn(parts) : parseCatalogue(parts);
}

function parseCatalogue(parts: string[]): HoldReading {
  const [slug = "", month = ""] = parts;
  if (parts.length > 2) return { ok: false, part: "parts" };
  if (!SLUG.test(slug)) return { ok: false, part: "slug" };
  if (month !== "" && !MONTH.test(month)) return { ok: false, part: "month" };
  return { ok: true, hold: { kind: "catalogue", slug, month: month || null } };
}

function parseOwn(parts: string[]): HoldReading {
  if (parts.length > 7) return { ok: false, part: "parts" };
  const [, title = "", credits = "", eqf = "", month = "", field = "", country = ""] = parts;
  if (title.trim() === "" || title.trim() !== title || title.length > MAX_TITLE)
    return { ok: false, part: "title" };
  const reading = credits === "" ? null : parseDecimal(credits);
  if (reading && !(reading.ok && DECIMAL.test(credits))) return { ok: false, part: "credits" };
  if (eqf !== "" && !/^[1-8]$/.test(eqf)) return { ok: false, part: "eqf" };
  if (month !== "" && !MONTH.test(month)) return { ok: false, part: "month" };
  if (field !== "" && !iscedFields.has(field)) return { ok: false, part: "field" };
  if (country !== "" && !/^[A-Z]{2}$/.test(country)) return { ok: false, part: "country" };
  return {
    ok: true,
    hold: {
      kind: "own",
      title,
      credits: reading?.ok ? reading.hundredths : null,
      eqf: eqf === "" ? null : Number(eqf),
      month: month || null,
      field: field || null,
      country: country || null,
    },
  };
}

/** The value that `parseHold` reads back as the same. A "~" in a title becomes a space. */
export function formatHold(hold: Hold): string {
  if (hold.kind === "catalogue") return hold.month === null ? hold.slug : `${hold.slug}~${hold.month}`;
  const { title, credits, eqf, month, field, country } = hold;
  const parts = [
    title.replaceAll("~", " ").trim().slice(0, MAX_TITLE).trim(),
    credits === null ? "" : formatHundredths(credits),
    eqf ?? "",
    month ?? "",
    field ?? "",
    country ?? "",
  ];
  return `own~${parts.join("~")}`;
}
