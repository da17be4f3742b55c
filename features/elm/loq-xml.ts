import { readXml, type XmlElement } from "@/features/exchange/xml-reader";
import { languages } from "@/features/vocabularies/languages";
import { type ElmGraph, ElmNode, type ElmValue, type Fault } from "./node";
import { type ElmType, partType, shapeOf, valueKind } from "./shapes";

export const LOQ_NAMESPACE = "http://data.europa.eu/snb/model/ap/loq-constraints/";
export const NEWER_LOQ_NAMESPACE = "http://data.europa.eu/snb/model/application-profile/loq-constraints/";

/** Vocabularies whose elements LOQ takes in: SKOS labels, identifiers, types. */
const BORROWED = new Set([
  "http://www.w3.org/2004/02/skos/core#",
  "http://purl.org/dc/terms/",
  "http://www.w3.org/ns/adms#",
  "http://xmlns.com/foaf/0.1/",
  "http://www.w3.org/ns/regorg#",
  "http://www.w3.org/ns/org#",
  "http://www.w3.org/ns/locn#",
]);

/** Groups of the root in their order, with the type of each of their elements. */
const GROUPS: readonly (readonly [group: string, members: Readonly<Record<string, ElmType>>])[] = [
  ["learningOpportunityReferences", { learningOpportunity: "LearningOpportunity" }],
  [
    "learningAchievementSpecificationReferences",
    {
      learningAchievementSpecification: "LearningAchievementSpecification",
      qualification: "Qualification",
      qualificationReference: "QualificationReference",
    },
  ],
  ["learningOutcomeReferences", { learningOutcome: "LearningOutcome" }],
  [
    "learningActivitySpecificationReferences",
    { learningActivitySpecification: "LearningActivitySpecification" },
  ],
  [
    "learningAssessmentSpecificationReferences",
    { learningAssessmentSpecification: "LearningAssessmentSpecification" },
  ],
  [
    "learningEntitlementSpecificationReferences",
    { learningEntitlementSpecification: "LearningEntitlementSpecification" },
  ],
  ["agentReferences", { agent: "Agent", organisation: "Organisation" }],
  ["groupReferences", { group: "Group" }],
  ["accreditationReferences", { accreditation: "Accreditation" }],
  ["gradingSchemeReferences", { gradingScheme: "GradingScheme" }],
  ["locationReferences", { location: "Location" }],
];

export type GraphReading =
  | { ok: true; graph: ElmGraph }
  | { ok: false; rule: "not-well-formed" | "not-this-format" | "issued-credential"; message: string };

/** LOQ XML to a graph; the order of elements is checked here, for it is lost afterwards. */
export function readLoqXml(bytes: Uint8Array): GraphReading {
  const xml = readXml(bytes);
  if (!xml.ok) {
    const place = xml.line === null ? "" : `Line ${xml.line}: `;
    return { ok: false, rule: "not-well-formed", message: place + xml.message };
  }
  const { root } = xml;
  if (/credential|presentation/i.test(root.name)) {
    return { ok: false, rule: "issued-credential", message: ISSUED };
  }
  const isNewer = root.namespace === NEWER_LOQ_NAMESPACE;
  if (root.name !== "Courses" || !(isNewer || root.namespace === LOQ_NAMESPACE)) {
    const message = `This is no LOQ XML: the root must be Courses of ${LOQ_NAMESPACE}, and is ${root.name} of "${root.namespace}".`;
    return { ok: false, rule: "not-this-format", message };
  }
  const reader = new LoqReader(isNewer);
  const misplaced = reader.readGroups(root);
  if (misplaced !== null) return { ok: false, rule: "not-this-format", message: misplaced };
  return {
    ok: true,
    graph: { nodes: reader.nodes, isNewer, wordFor: (property) => property, faults: reader.faults },
  };
}

const XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang";

/** Why a property may not stand on an object of that type. */
export const notAllowed = (type: ElmType, property: string): string =>
  property === "EQFLevel" || property === "NQFLevel"
    ? `is not allowed on a ${type}: only a qualification has a level. Make it one, or remove the level.`
    : "is not allowed in this element. Remove it.";

export const ISSUED =
  "This is an issued credential, a person's own record, and not an offer: nothing of it was read. Import offers (LOQ).";

class LoqReader {
  readonly nodes = new Map<string, ElmNode>();
  readonly faults: Fault[] = [];

  constructor(private readonly isNewer: boolean) {}

  /** What is wrong with the groups as such; null where nothing is. */
  readGroups(root: XmlElement): string | null {
    let last = -1;
    for (const element of root.children) {
      const at = GROUPS.findIndex(([group]) => group === element.name);
      const [, members] = GROUPS[at] ?? [];
      if (members === undefined) return `Line ${element.line}: Courses holds no ${element.name}. Remove it.`;
      if (at <= last) {
        return `Line ${element.line}: ${element.name} is not in its place. Put the groups in the order of the LOQ schema, each once.`;
      }
      last = at;
      for (const member of element.children) {
        const type = members[member.name];
        if (type === undefined)
          return `Line ${member.line}: ${element.name} holds no ${member.name}. Remove it.`;
        this.readObject(member, type);
      }
    }
    return null;
  }

  private readObject(element: XmlElement, type: ElmType): void {
    const id = element.attributes.get("id")?.trim();
    const node = new ElmNode(type, id || `line ${element.line}`, `Line ${element.line}: ${element.name}`);
    if (!id) {
      const message = `${node.place} has no id. Give it one that stays.`;
      node.faults.push({ severity: "refuse", field: "id", rule: "missing-id", message });
    }
    this.readProperties(element, node, node.faults, element.name);
    const earlier = this.nodes.get(node.id);
    if (earlier === undefined) {
      this.nodes.set(node.id, node);
      return;
    }
    const message = `${node.place} has the id of another element, "${node.id}". Give each its own.`;
    earlier.faults.push({ severity: "refuse", field: "id", rule: "duplicate-id", message });
  }

  private readProperties(element: XmlElement, node: ElmNode, faults: Fault[], path: string): void {
    const shape = shapeOf(node.type, this.isNewer);
    let last = { position: -1, name: "" };
    for (const child of element.children) {
      const place = `Line ${child.line}: ${path} > ${child.name}`;
      const note = (severity: Fault["severity"], rule: string, message: string) =>
        faults.push({ severity, field: child.name, rule, message: `${place} ${message}` });
      const allowed = this.isKnownNamespace(child.namespace) ? shape.get(child.name) : undefined;
      if (allowed === undefined) {
        if (this.isNewer) note("warn", "unknown-element", "is not known here and was left out.");
        else note("refuse", "unknown-element", notAllowed(node.type, child.name));
        continue;
      }
      if (allowed.position < last.position) {
        note(
          "refuse",
          "element-order",
          `stands after ${last.name}. Put it before: the order of the LOQ schema is fixed.`,
        );
      } else {
        last = { position: allowed.position, name: child.name };
      }
      const value = this.readValue(child, faults, `${path} > ${child.name}`);
      if (typeof value === "string") note("refuse", "unreadable-element", value);
      else if (value !== null) node.add(child.name, value);
    }
  }

  /** Null for an empty text; a string says what is wrong. */
  private readValue(element: XmlElement, faults: Fault[], path: string): ElmValue | null | string {
    const kind = valueKind(element.name);
    const text = element.text.trim();
    switch (kind) {
      case "unread":
        return { kind };
      case "text":
        return text === "" ? null : { kind, text };
      case "lang": {
        const language = (
          element.attributes.get("language") ??
          element.attributes.get(XML_LANG) ??
          ""
        ).toLowerCase();
        if (languages.has(language)) return text === "" ? null : { kind, language, text };
        return `has language "${language}". Use ISO 639-1, such as en or fi.`;
      }
      case "code": {
        const uri = element.attributes.get("uri")?.trim();
        return uri ? { kind, uri } : "has no uri. Name the concept by its address.";
      }
      case "link": {
        const id = element.attributes.get("idref")?.trim();
        return id ? { kind, id } : "has no idref. Name the element that it links to.";
      }
      case "part": {
        const type = partType(element.name);
        if (type === null) return null;
        const node = new ElmNode(type, "", `Line ${element.line}: ${path}`);
        this.readProperties(element, node, faults, path);
        return { kind, node };
      }
    }
  }

  private isKnownNamespace(namespace: string): boolean {
    return namespace === (this.isNewer ? NEWER_LOQ_NAMESPACE : LOQ_NAMESPACE) || BORROWED.has(namespace);
  }
}
