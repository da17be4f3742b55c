import { refuseDependents } from "@/features/exchange/dependents";
import type {
  CourseFormat,
  Draft,
  InputFile,
  Note,
  RecordKind,
  Refused,
  Transformed,
} from "@/features/exchange/draft";
import { checkConformance } from "./conformance";
import { groupOpportunities, toCourse } from "./course-draft";
import { toCredential } from "./credential-draft";
import { readLoqJson } from "./loq-json";
import { type GraphReading, readLoqXml } from "./loq-xml";
import { type ElmGraph, type ElmNode, type Fault, follow } from "./node";
import { toProvider } from "./provider-draft";
import { toRaw } from "./raw";
import { Remarks } from "./remarks";
import { webAddress } from "./texts";

/** Learning opportunities and qualifications (LOQ) of the European Learning Model, as XML 3.1 and as JSON-LD. */
export const elmFormat: CourseFormat = {
  name: "elm",
  extensions: [".xml", ".jsonld", ".json"],
  transform(files) {
    const read = files.map(readFile);
    return {
      drafts: read.flatMap(({ drafts }) => drafts),
      refused: read.flatMap(({ refused }) => refused),
      notes: read.flatMap(({ notes }) => notes),
      isComplete: read.every(({ isComplete }) => isComplete),
    };
  },
};

function readFile({ name, bytes }: InputFile): Transformed {
  const encoding = looksLikeXml(bytes) ? "xml" : "json";
  const reading: GraphReading = encoding === "xml" ? readLoqXml(bytes) : readLoqJson(bytes);
  if (!reading.ok) {
    const kind = reading.rule === "issued-credential" ? "credential" : "course";
    const fault: Fault = { severity: "refuse", field: null, rule: reading.rule, message: reading.message };
    return {
      drafts: [],
      refused: [{ kind, externalId: name, raw: null }],
      notes: [toNote(kind, name, fault)],
      isComplete: false,
    };
  }
  checkConformance(reading.graph, encoding);
  return transform(reading.graph, name);
}

/** By the first character that is neither white space nor a byte order mark: a file's name says nothing for sure. */
const looksLikeXml = (bytes: Uint8Array): boolean =>
  bytes.find((byte) => ![0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf, 0xfe, 0xff, 0].includes(byte)) === 0x3c;

function transform(graph: ElmGraph, fileName: string): Transformed {
  const drafts: Draft[] = [];
  const refused: Refused[] = [];
  const notes: Note[] = graph.faults.map((fault) => toNote("course", fileName, fault));
  const settle = (draft: Draft, faults: readonly Fault[]) => {
    notes.push(...faults.map((fault) => toNote(draft.kind, draft.externalId, fault)));
    if (faults.every(({ severity }) => severity !== "refuse")) drafts.push(draft);
    else refused.push({ kind: draft.kind, externalId: draft.externalId, raw: draft.raw });
  };

  for (const node of providerNodes(graph)) {
    const remarks = new Remarks(graph);
    const content = toProvider(graph, node, remarks);
    settle({ kind: "provider", externalId: node.id, sourceUrl: null, raw: toRaw(graph, node), content }, [
      ...faultsOf(graph, node),
      ...remarks.faults,
    ]);
  }
  for (const node of graph.nodes.values()) {
    if (node.type !== "LearningAchievementSpecification" && node.type !== "Qualification") continue;
    const remarks = new Remarks(graph);
    const content = toCredential(graph, node, remarks);
    settle(
      {
        kind: "credential",
        externalId: node.id,
        sourceUrl: webAddress(node, "homepage"),
        raw: toRaw(graph, node),
        content,
      },
      [...faultsOf(graph, node), ...remarks.faults],
    );
  }
  for (const group of groupOpportunities(graph)) {
    const remarks = new Remarks(graph);
    const draft: Draft = {
      kind: "course",
      status: "published",
      externalId: group.id,
      sourceUrl: webAddress(group.opportunities[0], "homepage"),
      raw: group.opportunities.map((node) => toRaw(graph, node)),
      content: toCourse(graph, group, remarks),
    };
    settle(draft, [...group.opportunities.flatMap((node) => faultsOf(graph, node)), ...remarks.faults]);
  }

  const sorted = refuseDependents(drafts, refused);
  const hasLostFile = graph.faults.some(({ severity }) => severity === "refuse");
  return {
    drafts: sorted.drafts,
    refused: hasLostFile
      ? [...sorted.refused, { kind: "credential", externalId: fileName, raw: null }]
      : sorted.refused,
    notes: [...notes, ...sorted.notes],
    isComplete: areIdsKnown(graph),
  };
}

const COURSE_IS_NAMED_BY: readonly (string | null)[] = ["providedBy", "learningAchievementSpecification"];

/** False where an object has no id, or a course lacks one of the two ids that name it: what is missing cannot be told. */
function areIdsKnown({ nodes }: ElmGraph): boolean {
  const hidesId = (type: ElmNode["type"], { rule, field }: Fault): boolean =>
    rule === "missing-id" ||
    (type === "LearningOpportunity" &&
      (rule === "missing-element" || rule === "broken-link") &&
      COURSE_IS_NAMED_BY.includes(field));
  return [...nodes.values()].every(({ type, faults }) => faults.every((fault) => !hidesId(type, fault)));
}

/** Organisations that provide or award; others in the file (accreditors, publishers) are no providers. */
function providerNodes(graph: ElmGraph): ElmNode[] {
  const linked = new Set<string>();
  for (const node of graph.nodes.values()) {
    for (const id of node.links("providedBy")) linked.add(id);
    for (const part of node.parts("awardingOpportunity"))
      for (const id of part.links("awardingBody")) linked.add(id);
  }
  return [...graph.nodes.values()].filter(({ id, type }) => type === "Organisation" && linked.has(id));
}

/** Of the object and of the objects that have no record of their own. */
const faultsOf = (graph: ElmGraph, node: ElmNode): Fault[] => [
  ...node.faults,
  ...["learningOutcome", "provenBy", "location"].flatMap((property) =>
    follow(graph, node, property).flatMap(({ faults }) => faults),
  ),
];

const toNote = (kind: RecordKind, record: string, { field, rule, severity, message }: Fault): Note => ({
  kind,
  record,
  field,
  rule,
  severity,
  message,
});
