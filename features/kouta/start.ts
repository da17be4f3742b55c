import type { Run } from "@/features/courses/schema";
import { type Day, isDay } from "@/lib/dates";
import type { LanguageMap } from "@/lib/language-map";
import { codeOf, type Remark } from "./codes";
import type { ReadTexts } from "./localized";
import type { Start, Texts, Toteutus } from "./record-schema";

export type Beginning = Pick<Run, "startKind" | "startOn" | "startPrecision" | "startText" | "endOn">;

export const NOT_STATED: Beginning = {
  startKind: "not-stated",
  startOn: null,
  startPrecision: null,
  startText: null,
  endOn: null,
};

const SEASONS: ReadonlyMap<string, Texts> = new Map([
  ["kausi_k", { fi: "Kevät", sv: "Vår", en: "Spring" }],
  ["kausi_s", { fi: "Syksy", sv: "Höst", en: "Autumn" }],
]);

const PERSONAL_PLAN: Texts = {
  fi: "Henkilökohtaisen suunnitelman mukaan",
  sv: "Enligt en personlig plan",
  en: "By a personal plan",
};

/** What the offering states; else what the places to apply for agree on; else what their application rounds agree on. */
export function beginningOf(offering: Toteutus, read: ReadTexts, remark: Remark): Beginning {
  const rounds = offering.hakutiedot ?? [];
  const own = startOf(offering.metadata?.opetus?.koulutuksenAlkamiskausi, read, remark);
  return (
    own ??
    agreedOn(
      targetsOf(offering).map(({ koulutuksenAlkamiskausi }) =>
        startOf(koulutuksenAlkamiskausi, read, remark),
      ),
    ) ??
    agreedOn(rounds.map(({ koulutuksenAlkamiskausi }) => startOf(koulutuksenAlkamiskausi, read, remark))) ??
    NOT_STATED
  );
}

/** Published places to apply for (hakukohde). */
export function targetsOf({ hakutiedot }: Toteutus) {
  return (hakutiedot ?? []).flatMap(({ hakukohteet }) =>
    (hakukohteet ?? []).filter(({ tila }) => tila === "julkaistu"),
  );
}

/** Kouta writes local time; what counts is the day. */
export function dayOf(text: string | null | undefined): Day | null {
  const day = text?.slice(0, 10) ?? "";
  return isDay(day) ? day : null;
}

function agreedOn(starts: readonly (Beginning | null)[]): Beginning | null {
  const stated = starts.filter((start) => start !== null);
  const [first] = stated;
  return first && stated.every((start) => JSON.stringify(start) === JSON.stringify(first)) ? first : null;
}

function startOf(start: Start, read: ReadTexts, remark: Remark): Beginning | null {
  switch (start?.alkamiskausityyppi) {
    case "tarkka alkamisajankohta": {
      const startOn = dayOf(start.koulutuksenAlkamispaivamaara);
      const endOn = dayOf(start.koulutuksenPaattymispaivamaara);
      if (startOn !== null)
        return { ...NOT_STATED, startKind: "dated", startOn, startPrecision: "day", endOn };
      remark(
        "warn",
        "koulutuksenAlkamiskausi.koulutuksenAlkamispaivamaara",
        "date-unreadable",
        "An exact start is announced without a date. Write it as 2027-01-31T00:00.",
      );
      return null;
    }
    case "alkamiskausi ja -vuosi": {
      const season = read(SEASONS.get(codeOf(start.koulutuksenAlkamiskausi)));
      if (season === null) return null;
      const startText = withYear(season, start.koulutuksenAlkamisvuosi);
      return { ...NOT_STATED, startPrecision: "term", startText };
    }
    case "henkilokohtainen suunnitelma":
      // Not "at any time": when one starts is agreed with each person.
      return {
        ...NOT_STATED,
        startText: read(start.henkilokohtaisenSuunnitelmanLisatiedot) ?? read(PERSONAL_PLAN),
      };
    default:
      return null;
  }
}

function withYear(season: LanguageMap, year: string | number | null | undefined): LanguageMap {
  return Object.fromEntries(
    Object.entries(season).map(([language, text]) => [language, year ? `${text} ${year}` : text]),
  );
}
