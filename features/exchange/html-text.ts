import { decodeEntities } from "./html-entities";

/** Elements whose content is not text for a reader. */
const SKIPPED = new Set(
  "script style template head title noscript iframe object svg math audio video canvas select textarea".split(
    " ",
  ),
);
const BLOCKS = new Set(
  (
    "p div h1 h2 h3 h4 h5 h6 table section article aside header footer main nav blockquote pre hr address dl figure " +
    "form fieldset details center body"
  ).split(" "),
);
const LINES = new Set("br tr dt dd caption summary figcaption legend option".split(" "));
const LISTS = new Set(["ul", "ol", "menu", "dir"]);

/**
 * Plain text out of HTML, or out of text that may hold some: paragraphs with a blank line between them, list items as
 * lines that start with "• ". Character references are decoded once. The result holds no tag: angle brackets that were
 * meant as text and would form one ("&lt;div&gt;") become "‹div›". Without any tag in it, line breaks are kept.
 */
export function htmlToText(html: string): string {
  const { text, hasMarkup } = withoutTags(html);
  return plainText(hasMarkup ? text : decodeEntities(html));
}

function withoutTags(html: string): { text: string; hasMarkup: boolean } {
  const out = new TextBuilder();
  const tagEnd = tagEndFinder(html);
  let position = 0;
  let hasMarkup = false;
  while (position < html.length) {
    const open = html.indexOf("<", position);
    if (open === -1) break;
    const tag = readTag(html, open, tagEnd);
    if (tag === null) {
      out.text(html.slice(position, open + 1));
      position = open + 1;
      continue;
    }
    hasMarkup = true;
    out.text(html.slice(position, open));
    out.tag(tag.name, tag.isClosing);
    position = tag.end;
    if (SKIPPED.has(tag.name) && !tag.isClosing && html.charAt(tag.end - 2) !== "/") {
      position = endOfSkipped(html, tag.name, position);
    }
  }
  out.text(html.slice(position));
  return { text: out.finish(), hasMarkup };
}

interface Tag {
  /** Lower case; "" for a comment, a declaration or a processing instruction. */
  name: string;
  isClosing: boolean;
  /** Position after the tag. */
  end: number;
}

const TAG_NAME = /(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})(?=[\s/>])/y;

/** Null where the "<" is text. */
function readTag(html: string, open: number, tagEnd: (from: number) => number): Tag | null {
  if (html.startsWith("<!--", open)) {
    const close = html.indexOf("-->", open + 4);
    return { name: "", isClosing: false, end: close === -1 ? html.length : close + 3 };
  }
  TAG_NAME.lastIndex = open + 1;
  const match = TAG_NAME.exec(html);
  const isDeclaration = match === null && /[!?]/.test(html.charAt(open + 1));
  if (match === null && !isDeclaration) return null;
  const end = tagEnd(open + 1);
  if (end === -1) return null;
  return { name: match?.[2]?.toLowerCase() ?? "", isClosing: match?.[1] === "/", end };
}

/**
 * Finds the ">" that ends a tag, past those in quotes. After one tag whose quotes swallow the rest of the text, quotes
 * no longer count: so each character is looked at a bounded number of times, whatever the text holds.
 */
function tagEndFinder(html: string): (from: number) => number {
  const lastEnd = html.lastIndexOf(">");
  const lastQuote = { '"': html.lastIndexOf('"'), "'": html.lastIndexOf("'") };
  let areQuotesRead = true;
  return (from) => {
    if (from > lastEnd) return -1;
    if (!areQuotesRead) return html.indexOf(">", from) + 1;
    for (let i = from; i < html.length; i++) {
      const char = html.charAt(i);
      if (char === ">") return i + 1;
      if ((char === '"' || char === "'") && lastQuote[char] > i) i = html.indexOf(char, i + 1);
    }
    areQuotesRead = false;
    return html.indexOf(">", from) + 1;
  };
}

function endOfSkipped(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, "gi");
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

/** Puts text together; what separates two pieces is decided only when the second one comes. */
class TextBuilder {
  private readonly parts: string[] = [];
  private newlines = 0;
  private isSpacePending = false;
  private isBulletPending = false;
  private listDepth = 0;

  text(raw: string): void {
    const text = decodeEntities(raw.replace(/\s+/g, " "));
    const trimmed = text.trim();
    if (trimmed === "") {
      this.isSpacePending ||= text !== "";
      return;
    }
    if (this.parts.length > 0) {
      if (this.newlines > 0) this.parts.push("\n".repeat(this.newlines));
      else if (this.isSpacePending || /^\s/.test(text)) this.parts.push(" ");
    }
    if (this.isBulletPending) this.parts.push("• ");
    this.parts.push(trimmed);
    this.newlines = 0;
    this.isBulletPending = false;
    this.isSpacePending = /\s$/.test(text);
  }

  tag(name: string, isClosing: boolean): void {
    if (name === "li") {
      this.breakLines(1);
      this.isBulletPending = !isClosing;
    } else if (LISTS.has(name)) {
      this.breakLines(this.listDepth > (isClosing ? 1 : 0) ? 1 : 2);
      this.listDepth = Math.max(0, this.listDepth + (isClosing ? -1 : 1));
    } else if (BLOCKS.has(name)) {
      this.breakLines(this.listDepth > 0 ? 1 : 2);
    } else if (name === "br") {
      this.newlines = Math.min(2, this.newlines + 1);
    } else if (LINES.has(name)) {
      this.breakLines(1);
    } else if (name === "td" || name === "th") {
      this.isSpacePending = true;
    }
  }

  finish(): string {
    return this.parts.join("");
  }

  private breakLines(count: number): void {
    this.newlines = Math.max(this.newlines, count);
  }
}

// Characters that a reader does not see and a database or a page can trip over: controls, halves of surrogate pairs,
// soft hyphens, zero-width spaces, marks that reverse the direction of what follows.
const UNSEEN = /[\p{Cc}\p{Cs}\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufff9-\ufffb]/gu;

function plainText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/\ufeff/g, "")
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").replace(UNSEEN, "").replace(/ {2,}/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .replace(/<(\/?[a-z][\w:-]{0,40}(?:\s[^<>\n]{0,80})?\/?)>/gi, "‹$1›")
    .replace(/<(?=[a-z!/?])/gi, "‹");
}
