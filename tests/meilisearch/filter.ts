import { Fault } from "./fault";

export type Value = string | number | boolean | null | readonly Value[];
export type Fields = Readonly<Record<string, Value | undefined>>;
/** What an attribute may be asked: not at all, whether it is equal, or also whether it is more. */
export type Askable = (attribute: string) => "not" | "equal" | "compared";
type Test = (fields: Fields) => boolean;

/** What is sent: a text, or a list of which all must hold, of texts and of lists of which one must. */
export type Filter = string | readonly (string | readonly string[])[];

export function parseFilter(filter: Filter, askable: Askable): Test {
  const one = (text: string): Test => new Parser(text, askable).parse();
  if (typeof filter === "string") return one(filter);
  const all = filter.map((part): Test => {
    if (typeof part === "string") return one(part);
    const any = part.map(one);
    return (fields) => any.some((test) => test(fields));
  });
  return (fields) => all.every((test) => test(fields));
}

const TOKEN = /\s*(?:([()[\],]|!=|>=|<=|=|>|<)|([\p{L}\p{N}_./-]+)|(["']))/uy;
const COMPARISONS: Record<string, (a: number, b: number) => boolean> = {
  ">": (a, b) => a > b,
  "<": (a, b) => a < b,
  ">=": (a, b) => a >= b,
  "<=": (a, b) => a <= b,
};

class Parser {
  private place = 0;
  private token: { text: string; isQuoted: boolean } | null = null;

  constructor(
    private readonly text: string,
    private readonly askable: Askable,
  ) {
    this.next();
  }

  parse(): Test {
    if (this.token === null) return () => true;
    const test = this.either();
    if (this.token !== null) throw this.fault(`Found unexpected characters at the end of the filter`);
    return test;
  }

  private either(): Test {
    const tests = [this.both()];
    while (this.takes("OR")) tests.push(this.both());
    return (fields) => tests.some((test) => test(fields));
  }

  private both(): Test {
    const tests = [this.not()];
    while (this.takes("AND")) tests.push(this.not());
    return (fields) => tests.every((test) => test(fields));
  }

  private not(): Test {
    if (!this.takes("NOT")) return this.condition();
    const test = this.not();
    return (fields) => !test(fields);
  }

  private condition(): Test {
    if (this.takes("(")) {
      const test = this.either();
      this.require(")");
      return test;
    }
    const attribute = this.word();
    const isNot = this.takes("NOT");
    if (this.takes("IN")) {
      const test = this.among(attribute, this.list());
      return isNot ? (fields) => !test(fields) : test;
    }
    const sign = this.word();
    if (sign === "=") return this.among(attribute, [this.word()]);
    if (sign === "!=") {
      const test = this.among(attribute, [this.word()]);
      return (fields) => !test(fields);
    }
    const compare = COMPARISONS[sign];
    if (!compare) throw this.fault(`Was expecting an operation, but instead got \`${sign}\``);
    const bound = Number(this.word());
    this.allow(attribute, "compared");
    return (fields) =>
      valuesOf(fields[attribute]).some((value) => typeof value === "number" && compare(value, bound));
  }

  private list(): string[] {
    const list: string[] = [];
    this.require("[");
    while (!this.takes("]")) {
      list.push(this.word());
      if (this.token?.text !== "]") this.require(",");
    }
    return list;
  }

  private among(attribute: string, list: readonly string[]): Test {
    this.allow(attribute, "equal");
    const known = new Set(list.map(normalized));
    return (fields) => valuesOf(fields[attribute]).some((value) => known.has(normalized(String(value))));
  }

  private allow(attribute: string, way: "equal" | "compared"): void {
    const may = this.askable(attribute);
    if (may === "not") throw this.fault(`Attribute \`${attribute}\` is not filterable`);
    if (way === "compared" && may === "equal")
      throw this.fault(`Operator is not allowed for the attribute \`${attribute}\``);
  }

  private word(): string {
    if (this.token === null) throw this.fault("Was expecting a value but instead got nothing");
    const { text } = this.token;
    this.next();
    return text;
  }

  private takes(text: string): boolean {
    if (this.token === null || this.token.isQuoted || this.token.text !== text) return false;
    this.next();
    return true;
  }

  private require(text: string): void {
    if (!this.takes(text)) throw this.fault(`Was expecting \`${text}\``);
  }

  private next(): void {
    if (this.text.slice(this.place).trim() === "") {
      this.token = null;
      return;
    }
    TOKEN.lastIndex = this.place;
    const match = TOKEN.exec(this.text);
    if (!match) throw this.fault("Was expecting an operation");
    this.place = TOKEN.lastIndex;
    this.token = match[3]
      ? { text: this.quoted(match[3]), isQuoted: true }
      : { text: match[1] ?? match[2] ?? "", isQuoted: false };
  }

  /** As there: a backslash takes the next character with it, whichever it is, but goes away only before the quote. */
  private quoted(quote: string): string {
    const start = this.place;
    for (let i = start; i < this.text.length; i++) {
      if (this.text[i] === "\\") i++;
      else if (this.text[i] === quote) {
        this.place = i + 1;
        return this.text.slice(start, i).replaceAll(`\\${quote}`, quote);
      }
    }
    throw this.fault("Expression is missing the closing delimiter");
  }

  private fault(message: string): Fault {
    return new Fault(400, "invalid_search_filter", `${message}.\n1:${this.place} ${this.text.slice(0, 100)}`);
  }
}

function valuesOf(value: Value | undefined): Value[] {
  return value === undefined ? [] : Array.isArray(value) ? [...value] : [value];
}

/** Values of facets are compared so. */
export const normalized = (value: string): string => value.trim().normalize("NFKD").toLowerCase();
