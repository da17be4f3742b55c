import { parseIsoDuration } from "@/features/exchange/iso-duration";
import { eqfLevels } from "@/features/vocabularies/eqf";
import { iscedFields } from "@/features/vocabularies/isced-f";
import type { ElmGraph, ElmNode, ElmValue, Fault } from "./node";
import { linkTargets, shapeOf } from "./shapes";
import { toDay } from "./texts";

/**
 * What the profile asks of each object of a graph, whatever its encoding: mandatory properties, no more than allowed,
 * one text a language, the code lists of levels and fields, durations, links that lead somewhere. Faults are added to
 * the objects.
 */
export function checkConformance(graph: ElmGraph, encoding: "xml" | "json"): void {
  for (const node of graph.nodes.values()) checkNode(node, node.faults, graph, encoding);
}

interface Check {
  graph: ElmGraph;
  encoding: "xml" | "json";
  note(severity: "refuse" | "warn", property: string, rule: string, message: string): void;
}

function checkNode(node: ElmNode, faults: Fault[], graph: ElmGraph, encoding: Check["encoding"]): void {
  const check: Check = {
    graph,
    encoding,
    note(severity, property, rule, message) {
      const field = graph.wordFor(property);
      faults.push({ severity, field, rule, message: `${node.place} > ${field} ${message}` });
    },
  };
  for (const [property, { min, max }] of shapeOf(node.type, graph.isNewer)) {
    const count = node.values.get(property)?.length ?? 0;
    if (count < min && !isOptionalHere(node, property, encoding)) {
      check.note(
        "refuse",
        property,
        "missing-element",
        "is missing. Every object of this kind must have it.",
      );
    }
    if (max !== null && count > max) {
      check.note("refuse", property, "too-many-elements", "is there more than once. Keep one.");
    }
  }
  for (const [property, values] of node.values) {
    checkLanguages(property, values, check);
    for (const value of values) {
      if (value.kind === "part") checkNode(value.node, faults, graph, encoding);
      if (value.kind === "code") checkCode(property, value.uri, check);
      if (value.kind === "link") checkLink(property, value.id, check);
      if (value.kind === "text") checkText(property, value.text, check);
    }
  }
}

/** The XML schema alone wants a language on a qualification. */
const isOptionalHere = ({ type }: ElmNode, property: string, encoding: Check["encoding"]): boolean =>
  encoding === "json" && type === "Qualification" && property === "language";

const MANY_A_LANGUAGE = new Set(["altLabel", "category", "noteLiteral"]);

function checkLanguages(property: string, values: readonly ElmValue[], { note }: Check): void {
  if (MANY_A_LANGUAGE.has(property)) return;
  const written = values.flatMap((value) => (value.kind === "lang" ? [value.language] : []));
  const twice = written.find((language, at) => written.indexOf(language) !== at);
  if (twice !== undefined) {
    note("refuse", property, "language-twice", `is there twice in "${twice}". Keep one a language.`);
  }
}

const DATES = new Set(["startDate", "endDate", "applicationDeadline"]);
const DURATIONS = new Set(["duration", "volumeOfLearning", "maximumDuration"]);

function checkText(property: string, text: string, { note }: Check): void {
  if (DATES.has(property) && toDay(text) === null) {
    note("refuse", property, "date", `"${text}" is no date. Write it as 2027-01-31T00:00:00.`);
  }
  if (DURATIONS.has(property) && parseIsoDuration(text) === null) {
    note(
      "refuse",
      property,
      "duration",
      `"${text}" is no duration. Write it as ISO 8601, such as P42D or PT75H.`,
    );
  }
}

function checkCode(property: string, uri: string, { note }: Check): void {
  if (property === "ISCEDFCode" && iscedFields.fromUri(uri) === null) {
    const message = `"${uri}" is not in the EU's list of ISCED-F 2013, whose codes have 2 to 4 digits. Cut a national code to 4.`;
    note("refuse", property, "code-list", message);
  }
  if (property === "EQFLevel" && eqfLevels.fromUri(uri) === null) {
    note(
      "refuse",
      property,
      "code-list",
      `"${uri}" is no level of the EQF. Use http://data.europa.eu/snb/eqf/1 to 8.`,
    );
  }
}

/** Links without which a record says too little. */
const NEEDED = new Set(["providedBy", "learningAchievementSpecification", "learningOutcome", "location"]);

function checkLink(property: string, id: string, { graph, encoding, note }: Check): void {
  const target = graph.nodes.get(id);
  const wanted = linkTargets(property);
  if (target !== undefined) {
    if (wanted === null || wanted.includes(target.type)) return;
    note(
      "refuse",
      property,
      "broken-link",
      `leads to "${id}", a ${target.type}. It must be: ${wanted.join(" or ")}.`,
    );
  } else if (encoding === "xml" || NEEDED.has(property)) {
    note(
      "refuse",
      property,
      "broken-link",
      `leads to "${id}", which is not in the file. Add it or mend the link.`,
    );
  } else if (wanted !== null) {
    note("warn", property, "described-elsewhere", `leads to "${id}", which is not in the file: left out.`);
  }
}
