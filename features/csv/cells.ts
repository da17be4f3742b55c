import { type DecimalReading, formatHundredths, parseDecimal } from "@/features/exchange/decimal";
import { htmlToText } from "@/features/exchange/html-text";
import { parseCountry } from "@/features/vocabularies/countries";
import { parseLanguage } from "@/features/vocabularies/languages";
import { parseNuts } from "@/features/vocabularies/nuts";
import type { Day } from "@/lib/dates";
import type { LanguageMap } from "@/lib/language-map";
import { parseDay, splitCodes, splitTexts } from "./cell-text";

/** One cell with the row that it stands in. */
export interface Cell {
  text: string;
  row: number;
}

/** Takes a finding about a cell; `row` is null where the cell is empty in every row. */
export type Report = (
  severity: "refuse" | "warn",
  column: string,
  rule: string,
  message: string,
  row: number | null,
) => void;

/** A list of codes as features/vocabularies has them, or a plain one. */
export interface Codes<C extends string> {
  readonly codes: readonly C[];
  fromUri?(uri: string): C | null;
}

/**
 * The cells of one record, read column by column. What cannot be read is reported and comes back as not stated, so that
 * one reading finds every fault of the record.
 */
export class Cells {
  private readonly cells: ReadonlyMap<string, Cell>;
  private readonly prefix: string;
  readonly report: Report;

  constructor(cells: ReadonlyMap<string, Cell>, report: Report, prefix = "") {
    this.cells = cells;
    this.report = report;
    this.prefix = prefix;
  }

  /** The same cells with a prefix put before each name. */
  within(prefix: string): Cells {
    return new Cells(this.cells, this.report, prefix);
  }

  text(name: string): string | null {
    return this.cells.get(this.prefix + name)?.text.trim() || null;
  }

  refuse(name: string, message: string): null {
    return this.note("refuse", name, "unreadable-value", message);
  }

  warn(name: string, rule: string, message: string): null {
    return this.note("warn", name, rule, message);
  }

  private note(severity: "refuse" | "warn", name: string, rule: string, message: string): null {
    const column = this.prefix + name;
    this.report(severity, column, rule, message, this.rowOf(column));
    return null;
  }

  /** The row of a cell, of a language's cell of that text, or the first row of the record. */
  private rowOf(column: string): number | null {
    const exact = this.cells.get(column);
    if (exact) return exact.row;
    const localised = [...this.cells].find(
      ([key]) => key.startsWith(`${column}_`) && key.length === column.length + 3,
    );
    return (localised ?? [...this.cells][0])?.[1].row ?? null;
  }

  /** The cells of a text by language, in the order of the columns; one without a language is the default language's. */
  private byLanguage(name: string): [language: string, text: string][] {
    const start = `${this.prefix + name}_`;
    const found = new Map<string, string>();
    for (const [key, { text }] of this.cells) {
      const language = key.slice(start.length);
      if (key.startsWith(start) && language.length === 2) found.set(language, text);
    }
    const bare = this.cells.get(this.prefix + name);
    if (bare) {
      const language = parseLanguage(this.text("default_language") ?? "");
      if (language === null) {
        this.refuse(name, `The language is not named. Name the column ${start}en, ${start}fi or the like.`);
      } else if (found.has(language)) {
        this.refuse(name, `The text is there twice: here and in ${start}${language}. Keep one.`);
      } else {
        found.set(language, bare.text);
      }
    }
    return [...found];
  }

  private withoutHtml(name: string, text: string): string {
    if (!/<\/[a-z][a-z0-9]{0,10}\s*>|<br\s*\/?>/i.test(text)) return text;
    this.warn(name, "html", "HTML was turned into plain text. Write plain text.");
    return htmlToText(text);
  }

  localised(name: string): LanguageMap | null {
    const texts = this.byLanguage(name)
      .map(([language, text]): [string, string] => [language, this.withoutHtml(name, text).trim()])
      .filter(([, text]) => text !== "");
    return texts.length === 0 ? null : Object.fromEntries(texts);
  }

  /** Texts of several items in each language: item n of one language is item n of the others. Items may be empty. */
  localisedLists(name: string): LanguageMap[] {
    const lists = this.byLanguage(name).map(([language, cell]): [string, string[]] => {
      const text = this.withoutHtml(name, cell);
      const items = text === cell ? text : text.replace(/\n+/g, "\n").replace(/^• /gm, "");
      return [language, splitTexts(items)];
    });
    const length = Math.max(0, ...lists.map(([, items]) => items.length));
    return Array.from({ length }, (_, at) =>
      Object.fromEntries(lists.flatMap(([language, items]) => (items[at] ? [[language, items[at]]] : []))),
    );
  }

  /** The cell as it stands, for lists in which a first empty line counts. */
  lines(name: string): string[] {
    return this.cells.get(this.prefix + name)?.text.split("\n") ?? [];
  }

  texts(name: string): string[] {
    return splitTexts(this.text(name) ?? "").filter((text) => text !== "");
  }

  code<C extends string>(name: string, list: Codes<C>): C | null {
    const text = this.text(name);
    return text === null ? null : this.oneCode(name, text, list);
  }

  codes<C extends string>(name: string, list: Codes<C>): C[] {
    return this.each(name, (text) => this.oneCode(name, text, list));
  }

  private oneCode<C extends string>(name: string, text: string, list: Codes<C>): C | null {
    const written = text.toLowerCase().replace(/[\s_]+/g, "-");
    const code = list.codes.find((known) => known === written) ?? list.fromUri?.(text) ?? null;
    return code ?? this.refuse(name, `"${text}" is not known here. Use one of: ${list.codes.join(", ")}.`);
  }

  private each<T>(name: string, read: (text: string) => T | null): T[] {
    const values = splitCodes(this.text(name) ?? "").flatMap((text) => read(text) ?? []);
    return [...new Set(values)];
  }

  /** Codes of another list, read by `parse`; unknown ones are left out with a warning that names the remedy. */
  parsedCodes(name: string, parse: (text: string) => string | null, remedy: string): string[] {
    return this.each(
      name,
      (text) => parse(text) ?? this.warn(name, "unknown-code", `"${text}" is left out: unknown. ${remedy}`),
    );
  }

  languages(name: string): string[] {
    return this.each(name, (text) => this.oneLanguage(name, text));
  }

  language(name: string): string | null {
    const text = this.text(name);
    return text === null ? null : this.oneLanguage(name, text);
  }

  private oneLanguage(name: string, text: string): string | null {
    return (
      parseLanguage(text) ?? this.refuse(name, `"${text}" is no language. Use ISO 639-1, such as en or fi.`)
    );
  }

  country(name: string): string | null {
    const text = this.text(name);
    if (text === null) return null;
    return (
      parseCountry(text) ?? this.refuse(name, `"${text}" is no country. Use ISO 3166, such as FI or SE.`)
    );
  }

  region(name: string): string | null {
    const text = this.text(name);
    if (text === null) return null;
    return (
      parseNuts(text) ??
      this.warn(name, "unknown-code", `"${text}" is left out: it is no NUTS region. Use a code such as FI1B.`)
    );
  }

  day(name: string): Day | null {
    const text = this.text(name);
    if (text === null) return null;
    return parseDay(text) ?? this.refuse(name, `"${text}" is no date. Write it as 2027-01-31.`);
  }

  yes(name: string): boolean {
    const text = this.text(name)?.toLowerCase() ?? "no";
    if (["yes", "true", "1"].includes(text)) return true;
    if (!["no", "false", "0"].includes(text)) this.refuse(name, `"${text}" is neither yes nor no.`);
    return false;
  }

  /** In hundredths, above 0; a zero is not stated and warned of. */
  hundredths(name: string, maxHundredths: number): number | null {
    const value = this.amount(name, maxHundredths);
    if (value !== 0) return value;
    return this.warn(name, "zero", "0 counts as not stated. Leave the cell empty.");
  }

  /** In hundredths, 0 included. */
  amount(name: string, maxHundredths: number): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const reading = parseDecimal(text);
    if (!reading.ok) return this.refuse(name, `"${text}" ${DECIMAL_FAULTS[reading.reason]}`);
    if (reading.hundredths > maxHundredths) {
      return this.refuse(name, `${text} is too much: at most ${formatHundredths(maxHundredths)}.`);
    }
    return reading.hundredths;
  }

  whole(name: string, min: number, max: number): number | null {
    const value = this.amount(name, max * 100);
    if (value === null) return null;
    if (value % 100 !== 0 || value < min * 100) {
      return this.refuse(name, `"${this.text(name)}" must be a whole number of at least ${min}.`);
    }
    return value / 100;
  }
}

type DecimalFault = Extract<DecimalReading, { ok: false }>["reason"];

const DECIMAL_FAULTS: Readonly<Record<DecimalFault, string>> = {
  "not-a-number": "is no number. Write digits only, such as 2.5 or 2,5.",
  negative: "is below zero.",
  "too-many-decimals": "has more than two decimals. Round it.",
  ambiguous: "can be read in two ways. Write 1250 or 1.25.",
  "too-large": "is too large.",
};
