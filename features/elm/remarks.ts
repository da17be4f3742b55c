import type { CodeList } from "@/features/vocabularies/code-list";
import type { ElmGraph, ElmNode, Fault } from "./node";

/** Takes findings of the mapping, with their place. */
export class Remarks {
  readonly faults: Fault[] = [];

  constructor(private readonly graph: ElmGraph) {}

  add(severity: Fault["severity"], node: ElmNode, property: string, rule: string, message: string): null {
    const field = this.graph.wordFor(property);
    this.faults.push({ severity, field, rule, message: `${node.place} > ${field} ${message}` });
    return null;
  }

  /** Codes of a property, each once; an unknown one is left out with a warning. */
  codes(node: ElmNode, property: string, read: (uri: string) => string | null): string[] {
    const known = node
      .codes(property)
      .flatMap(
        (uri) =>
          read(uri) ??
          this.add("warn", node, property, "unknown-code", `"${uri}" is unknown: left out.`) ??
          [],
      );
    return [...new Set(known)];
  }

  listed<C extends string>(node: ElmNode, property: string, list: CodeList<C>): C[] {
    return this.codes(node, property, list.fromUri).filter(list.has);
  }
}
