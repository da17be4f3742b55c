import { codeList } from "./code-list";

/** Levels of the European Qualifications Framework, as numbers: records and search hold these. */
export const EQF_LEVELS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type EqfLevel = (typeof EQF_LEVELS)[number];

export const eqfUri = (level: EqfLevel): string => `http://data.europa.eu/snb/eqf/${level}`;

/** The same levels as codes "1" to "8", as addresses and URL parameters write them. */
export const eqfLevels = codeList(
  EQF_LEVELS.map((level) => ({
    code: `${level}` as const,
    label: { en: `EQF level ${level}`, fi: `EQF-taso ${level}` },
    uri: eqfUri(level),
  })),
);

/** Reads 6, "6" or the EU's address of the level. Words are not read: a level is never derived from a title. */
export function parseEqfLevel(value: string | number): EqfLevel | null {
  const text = String(value).trim();
  const code = eqfLevels.has(text) ? text : eqfLevels.fromUri(text);
  return EQF_LEVELS.find((level) => `${level}` === code) ?? null;
}

/** Cycles of the European Higher Education Area (QF-EHEA). */
export type EheaCycle = "short" | "first" | "second" | "third";

export const eheaCycles = codeList<EheaCycle>([
  { code: "short", label: { en: "Short cycle", fi: "Lyhyt sykli" }, uri: null },
  { code: "first", label: { en: "First cycle", fi: "Ensimmäinen sykli" }, uri: null },
  { code: "second", label: { en: "Second cycle", fi: "Toinen sykli" }, uri: null },
  { code: "third", label: { en: "Third cycle", fi: "Kolmas sykli" }, uri: null },
]);

const LEVEL_OF_CYCLE = { short: 5, first: 6, second: 7, third: 8 } as const satisfies Record<
  EheaCycle,
  EqfLevel
>;

export const levelOfCycle = (cycle: EheaCycle): EqfLevel => LEVEL_OF_CYCLE[cycle];

/** Null for levels 1 to 4: they lie outside higher education. */
export function cycleOfLevel(level: EqfLevel): EheaCycle | null {
  return eheaCycles.codes.find((cycle) => LEVEL_OF_CYCLE[cycle] === level) ?? null;
}
