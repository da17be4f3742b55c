import { withoutPeople } from "@/features/exchange/named-people";
import { type ElmGraph, type ElmNode, follow } from "./node";

/** Names of what is described, and not of people. */
const KEPT_AS_WRITTEN = new Set(["title", "legalName", "prefLabel", "geographicName"]);
const EMBEDDED = ["learningOutcome", "provenBy", "location"];

type Raw = { [name: string]: string | Raw | (string | Raw)[] };

/** The record to keep with the import: the object and what only it links to, without what we never read. */
export function toRaw(graph: ElmGraph, node: ElmNode): Raw {
  return rawOf(node, (owner, property) =>
    follow(graph, owner, property).map((found) => rawOf(found, () => [])),
  );
}

function rawOf(node: ElmNode, embedded: (owner: ElmNode, property: string) => Raw[]): Raw {
  const raw: Raw = { type: node.type };
  if (node.id !== "") raw.id = node.id;
  for (const [property, values] of node.values) {
    if (EMBEDDED.includes(property)) {
      raw[property] = embedded(node, property);
      continue;
    }
    const found = values.flatMap((value): (string | Raw)[] => {
      if (value.kind === "lang") {
        const text = KEPT_AS_WRITTEN.has(property) ? value.text : withoutPeople(value.text).text;
        return [{ [value.language]: text }];
      }
      if (value.kind === "part") return [rawOf(value.node, embedded)];
      if (value.kind === "text") return [value.text];
      if (value.kind === "code") return [value.uri];
      return value.kind === "link" ? [value.id] : [];
    });
    if (found.length > 0) raw[property] = found;
  }
  return raw;
}
