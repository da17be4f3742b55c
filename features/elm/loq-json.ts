import { languages } from "@/features/vocabularies/languages";
import {
  isIssued,
  isNewer,
  isObject,
  listOf,
  parseJson,
  redefinedTerms,
  topObjects,
  typesOf,
} from "./json-document";
import { fieldOf, imitated, NEWER_ELM, propertyOf, termFor, typeName } from "./json-terms";
import { type GraphReading, ISSUED, notAllowed } from "./loq-xml";
import { ElmNode, type Fault } from "./node";
import { type ElmType, isElmType, linkTargets, partType, shapeOf, valueKind } from "./shapes";

/**
 * LOQ JSON-LD to a graph by our own table of terms. Contexts are never fetched, and what one inside the file says of
 * terms counts only where it says what we read by them anyway.
 */
export function readLoqJson(bytes: Uint8Array): GraphReading {
  const document = parseJson(bytes);
  if (!document.ok) return { ok: false, rule: "not-well-formed", message: document.message };
  const objects = topObjects(document.value);
  if (objects.length > 0 && objects.every(isIssued))
    return { ok: false, rule: "issued-credential", message: ISSUED };

  const reader = new LoqJsonReader(isNewer(document.value));
  for (const term of redefinedTerms(document.value)) {
    const message = `@context gives "${term}" another meaning. It was read as in the European Learning Model.`;
    reader.note("warn", "context", message, term);
  }
  for (const [position, object] of objects.entries()) {
    if (isIssued(object)) reader.note("refuse", "issued-credential", ISSUED);
    else reader.readTop(object, position);
  }
  if (reader.nodes.size === 0) {
    const message = "This is no LOQ JSON-LD: it holds no object of a type of the European Learning Model.";
    return { ok: false, rule: "not-this-format", message };
  }
  return {
    ok: true,
    graph: { nodes: reader.nodes, isNewer: reader.isNewer, wordFor: termFor, faults: reader.faults },
  };
}

/** Where reading stands: whose faults, the path for messages, the id for an object there that has none. */
interface Place {
  faults: Fault[];
  path: string;
  id: string;
}

class LoqJsonReader {
  readonly nodes = new Map<string, ElmNode>();
  readonly faults: Fault[] = [];
  isNewer: boolean;
  private readonly said = new Set<string>();

  constructor(isNewer: boolean) {
    this.isNewer = isNewer;
  }

  /** A finding about the file, each once. */
  note(severity: Fault["severity"], rule: string, message: string, field: string | null = null): void {
    if (this.said.has(message)) return;
    this.said.add(message);
    this.faults.push({ severity, field, rule, message });
  }

  readTop(object: object, position: number): void {
    const type = this.elmType(object);
    if (type !== null) this.readObject(object, type, type, `_:${position}`);
  }

  /** Null, and a note, for an object that is not of the model. */
  private elmType(object: object): ElmType | null {
    const types = typesOf(object);
    if (types.some((type) => type.startsWith(NEWER_ELM))) this.isNewer = true;
    const known = types.map(typeName).find((name) => name !== null && isElmType(name));
    if (known !== undefined && known !== null && isElmType(known)) return known;
    const message = `An object of type ${types.join(", ") || "(none)"} is not part of an offer and was left out.`;
    this.note("warn", "unknown-type", message);
    return null;
  }

  /** Reads an object of its own; returns its id, or the one given for an object without. */
  private readObject(object: object, type: ElmType, path: string, ownId: string): string {
    const stated = idOf(object);
    const id = stated ?? ownId;
    const node = new ElmNode(type, id, path);
    this.readProperties(object, node, { faults: node.faults, path, id });
    if (stated === null && NEEDS_ID.has(type)) {
      const message = `${path} has no id. Give it one that stays.`;
      node.faults.push({ severity: "refuse", field: "id", rule: "missing-id", message });
    }
    const earlier = this.nodes.get(id);
    if (earlier === undefined) {
      this.nodes.set(id, node);
    } else if (!isSame(earlier, node)) {
      const message = `${path} has the id of another object, "${id}", and differs from it. Give each its own.`;
      earlier.faults.push({ severity: "refuse", field: "id", rule: "duplicate-id", message });
    }
    return id;
  }

  private readProperties(object: object, node: ElmNode, { faults, path, id }: Place): void {
    const note = (severity: Fault["severity"], key: string, rule: string, message: string) =>
      faults.push({ severity, field: key, rule, message: `${path} > ${key} ${message}` });
    for (const [key, value] of Object.entries(object)) {
      if (NO_PROPERTIES.has(key)) continue;
      const property = propertyOf(key);
      if (property === null) {
        const like = imitated(key);
        if (like === null) note("warn", key, "unknown-key", "is not known and was left out.");
        else
          note(
            "warn",
            key,
            "look-alike-key",
            `has letters of another alphabet and was left out. Retype ${like}.`,
          );
      } else if (shapeOf(node.type, this.isNewer).has(property)) {
        const fault = this.readValue(property, value, node, {
          faults,
          path: `${path} > ${key}`,
          id: `${id}#${property}`,
        });
        if (fault !== null) note("refuse", key, "unreadable-element", fault);
      } else if (property === "EQFLevel" || property === "NQFLevel") {
        note("refuse", key, "unknown-element", notAllowed(node.type, property));
      } else {
        note("warn", key, "unknown-key", `is not known on a ${node.type} and was left out.`);
      }
    }
  }

  /** What is wrong with the value; null where nothing is. */
  private readValue(property: string, value: unknown, node: ElmNode, place: Place): string | null {
    const kind = valueKind(property);
    if (kind === "unread") {
      node.add(property, { kind });
      return null;
    }
    if (kind === "lang") return readLanguages(property, value, node);
    for (const [position, item] of listOf(value).entries()) {
      const itemPlace = { ...place, id: `${place.id}${position}` };
      if (kind === "text") {
        const text = plainText(item);
        if (text === null) return "must be a text.";
        if (text !== "") node.add(property, { kind, text });
      } else if (kind === "code") {
        const uri = typeof item === "string" ? item : isObject(item) ? idOf(item) : null;
        if (!uri) return "must be a concept with an id, its address.";
        node.add(property, { kind, uri });
      } else if (kind === "link") {
        const id = this.readLink(property, item, itemPlace);
        if (id === null) return "must be an object or its id.";
        node.add(property, { kind, id });
      } else {
        const type = partType(property);
        if (type === null || !isObject(item)) return "must be an object.";
        const part = new ElmNode(type, "", place.path);
        this.readProperties(item, part, itemPlace);
        node.add(property, { kind, node: part });
      }
    }
    return null;
  }

  /** The id of what is linked to; what stands there in full becomes an object of its own. */
  private readLink(property: string, item: unknown, { path, id }: Place): string | null {
    if (typeof item === "string") return item.trim() || null;
    if (!isObject(item)) return null;
    const targets = linkTargets(property);
    // Objects at the end of links that we do not follow stay unread: publishers, parts, other agents.
    if (targets === null) return idOf(item) ?? id;
    if (Object.keys(item).every((key) => NO_PROPERTIES.has(key))) return idOf(item);
    const [only, ...others] = targets;
    const type = typesOf(item).length === 0 && others.length === 0 ? only : this.elmType(item);
    return type === undefined || type === null ? idOf(item) : this.readObject(item, type, path, id);
  }
}

const NO_PROPERTIES = new Set(["id", "@id", "type", "@type", "@context", "inScheme"]);

const NEEDS_ID: ReadonlySet<ElmType> = new Set([
  "LearningOpportunity",
  "LearningAchievementSpecification",
  "Qualification",
  "QualificationReference",
  "Organisation",
]);

function idOf(object: object): string | null {
  const id = fieldOf(object, "@id") ?? fieldOf(object, "id");
  return typeof id === "string" ? id.trim() || null : null;
}

const isSame = (a: ElmNode, b: ElmNode): boolean =>
  JSON.stringify(signature(a)) === JSON.stringify(signature(b));

const signature = (node: ElmNode): unknown => [
  node.type,
  [...node.values].map(([property, values]) => [
    property,
    values.map((value) => (value.kind === "part" ? signature(value.node) : value)),
  ]),
];

function plainText(item: unknown): string | null {
  const value = isObject(item) ? fieldOf(item, "@value") : item;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value).trim()
    : null;
}

/** A language map, or literals with @language. */
function readLanguages(property: string, value: unknown, node: ElmNode): string | null {
  const pairs = listOf(value).flatMap((item): [string, unknown][] => {
    if (!isObject(item)) return [["", item]];
    const literal = fieldOf(item, "@value");
    return literal === undefined
      ? Object.entries(item)
      : [[String(fieldOf(item, "@language") ?? ""), literal]];
  });
  for (const [tag, texts] of pairs) {
    const language = tag.toLowerCase();
    if (!languages.has(language)) return `has language "${tag}". Use ISO 639-1, such as en or fi.`;
    for (const text of listOf(texts)) {
      if (typeof text !== "string") return `must be a text in "${tag}".`;
      if (text.trim() !== "") node.add(property, { kind: "lang", language, text: text.trim() });
    }
  }
  return null;
}
