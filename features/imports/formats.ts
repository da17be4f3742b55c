import { csvFormat } from "@/features/csv/format";
import { elmFormat } from "@/features/elm/format";
import type { CourseFormat } from "@/features/exchange/draft";
import { koutaFormat } from "@/features/kouta/format";
import type { SourceClass } from "@/features/sources/view";
import { ugovFormat } from "@/features/ugov/format";

/** A format of courses, and what a source of it is: the provider's own word, or a register's. */
export interface KnownFormat {
  format: CourseFormat;
  sourceClass: SourceClass;
}

const KNOWN_FORMATS: readonly KnownFormat[] = [
  { format: elmFormat, sourceClass: "provider" },
  { format: ugovFormat, sourceClass: "provider" },
  { format: koutaFormat, sourceClass: "authoritative" },
  { format: csvFormat, sourceClass: "provider" },
];

/** No feeds of courses: each has a pipeline of its own, in the feature of its name. */
export const ESCO = "esco";
export const PROGRAMME = "programme";
export const PATHWAY = "pathway";
export const DEQAR = "deqar";
export const REGISTER = "register";
export const EVIDENCE = "evidence";

export const FORMAT_NAMES: readonly string[] = [
  ESCO,
  ...KNOWN_FORMATS.map(({ format }) => format.name),
  PROGRAMME,
  PATHWAY,
  DEQAR,
  REGISTER,
  EVIDENCE,
];

export const findFormat = (name: string): KnownFormat | null =>
  KNOWN_FORMATS.find(({ format }) => format.name === name) ?? null;
