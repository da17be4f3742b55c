import type { EvidenceKind, Label } from "@/features/evidence/schema";
import type { Day } from "@/lib/dates";
import type { Reason, ReasonValue, ReasonWord } from "./reason";

/** What the page lends: how it writes a day, a provider, a number, and the words of `trust` in messages/. */
export interface ReasonWords {
  day(day: Day): string;
  /** Name of a provider of ours, by id. */
  provider(id: string): string;
  credits(hundredths: number): string;
  number(value: number): string;
  /** `trust.kinds.*` */
  kind(kind: EvidenceKind): string;
  /** `trust.labels.*` */
  label(label: NamedLabel): string;
  /** `trust.words.*` */
  word(word: ReasonWord): string;
}

/** Labels that have a name of their own. */
export type NamedLabel = Exclude<Label, "other">;

/** The name of the sentence below `trust.reasons` in messages/, or below `trust.steps` for a step, and the values in it. */
export function reasonMessage<Code extends string>(
  { code, params }: { code: Code; params: Reason["params"] },
  words: ReasonWords,
): { key: Code; values: Record<string, string> } {
  const values = Object.entries(params).map(([name, value]) => [name, valueText(value, words)]);
  return { key: code, values: Object.fromEntries(values) };
}

function valueText(value: ReasonValue, words: ReasonWords): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return words.number(value);
  if ("day" in value) return words.day(value.day);
  if ("provider" in value) return words.provider(value.provider);
  if ("credits" in value) return words.credits(value.credits);
  if ("eqf" in value) return `EQF ${value.eqf}`;
  if ("range" in value) return [...new Set(value.range)].map(words.number).join("–");
  if ("word" in value) return words.word(value.word);
  const { evidence, label } = value;
  return label === null || label === "other" ? words.kind(evidence) : words.label(label);
}
