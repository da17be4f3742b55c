import type { Mode, Schedule } from "@/features/courses/schema";
import type { Severity } from "@/features/exchange/draft";
import { parseEqfLevel } from "@/features/vocabularies/eqf";
import { iscedFields } from "@/features/vocabularies/isced-f";
import type { Code, Koulutus } from "./record-schema";

/** Adds a note about the record in hand; `field` in the words of Kouta. */
export type Remark = (severity: Severity, field: string, rule: string, message: string) => void;

/** "opetuspaikkakk_1#1" -> "opetuspaikkakk_1": the version says nothing of the meaning. */
export const codeOf = (code: Code | null | undefined): string => code?.koodiUri?.split("#")[0] ?? "";

const LANGUAGES: ReadonlyMap<string, readonly string[]> = new Map([
  ["oppilaitoksenopetuskieli_1", ["fi"]],
  ["oppilaitoksenopetuskieli_2", ["sv"]],
  ["oppilaitoksenopetuskieli_3", ["fi", "sv"]],
  ["oppilaitoksenopetuskieli_4", ["en"]],
  ["oppilaitoksenopetuskieli_5", ["se"]],
]);

const MODES: ReadonlyMap<string, readonly Mode[]> = new Map([
  ["opetuspaikkakk_1", ["presential"]],
  ["opetuspaikkakk_2", ["online"]],
  ["opetuspaikkakk_3", ["online"]],
  ["opetuspaikkakk_4", ["blended"]],
  // Studying on one's own: says nothing of where.
  ["opetuspaikkakk_5", []],
]);

const SCHEDULES: ReadonlyMap<string, readonly Schedule[]> = new Map([
  ["opetusaikakk_1", ["day"]],
  ["opetusaikakk_2", ["evening"]],
  ["opetusaikakk_3", ["weekend"]],
  ["opetusaikakk_4", ["day", "evening"]],
  ["opetusaikakk_5", ["self-paced"]],
]);

type Codes = readonly Code[] | null | undefined;

export const languagesOfTeaching = (codes: Codes, remark: Remark) =>
  translated(codes, LANGUAGES, "metadata.opetus.opetuskieli", remark);

export const modesOf = (codes: Codes, remark: Remark) =>
  translated(codes, MODES, "metadata.opetus.opetustapa", remark);

export const schedulesOf = (codes: Codes, remark: Remark) =>
  translated(codes, SCHEDULES, "metadata.opetus.opetusaika", remark);

function translated<T extends string>(
  codes: Codes,
  table: ReadonlyMap<string, readonly T[]>,
  field: string,
  remark: Remark,
): T[] {
  const found = (codes ?? []).flatMap((code) => {
    const meaning = table.get(codeOf(code));
    if (!meaning) {
      remark(
        "hint",
        field,
        "code-unknown",
        `The code "${codeOf(code)}" has no counterpart here; it was left out.`,
      );
    }
    return meaning ?? [];
  });
  return [...new Set(found)];
}

const FIELD = /^kansallinenkoulutusluokitus2016koulutusalataso[123]_(\d{2,4})$/;

/**
 * ISCED-F fields: the national classification of 2016 uses the same numbers, but for fields of its own that span
 * several others ("0918", "0928"), which are interdisciplinary ones there ("0988").
 */
export function fieldsOf({ koulutuskoodienAlatJaAsteet, metadata }: Koulutus, remark: Remark): string[] {
  const stated = [
    ...(koulutuskoodienAlatJaAsteet ?? []).flatMap(({ koulutusalaKoodiUrit }) => koulutusalaKoodiUrit ?? []),
    ...(metadata?.koulutusala ?? []).flatMap(({ koodiUri }) => koodiUri ?? []),
  ].map((uri) => uri.split("#")[0] ?? "");
  const numbers = new Set(stated.flatMap((uri) => FIELD.exec(uri)?.[1] ?? []));
  const fields = new Set<string>();
  for (const number of numbers) {
    const field = /^\d\d[12]8$/.test(number) ? `${number.slice(0, 2)}88` : number;
    if (iscedFields.has(field)) fields.add(field);
    else {
      remark(
        "hint",
        "metadata.koulutusala",
        "field-unmapped",
        `The field ${number} of the national classification is none of ISCED-F; it was left out.`,
      );
    }
  }
  return [...fields].filter((one) => ![...fields].some((other) => other !== one && other.startsWith(one)));
}

/** The one level of the programme; null where none is stated, or several. */
export function eqfOf({ eqf }: Koulutus, remark: Remark): number | null {
  const levels = new Set(
    (eqf ?? [])
      .map((code) => parseEqfLevel(codeOf(code).replace(/^eqf_0?/, "")))
      .filter((level) => level !== null),
  );
  if (levels.size > 1) {
    const list = [...levels].join(" and ");
    remark(
      "warn",
      "eqf",
      "levels-several",
      `It states EQF levels ${list}; none was taken. State one for each programme.`,
    );
    return null;
  }
  return [...levels][0] ?? null;
}
