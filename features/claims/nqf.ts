import type { EqfLevel } from "@/features/vocabularies/eqf";
import { parseEqfLevel } from "@/features/vocabularies/eqf";
import data from "./data/nqf-levels.json";

/** How well the row is known. A: published referencing; B: read the national report before relying on it. */
export type Confidence = "A" | "B";

export interface NqfLevel {
  /** As its country writes it: "6", "5.1", "4+", "Entry". */
  level: string;
  /** `http://data.europa.eu/snb/qdr/c_…`; null where the EU list has none. */
  uri: string | null;
  /** Null: below the levels of the EQF. */
  eqf: EqfLevel | null;
  confidence: Confidence;
}

export interface NqfFramework {
  /** Country, or part of it where it has several frameworks: "FI", "BE-nl", "UK-SCT". */
  area: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  name: string;
  /** It was referenced to the EQF once and no longer takes part, or was replaced. */
  isHistoric: boolean;
  /** From the lowest to the highest. */
  levels: readonly NqfLevel[];
}

const NQF_ADDRESS = "http://data.europa.eu/snb/qdr/";

export const nqfFrameworks: readonly NqfFramework[] = data.frameworks.map((framework) => ({
  ...framework,
  levels: framework.levels.map(([level, code, eqf, confidence]) => ({
    level: String(level),
    uri: code === null ? null : `${NQF_ADDRESS}${code}`,
    eqf: eqf === null || eqf === undefined ? null : parseEqfLevel(eqf),
    confidence: confidence === "A" ? "A" : "B",
  })),
}));

const rows: ReadonlyMap<string, NqfLevel & { framework: NqfFramework }> = new Map(
  nqfFrameworks.flatMap((framework) =>
    framework.levels.flatMap((level) =>
      level.uri === null ? [] : [[level.uri, { ...level, framework }] as const],
    ),
  ),
);

/** The level with this address; null where the EU list, as we hold it, has none. */
export const nqfLevel = (uri: string): (NqfLevel & { framework: NqfFramework }) | null =>
  rows.get(uri) ?? null;
