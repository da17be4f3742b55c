import type { Cells } from "@/features/csv/cells";
import type { NamedParty } from "@/features/evidence/draft";
import { SUBJECT_KINDS, type SubjectKind } from "@/features/evidence/schema";
import { namedParty } from "@/features/matches/subjects";
import type { Ref } from "@/features/pathways/ref";
import type { IdentifierScheme } from "@/features/providers/schema";

export const SCHEMES = [
  "deqar",
  "eter",
  "schac",
  "erasmus",
  "pic",
  "vat",
  "ror",
  "did",
  "national",
] as const satisfies readonly IdentifierScheme[];

const OF_SOURCE = /^source:\s*(.+)$/is;
const SCHEME = /^[a-z][a-z0-9-]{0,49}$/;
const LONGEST = 200;

export interface NamedInRow {
  kind: SubjectKind;
  ref: Ref;
  /** The identifier as it is written; null where the subject is named by the feed it came from. */
  identifier: string | null;
  /** For people: "provider national:1234567-8". */
  words: string;
}

/** Whom a row is about: `subject_type`, `scheme`, `identifier`. Null where it does not say, with what is wrong reported. */
export function readSubject(cells: Cells): NamedInRow | null {
  const kind = cells.code("subject_type", { codes: SUBJECT_KINDS });
  if (cells.text("subject_type") === null)
    cells.refuse("subject_type", `Fill it in: ${SUBJECT_KINDS.join(", ")}.`);
  const identifier = cells.text("identifier");
  if (identifier === null) cells.refuse("identifier", "Fill it in: it says whom the row is about.");
  const scheme = cells.text("scheme");
  if (scheme === null) {
    cells.refuse("scheme", `Fill it in: ${SCHEMES.join(", ")}, or source: and the name of a source.`);
  }
  if (kind === null || identifier === null || scheme === null) return null;
  if (identifier.length > LONGEST || scheme.length > LONGEST) {
    cells.refuse("identifier", `It is longer than ${LONGEST} characters.`);
    return null;
  }
  const ref = refOf(scheme, identifier);
  if (ref === null) {
    cells.refuse(
      "scheme",
      `"${scheme}" is no scheme. Use ${SCHEMES.join(", ")}, or source: and a source's name.`,
    );
    return null;
  }
  const isOfFeed = "source" in ref;
  if (!isOfFeed && (kind !== "provider" || !SCHEMES.some((known) => known === ref.scheme))) {
    const remedy =
      kind === "provider"
        ? `Known ones: ${SCHEMES.join(", ")}.`
        : "Name it by the feed that it came from: source: and the name of the source.";
    cells.warn(
      "scheme",
      "unknown-scheme",
      `No ${kind} here has identifiers "${ref.scheme}": it stays unmatched. ${remedy}`,
    );
  }
  return {
    kind,
    ref,
    identifier: isOfFeed ? null : identifier,
    words: `${kind} ${scheme}:${identifier}`,
  };
}

/** "source:Northport courses" and "P-1", or "schac" and "example.org"; null where the scheme is none. */
function refOf(scheme: string, identifier: string): Ref | null {
  const [, source] = OF_SOURCE.exec(scheme) ?? [];
  if (source !== undefined) return { source: source.trim(), externalId: identifier };
  const name = scheme.toLowerCase();
  return SCHEME.test(name) ? { scheme: name, value: identifier } : null;
}

/** Bodies in one cell, each in words and, where it has one, with its reference: "Silverdal University [schac:silverdal.example]". */
export const readParties = (cells: Cells, column: string): NamedParty[] =>
  cells.texts(column).flatMap((text) => readParty(cells, column, text) ?? []);

export function readOneParty(cells: Cells, column: string): NamedParty | null {
  const parties = readParties(cells, column);
  if (parties.length > 1) cells.refuse(column, "It names several bodies. Name one.");
  return parties[0] ?? null;
}

function readParty(cells: Cells, column: string, text: string): NamedParty | null {
  const [, before = "", reference] = /^(.*?)\s*(?:\[([^[\]]+)\])?$/s.exec(text) ?? [];
  const name = before.trim();
  if (name === "")
    return cells.refuse(column, `"${text}" has no name. Write the name, then the reference in brackets.`);
  if (name.length > 1_000) return cells.refuse(column, "The name is longer than 1,000 characters.");
  if (reference === undefined) return namedParty(name, null);
  const ref = readBracket(reference.trim());
  return ref === null
    ? cells.refuse(column, `"[${reference}]" is not read. Write scheme:identifier, or source:NAME#ID.`)
    : namedParty(name, ref);
}

function readBracket(reference: string): Ref | null {
  if (reference.length > 2 * LONGEST) return null;
  const [, source, externalId] = /^source:([^#]+)#(.+)$/is.exec(reference) ?? [];
  if (source !== undefined && externalId !== undefined)
    return { source: source.trim(), externalId: externalId.trim() };
  const [, scheme = "", value = ""] = /^([^:]+):(.+)$/s.exec(reference) ?? [];
  return value.trim() === "" || scheme.toLowerCase() === "source" ? null : refOf(scheme.trim(), value.trim());
}
