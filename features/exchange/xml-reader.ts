import { SaxesParser } from "saxes";

export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  /** Namespace address; "" where there is none. */
  readonly namespace: string;
  /** By local name; an attribute with a namespace of its own as "{namespace}name". */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The element's own characters, without those of its children; whitespace as it stands. */
  readonly text: string;
  /** Line of the opening tag, from 1. */
  readonly line: number;
}

export type XmlReading = { ok: true; root: XmlElement } | { ok: false; line: number | null; message: string };

export const XML_LIMITS = { bytes: 64 * 1024 * 1024, depth: 64, nodes: 2_000_000 } as const;

/**
 * Reads one UTF-8 document into a tree. Document type declarations are refused, and with them every entity of one's
 * own: nothing outside the bytes is ever looked at.
 */
export function readXml(bytes: Uint8Array): XmlReading {
  if (bytes.byteLength > XML_LIMITS.bytes) {
    return refused(null, `The file is larger than ${XML_LIMITS.bytes / 1024 / 1024} MiB. Split it.`);
  }
  if (isUtf16(bytes)) return refused(null, "The file is UTF-16. Save it as UTF-8.");
  let source: string;
  try {
    source = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refused(null, "The file holds bytes that are not UTF-8. Save it as UTF-8.");
  }
  try {
    return { ok: true, root: parse(source) };
  } catch (error) {
    if (error instanceof XmlRefusal) return refused(error.line, error.message);
    throw error;
  }
}

/** The first child of that name, else null. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((child) => child.name === name) ?? null;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Trimmed characters of the first child of that name; null where it is absent or blank. */
export function childText(element: XmlElement, name: string): string | null {
  return childOf(element, name)?.text.trim() || null;
}

class XmlRefusal extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

type Growing = Omit<XmlElement, "text" | "children"> & { text: string; children: XmlElement[] };

function parse(source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: Growing[] = [];
  let root: XmlElement | null = null;
  let nodes = 0;
  let line = 1;

  const count = (added: number) => {
    nodes += added;
    if (nodes > XML_LIMITS.nodes) {
      throw new XmlRefusal(
        parser.line,
        `More than ${XML_LIMITS.nodes} elements and attributes. Split the file.`,
      );
    }
  };
  const addText = (text: string) => {
    const current = open.at(-1);
    if (current) current.text += text;
  };

  parser.on("error", (error) => {
    throw new XmlRefusal(parser.line, `Not well-formed XML: ${error.message.replace(/^\d+:\d+: /, "")}`);
  });
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
      throw new XmlRefusal(parser.line, `The encoding is declared as ${encoding}. Save the file as UTF-8.`);
    }
  });
  parser.on("doctype", () => {
    throw new XmlRefusal(parser.line, "A document type declaration (DOCTYPE) is not allowed. Remove it.");
  });
  parser.on("opentagstart", () => {
    // The character after the name is read already: after a line break the name was on the line before.
    line = parser.column === 0 ? parser.line - 1 : parser.line;
    count(1);
    if (open.length >= XML_LIMITS.depth) {
      throw new XmlRefusal(line, `Elements are nested more than ${XML_LIMITS.depth} deep.`);
    }
  });
  parser.on("opentag", (tag) => {
    const attributes = new Map<string, string>();
    for (const { local, prefix, uri, value } of Object.values(tag.attributes)) {
      count(1);
      attributes.set(prefix === "" || uri === "" ? local : `{${uri}}${local}`, value);
    }
    open.push({ name: tag.local, namespace: tag.uri, attributes, children: [], text: "", line });
  });
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const closed = open.pop();
    if (!closed) return;
    const parent = open.at(-1);
    if (parent) parent.children.push(closed);
    else root = closed;
  });

  parser.write(source).close();
  if (root === null) throw new XmlRefusal(parser.line, "Not well-formed XML: there is no root element.");
  return root;
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (
    (first === 0xfe && second === 0xff) ||
    (first === 0xff && second === 0xfe) ||
    (first === 0x3c && second === 0) ||
    (first === 0 && second === 0x3c)
  );
}

const refused = (line: number | null, message: string): XmlReading => ({ ok: false, line, message });
