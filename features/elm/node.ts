import { htmlToText } from "@/features/exchange/html-text";
import type { LanguageMap } from "@/lib/language-map";
import type { ElmType } from "./shapes";

/** Something wrong with an element, or worth a word. */
export interface Fault {
  severity: "refuse" | "warn" | "hint";
  /** Name of the element in the words of the file. */
  field: string | null;
  rule: string;
  /** With the place: the line of an XML file, the path within the object. */
  message: string;
}

export type ElmValue =
  | { kind: "lang"; language: string; text: string }
  | { kind: "text"; text: string }
  | { kind: "code"; uri: string }
  | { kind: "part"; node: ElmNode }
  | { kind: "link"; id: string }
  | { kind: "unread" };

/** An object of either encoding, by the names that properties have in LOQ XML. */
export class ElmNode {
  readonly values = new Map<string, ElmValue[]>();
  /** Own faults and those of its parts. */
  readonly faults: Fault[] = [];

  constructor(
    readonly type: ElmType,
    readonly id: string,
    /** Where it stands, to begin a message with: "Line 12: learningOpportunity". */
    readonly place: string,
  ) {}

  add(property: string, value: ElmValue): void {
    const values = this.values.get(property);
    if (values) values.push(value);
    else this.values.set(property, [value]);
  }

  has(property: string): boolean {
    return this.values.has(property);
  }

  /** Plain text in each language; several in one language become paragraphs. */
  lang(property: string): LanguageMap | null {
    const texts: Record<string, string> = {};
    for (const value of this.values.get(property) ?? []) {
      if (value.kind !== "lang") continue;
      const text = htmlToText(value.text);
      const earlier = texts[value.language];
      if (text !== "") texts[value.language] = earlier === undefined ? text : `${earlier}\n\n${text}`;
    }
    return Object.keys(texts).length === 0 ? null : texts;
  }

  texts(property: string): string[] {
    return (this.values.get(property) ?? []).flatMap((value) => (value.kind === "text" ? [value.text] : []));
  }

  text(property: string): string | null {
    return this.texts(property)[0] ?? null;
  }

  codes(property: string): string[] {
    return (this.values.get(property) ?? []).flatMap((value) => (value.kind === "code" ? [value.uri] : []));
  }

  parts(property: string): ElmNode[] {
    return (this.values.get(property) ?? []).flatMap((value) => (value.kind === "part" ? [value.node] : []));
  }

  links(property: string): string[] {
    return (this.values.get(property) ?? []).flatMap((value) => (value.kind === "link" ? [value.id] : []));
  }
}

/** One file: its objects by id, in its order. */
export interface ElmGraph {
  nodes: ReadonlyMap<string, ElmNode>;
  /** True for the namespaces after 3.1, which also place a level on a learning achievement specification. */
  isNewer: boolean;
  /** What the encoding calls a property. */
  wordFor(property: string): string;
  /** Findings about the file and no object of it. */
  faults: readonly Fault[];
}

/** The objects that a property links to, as far as the file holds them. */
export function follow(graph: ElmGraph, node: ElmNode, property: string): ElmNode[] {
  return node.links(property).flatMap((id) => graph.nodes.get(id) ?? []);
}
