import { agreesWithUs, fieldOf, NEWER_ELM } from "./json-terms";

export const JSON_LIMITS = { bytes: 64 * 1024 * 1024, depth: 64, values: 2_000_000 } as const;

export type JsonReading = { ok: true; value: unknown } | { ok: false; message: string };

export function parseJson(bytes: Uint8Array): JsonReading {
  if (bytes.byteLength > JSON_LIMITS.bytes) {
    return {
      ok: false,
      message: `The file is larger than ${JSON_LIMITS.bytes / 1024 / 1024} MiB. Split it.`,
    };
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, message: "The file holds bytes that are not UTF-8. Save it as UTF-8." };
  }
  const { depth, values } = extent(text);
  if (depth > JSON_LIMITS.depth)
    return { ok: false, message: `Objects are nested more than ${JSON_LIMITS.depth} deep.` };
  if (values > JSON_LIMITS.values) return { ok: false, message: "The file holds too many values. Split it." };
  try {
    return { ok: true, value: JSON.parse(withoutBrokenEscapes(text)) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, message: `Not well-formed JSON: ${error.message}` };
    throw error;
  }
}

const ESCAPE =
  /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\u0000|\\./g;

/** Escapes can spell what no database holds as text: NUL, and halves of surrogate pairs. */
function withoutBrokenEscapes(text: string): string {
  if (!text.includes("\\u")) return text;
  return text.replace(ESCAPE, (spelling) => {
    if (spelling === "\\u0000") return "";
    return /^\\u[dD]...$/.test(spelling) ? "\\ufffd" : spelling;
  });
}

/** How deep a JSON text nests and about how many values it holds, found without parsing it. */
function extent(text: string): { depth: number; values: number } {
  let [depth, deepest, values, isQuoted] = [0, 0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) at += letter === "\\" ? 1 : 0;
    else if (letter === "[" || letter === "{") deepest = Math.max(deepest, ++depth);
    else if (letter === "]" || letter === "}") depth--;
    else if (letter === ",") values++;
  }
  return { depth: deepest, values };
}

export const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

export function topObjects(value: unknown): object[] {
  return listOf(value)
    .filter(isObject)
    .flatMap((object) => {
      const graph = fieldOf(object, "@graph");
      return graph === undefined ? [object] : listOf(graph).filter(isObject);
    });
}

const ISSUED_TYPES = /(?:Credential|Presentation)$/;

/** Told by what it is and not by what it says: none of its texts is looked at. */
export function isIssued(object: object): boolean {
  const has = (name: string) => fieldOf(object, name) !== undefined;
  if (has("credentialSubject") || has("credential") || has("verifiableCredential")) return true;
  if (has("payload") && (has("signatures") || has("signature"))) return true;
  return typesOf(object).some((type) => ISSUED_TYPES.test(type));
}

export const typesOf = (object: object): string[] =>
  [...listOf(fieldOf(object, "@type")), ...listOf(fieldOf(object, "type"))].filter(
    (type) => typeof type === "string",
  );

const contextsOf = (value: unknown): unknown[] =>
  listOf(value)
    .filter(isObject)
    .flatMap((object) => listOf(fieldOf(object, "@context")));

/** The newer namespace is told by its address in a context. */
export function isNewer(document: unknown): boolean {
  return contextsOf(document).some((context) =>
    isObject(context) ? Object.values(context).includes(NEWER_ELM) : context === NEWER_ELM,
  );
}

/** Terms to which a context in the file gives another meaning than ours. */
export function redefinedTerms(document: unknown): string[] {
  return contextsOf(document)
    .filter(isObject)
    .flatMap((context) => Object.entries(context))
    .filter(([term, definition]) => !term.startsWith("@") && !agreesWithUs(term, definition))
    .map(([term]) => term);
}
